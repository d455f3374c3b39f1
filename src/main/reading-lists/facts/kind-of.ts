// The kind of an item: from its address where that is sure, then from the words at it, then from the heading above it.
import { addressKind } from '../../../shared/address/address-kind.ts'
import type { ParsedLink } from '../../../shared/address/parse-link.ts'
import type { ListKind } from '../../../shared/reading-list.ts'
import { readAddress } from '../links/read-address.ts'
import { kindOfHeading, kindOfNouns, kindOfTag } from '../words/kind-words.ts'

export type KindWords = {
  /** Tags and signs right before the link, and the label it has instead of a title. */
  readonly label: string
  readonly title: string
  /** The few words right behind it, and right before. */
  readonly around: string
  /** Outermost first. */
  readonly headings: readonly string[]
}

/** Books whose own sites say nothing of it in their addresses. */
const bookSites =
  /^(?:dataintensive\.net|craftinginterpreters\.com|gameprogrammingpatterns\.com|eloquentjavascript\.net|learnyouahaskell\.com|learnyousomeerlang\.com|book\.realworldhaskell\.org|aosabook\.org|greenteapress\.com|automatetheboringstuff\.com|ostep\.org|sre\.google|landing\.google\.com|mml-book\.github\.io|nand2tetris\.org|htdp\.org|teachyourselfcs\.com|realworldocaml\.org|dev\.realworldocaml\.org|www\.deeplearningbook\.org|deeplearningbook\.org|neuralnetworksanddeeplearning\.com|probml\.github\.io|otexts\.com|abseil\.io|artofproblemsolving\.com|intorust\.com|raytracing\.github\.io|mitpress\.mit\.edu|sarabander\.github\.io|exploringjs\.com|openintro\.org|www\.tldp\.org)$/i
/** `haskellbook.com`, `the-rope-book.org`: a front page that is called a book. */
const bookFront =
  /(?:^|[.-])(?!(?:face|note|mac|chrome|net|ultra|scrap|year|guest|play|logo|match|store)book)[a-z\d-]{2,40}book\.(?:com|org|net|io|dev|info)$/i
const bookPath =
  /(?:^|\/)(?:books?|ebooks?|sre-book|workbook|textbook|nostarch|titles)(?:\/|$)|[-_]book(?:\.html?|\.pdf|\/|$)|\/book[-_]|\/ostep(?:\/|$)/i
const talkPath =
  /\/(?:videos?|talks?|presentations?|episodes?|podcasts?|podcast-episodes?|webinars?|webcasts?|screencasts?|keynotes?|watch)(?:\/(?!$)|\.|\/?\?)|#episode/i
const talkHosts =
  /(?:^|\.)(?:soundcloud\.com|spotify\.com|podcasts\.(?:apple|google)\.com|overcast\.fm|itunes\.apple\.com|confreaks\.(?:tv|com)|channel9\.msdn\.com|videolectures\.net|parleys\.com|skillsmatter\.com|vimeo\.com|twitch\.tv|bilibili\.com|nicovideo\.jp|rutube\.ru|air\.mozilla\.org|fosdem\.org|slideslive\.com|speakerdeck\.com|slideshare\.net|slides\.com|livestream\.com|facebook\.watch|odysee\.com|lbry\.tv|anchor\.fm|libsyn\.com|simplecast\.(?:com|fm)|podbean\.com|changelog\.com|se-radio\.net|softwareengineeringdaily\.com)$/i
const seriesPath =
  /(?<!\/releases)\/(?:series|tags?|categor(?:y|ies)|topics?|labels?|collections?|playlists?|archives)(?:\/|$)|[?&](?:tag(?!=[^&]*-2\d(?:&|$))|cat|category)=|[-_/](?:[a-z]+-)?series(?:[-_][\w-]*)?(?:\/|\.html?|$)/i
const coursePath =
  /\/(?:courses?|classes|class|teaching|lectures?|mooc|learn)(?:\/|$)|(?:^|\/)(?:cs|ee|math|stat|cse|eecs|ece|phys|comp|inf)[-_]?\d{2,4}[a-z]?(?:[-_/.]|$)|\/\d{1,2}\.\d{2,4}[a-z]?(?:\/|$)/i
const courseHosts =
  /(?:^|\.)(?:coursera\.org|edx\.org|udacity\.com|udemy\.com|ocw\.mit\.edu|khanacademy\.org|egghead\.io|pluralsight\.com|frontendmasters\.com|codecademy\.com|freecodecamp\.org|exercism\.(?:io|org)|brilliant\.org|fast\.ai|swirlstats\.com)$/i
/** Where people meet, and where they buy tickets. */
const meetingHosts = /(?:^|\.)(?:meetup\.com|eventbrite\.[a-z.]+|lu\.ma|ti\.to)$/i
const pageHosts = /^(?:docs?|documentation|wiki|developer|developers|manual|man|api|reference)\./i
const writingHosts =
  /^(?:blog|blogs|engineering|eng|tech|medium|news|notes|writing|words)\.|(?:^|\.)(?:medium\.com|substack\.com|dev\.to|wordpress\.com|blogspot\.com|hashnode\.dev|tumblr\.com|ghost\.io|wikipedia\.org)$/i

/** The kind of a link by all that is known of it. `prefix` stands for a cut address. */
export function kindOf(whole: ParsedLink | null, prefix: string | null, words: KindWords): ListKind {
  // A site of recordings is known by the beginning of its address; what stands further back decides elsewhere.
  const begins = whole === null && prefix !== null && /^(?:talk|repo)$/.test(addressKind(prefix))
  const address = whole ?? (begins ? readAddress(prefix, true, null) : null)
  const href = address?.url ?? prefix
  const tagged = kindOfTag(words.label)
  // "Must-read papers" says what is in it, not what it is.
  const near = kindOfNouns(words.around.replace(/\b(?:papers|books|essays|textbooks)\b/gi, ' '))
  const headed = headingKind(words.headings)
  if (href === null || !URL.canParse(href)) return tagged ?? near ?? headed ?? 'article'
  const url = new URL(href)
  const sure = sureKind(address, url, words, tagged)
  if (sure !== null) return sure
  const path = decodePath(url.pathname)
  // `*A Book*, Somebody. [Website](…)`, under Books: the site is the book's.
  const isOwn = tagged === 'other' && (headed === 'book' || headed === 'paper') && /^\W*(?:web ?site|site)\W*$/i.test(words.label)
  if (tagged !== null && tagged !== 'article') return isOwn ? headed : tagged
  if (/(?:^|\W)pdf(?:$|\W)/i.test(words.label)) return headed === 'book' ? 'book' : 'paper'
  if (talkHosts.test(url.hostname) && path !== '/') return 'talk'
  // Shows have their own names under .fm; their episodes have numbers or are called so.
  if (/\.fm$/i.test(url.hostname) && /\d|episode|show|interview/i.test(path)) return 'talk'
  if (/\s[-–—|]\s(?:YouTube|Vimeo)$/i.test(words.title)) return 'talk'
  if (/\bseries\b/i.test(words.title) && !/\bpart\b|\d/i.test(words.title)) return 'series'
  if (near === 'series') return 'series'
  if (
    seriesPath.test(path + url.search) &&
    // A recording of a series, named for both: `/videos/a-title-rope-series`.
    !(talkPath.test(path) && !/\/(?:series|playlists?|collections?|tags?)(?:\/|$)/i.test(path)) &&
    !/\/archives\/\d+\/?$/.test(path) &&
    !/\/(?:\d{4}\/\d{2}\/|p\/)/.test(path) &&
    endsInSeries(path + url.search)
  )
    return 'series'
  if (tagged === 'article') return tagged
  if (near === 'book' || near === 'paper') return near
  if (near === 'talk' && headed !== 'book') return 'talk'
  if (address?.kind === 'other' && tagged === null) return 'other'
  if (meetingHosts.test(url.hostname) || (/(?:^|\.)reddit\.com$/i.test(url.hostname) && /^\/r\/[^/]+\/?$/.test(path))) return 'other'
  if (/\/(?:book|textbook)\/?$/i.test(path)) return 'book'
  // `RopeConf 2017 Talk`
  if (
    tagged === null &&
    /(?:\d{4}|con|conf|summit|days?|meetup)\s+(?:talk|keynote|lecture)\W*$|\b(?:keynote|seminar|webinar)\W*$/i.test(words.title)
  )
    return 'talk'
  // A DOI, on whichever site.
  if (/\/10\.\d{4,9}\/\S/.test(path)) return headed === 'book' ? 'book' : 'paper'
  if ((coursePath.test(path) && !/\/docs\//.test(path)) || courseHosts.test(url.hostname)) return 'other'
  if (talkPath.test(path + url.search + url.hash)) return 'talk'
  if (bookSites.test(url.hostname) || /\.gitbooks?\.io$/i.test(url.hostname) || (bookPath.test(path) && !/\/blog\//.test(path)))
    return 'book'
  if (address?.startSeconds != null) return 'talk'
  if (
    (headed === null || headed === 'article') &&
    (/\/(?:papers|pubs|publications?)\/[^/]+/.test(path) || /^\/handle\/\d/.test(path)) &&
    !/\/blog\//.test(path)
  )
    return 'paper'
  if (headed !== null) return byHeading(headed, url)
  if (near === 'article' || /\b(?:tutorial|introduction|guide|primer|how to|explained|101|intro to)\b/i.test(words.title)) return 'article'
  // "The Little Book of Loops" is one; "How a library finds a book" is about them.
  if (/\b(?:book|handbook|textbook)\b/i.test(words.title.replace(/(?<=\S)\s+(?:an?|my|your|our|this|every)\s+(?:\w+\s+)?book\b/gi, '')))
    return 'book'
  if (/^\/~[\w.-]+\/?$|\/(?:talks|videos|presentations|speaking|publications)\/?$/.test(path)) return 'other'
  // `/blog/?p=1606` is a page of it.
  if (!/[?&]p=\d/.test(url.search) && /\/newsletters?\/?$|^\/(?:blogs?|docs?|documentation|manual|wiki|reference)\/?$/.test(path))
    return 'other'
  // "Somebody's Blog" is one, whatever its front page is called.
  if (
    /\b(?:blog|website|home ?page)\s*$/i.test(words.title) &&
    /^\/(?:blog|index(?:\.\w+)?|archives?|posts?|articles|writings?|essays)?\/?$/i.test(path)
  )
    return 'other'
  if (/\/paper\/[^/]+/.test(path)) return 'paper'
  const bare = path === '/' && url.search === '' && !/^#./.test(url.hash)
  if (bare) return bookFront.test(url.hostname) ? 'book' : 'other'
  if (pageHosts.test(url.hostname) && !/\/blog\/|\d{4}\/\d{2}/.test(path) && path.split('/').filter((part) => part !== '').length <= 1)
    return 'other'
  return address?.kind === 'other' ? 'other' : 'article'
}

/** What no word beside it changes. */
function sureKind(address: ParsedLink | null, url: URL, words: KindWords, tagged: ListKind | null): ListKind | null {
  const kind = address?.kind
  if (address?.talk?.form === 'playlist') return 'series'
  if (address?.talk?.playlist && /\b(?:series|playlist|videos|screencasts|lectures|course)\b/i.test(`${words.title} ${words.around}`))
    return 'series'
  // What the Internet Archive keeps under a plain name may be anything: there the text tells.
  const kept = address?.talk?.provider === 'archive-org' && address.startSeconds === null ? (tagged ?? headingKind(words.headings)) : null
  if (kept === 'book' || kept === 'paper') return kept
  if (kind === 'talk') return 'talk'
  if (kind === 'repo') return 'repo'
  if (/^gist\.github(?:usercontent)?\.com$/.test(url.hostname)) return 'article'
  const pdf = /\.(?:pdf|ps|ps\.gz)$/i.test(url.pathname)
  const headed = headingKind(words.headings)
  if (/\.(?:mp4|m4v|webm|mkv|avi|mov|ogv|ogg|mp3|m4a|flv|wmv)$/i.test(url.pathname)) return 'talk'
  // What a text about reading links at a shop is a book, unless a word beside it says otherwise.
  if (
    kind === 'book' ||
    (tagged === null && /^(?:(?:www|smile)\.)?amazon\.|^amzn\.to$|^a\.co$/.test(url.hostname) && url.pathname.length > 1)
  )
    return 'book'
  if (kind === 'paper' && !pdf) return headed === 'book' && /springer|acm/.test(url.hostname) ? 'book' : 'paper'
  if (pdf) {
    if (tagged === 'book' || kindOfNouns(words.around) === 'book' || bookPath.test(url.pathname)) return 'book'
    if (tagged === 'paper') return 'paper'
    if (/slides|presentation|talk|keynote/i.test(url.pathname) || tagged === 'talk') return 'talk'
    return headed === 'book' || headed === 'talk' ? headed : 'paper'
  }
  return null
}

/** The nearest heading that promises one kind. */
function headingKind(headings: readonly string[]): ListKind | null {
  for (const heading of headings.toReversed()) {
    const kind = kindOfHeading(heading)
    if (kind !== null) return kind
  }
  return null
}

/** A heading speaks for most of what stands under it; a home page under "Articles" is still a site. */
function byHeading(headed: ListKind, url: URL): ListKind {
  if (headed === 'article' && url.pathname === '/' && url.search === '') return 'other'
  // Talks and papers have pages; a front page under their heading is a site.
  if ((headed === 'talk' || headed === 'paper') && url.pathname === '/' && url.search === '' && url.hash === '') return 'other'
  const isPost = /\/(?:19|20)\d{2}\/|\/(?:posts?|articles?|blog|essays?|comments)\/[^/]+/i.test(url.pathname)
  const isSlug = /\/[^/.]+-[^/.]+-[^/.]+-?[^/.]*(?:\/|\.html?)?$/.test(url.pathname)
  if (headed === 'other' && (isPost || isSlug || (writingHosts.test(url.hostname) && url.pathname.length > 12))) return 'article'
  return headed
}

/** `/tag/x/` lists posts, `/tag/x/2020/a-post.html` is one. */
function endsInSeries(path: string): boolean {
  return /\/(?:series|tags?|categor(?:y|ies)|topics?|labels?|collections?|playlists?|archives)(?:\/[^/?]*){0,3}\/?$|[?&](?:tag|cat|category)=|series[^/]*\/?$/i.test(
    path,
  )
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
