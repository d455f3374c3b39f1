// Links that stand in a text without being recommended by it: badges, profiles, licences, share buttons, ways to edit and to subscribe.
import type { ParsedLink } from '../../../shared/address/parse-link.ts'

const badgeHosts =
  /^(?:(?:img|raster)\.shields\.io|badge\.fury\.io|badgen\.net|badges?\..+|awesome\.re|travis-ci\.(?:org|com)|(?:app\.)?codecov\.io|coveralls\.io|ci\.appveyor\.com|(?:app\.)?circleci\.com|snyk\.io|codeclimate\.com|deepscan\.io|(?:api\.)?star-history\.(?:com|t9t\.io)|contrib\.rocks|opencollective\.com|camo\.githubusercontent\.com|bestpractices\.coreinfrastructure\.org|hits\.dwyl\.(?:com|io)|visitor-badge\..+|forthebadge\.com|(?:www\.)?contributor-covenant\.org|all-contributors\.js\.org|allcontributors\.org)$/i
const givingHosts =
  /^(?:(?:www\.)?(?:patreon|buymeacoffee|ko-fi|paypal|liberapay|opencollective|flattr|indiegogo|kickstarter)\.(?:com|me|org)|paypal\.me)$/i
const licencePath =
  /^(?:(?:www\.)?creativecommons\.org\/(?:licenses|publicdomain)|(?:www\.)?opensource\.org\/licen[sc]es|choosealicense\.com|(?:www\.)?gnu\.org\/licenses|unlicense\.org)/i
const sharePath =
  /^(?:(?:www\.)?(?:twitter|x)\.com\/(?:intent|share|home\?)|(?:www\.)?facebook\.com\/(?:sharer|share)|(?:www\.)?linkedin\.com\/share|(?:www\.)?reddit\.com\/submit|news\.ycombinator\.com\/(?:submitlink|reply|vote|hide|fave|login)|t\.me\/share|(?:www\.)?pinterest\.com\/pin\/create|api\.whatsapp\.com|(?:www\.)?tumblr\.com\/share|[\w.-]*forward-to-friend\d?\.com|discord\.(?:gg|com\/invite)|(?:join|[\w-]+)\.slack\.com|slack\.\S+\/join|gitter\.im|chat\.whatsapp\.com)/i
const repositoryFurniture =
  /^(?:github\.com|gitlab\.com|codeberg\.org|bitbucket\.org)\/[^/]+\/[^/]+\/(?:(?:blob|edit|raw|tree)\/[^/]+\/(?:\.github\/)?(?:(?:CONTRIBUTING|LICEN[CS]E|CODE_OF_CONDUCT|CHANGELOG)|README[._-][a-z]{2}(?:[-_][a-z]{2,4})?\.md$)|edit\/|issues\/new|compare|fork$|stargazers|network|graphs\/contributors|pulls?$|issues$|actions|workflows)/i
const picture = /\.(?:png|jpe?g|gif|webp|svg|ico|bmp)$/i
const registerPage = /^\/wiki\/[^/]+_\((?:identifier|disambiguation)\)$/i
const relativeFurniture = /(?:^|\/)(?:CONTRIBUTING|LICEN[CS]E|CODE[-_]OF[-_]CONDUCT|CHANGELOG|AUTHORS|CONTRIBUTORS)(?:\.(?:md|txt|rst))?$/i

const actionWords =
  /^(?:edit(?: (?:this|on|the).*)?|improve this.*|suggest (?:an? )?(?:edit|change).*|contribut(?:e|ing|ions?|ors?)(?: .*)?|(?:send|submit|create|open|make|file)(?: (?:us|me))? (?:an? )?(?:prs?|pull[- ]requests?|issues?|patch(?:es)?)\b.*|pull[- ]requests?|issues?|report .*|(?:un)?subscribe.*|search|view (?:(?:it |this )?(?:in|on) .*|online)|sign ?up.*|log ?in|register(?: now)?|share.*|tweet(?: this)?|like|back to (?:the )?top|(?:to )?top|[⬆↑▲🔝🔼]+\ufe0f?.*|home|next|prev(?:ious)?|reply|parent|permalink|flag|hide|favou?rite|context|root|on: .*|licen[sc]e(?: .*)?|cc[- ](?:by|0).*|mit(?: licen[sc]e)?|sponsor(?: .*)?|sponsors|donate.*|support (?:us|me)|privacy(?: policy)?|terms(?: .*)?|advertise.*|unsubscribe.*|update (?:your )?(?:preferences|profile).*|follow (?:us|me).*|join (?:us|our|the).*|table of contents|contents|toc|read(?:me)?\.md|code of conduct|contribution guide(?:lines)?)$/iu
/** A line that is about the list or the mailing list and not about reading. */
const aboutTheList =
  /\b(?:inspired by|unsubscribe|majordomo|listinfo|mailing list archives?|list-archive|please read the faq|forwarded this|view this email|manage your (?:subscription|preferences)|sent from my|to unsubscribe|you(?:['’]re| are)? receiv(?:ed|ing) this|sponsors?(?=\s*:)|(?:sponsored|brought to you) by|special thanks|thanks to (?:these|our|my) (?:supporters|sponsors|patrons|backers)|funded (?:with help |in part )?(?:by|from)|(?:help )?fund (?:this|future|more) |music (?:by|from)\b(?=[^.]{0,60}:)|(?:download|stream) the music|(?:follow|find|support|join) (?:us|me|the (?:channel|show|project))(?: on| at|:)?|subscribe (?:on|via|to))\b/i

export type LinkSetting = {
  readonly words: string
  readonly line: string
  readonly href: string
}

/** True when this link belongs to the text's furniture, wherever it stands. */
export function isFurniture(address: ParsedLink, setting: LinkSetting): boolean {
  const url = new URL(address.url)
  const place = `${url.hostname}${url.pathname}${url.search}`
  if (badgeHosts.test(url.hostname) || givingHosts.test(url.hostname)) return true
  if (picture.test(url.pathname) && !/^(?:\w+\.)?wiki/.test(url.hostname)) return true
  if (/\/badge(?:s|\.svg)?(?:\/|$)/.test(url.pathname) || relativeFurniture.test(setting.href)) return true
  if (registerPage.test(url.pathname)) return true
  if (licencePath.test(place) || sharePath.test(place) || repositoryFurniture.test(place)) return true
  if (/^github\.com$/.test(url.hostname) && /^\/sponsors\//.test(url.pathname)) return true
  return isAction(setting.words) || isAboutTheList(setting.line)
}

/** True for a line that thanks, asks for help or tells how the list itself is had. */
export function isAboutTheList(line: string): boolean {
  return aboutTheList.test(line)
}

/** True for words that ask for something to be done (`Sign up`, `View online`) and name nothing. */
export function isAction(words: string): boolean {
  return actionWords.test(words.replace(/^(?:\p{Extended_Pictographic}|\ufe0f|\s)+(?=\p{L})/u, '').trim())
}

/** True for the page of a person or an account, which is who somebody is and not what they made. */
export function isProfile(address: ParsedLink): boolean {
  const url = new URL(address.url)
  const host = url.hostname.replace(/^(?:www|m|mobile)\./, '')
  const parts = url.pathname.split('/').filter((part) => part !== '')
  const [first = ''] = parts
  if (
    /^(?:twitter|x|instagram|threads\.net|t\.me|keybase\.io|facebook|medium|dev\.to|hashnode|about\.me|gravatar|telegram\.me|twitch\.tv)(?:\.com)?$/.test(
      host.replace(/\.com$/, ''),
    )
  )
    return parts.length === 1
  if (/^(?:github\.com|gitlab\.com|codeberg\.org|bitbucket\.org|sr\.ht|gist\.github\.com)$/.test(host))
    return parts.length === 1 && !/^(?:topics|explore|trending|features|about)$/.test(first)
  if (host === 'news.ycombinator.com') return first === 'user'
  if (/(?:^|\.)linkedin\.com$/.test(host)) return first === 'in'
  if (host === 'bsky.app') return first === 'profile' && parts.length <= 2
  if (/(?:^|\.)reddit\.com$/.test(host)) return /^(?:u|user)$/.test(first)
  if (/^(?:stackoverflow|stackexchange|superuser|serverfault)\.com$|\.stackexchange\.com$/.test(host)) return first === 'users'
  if (/^(?:lobste\.rs)$/.test(host)) return /^[~u]/.test(first) && !/^s/.test(first)
  if (/^(?:scholar\.google\.[a-z.]+)$/.test(host)) return first === 'citations'
  if (host === 'plus.google.com') return !parts.includes('posts')
  // A channel is something to watch, whichever of its addresses is given.
  if (host === 'youtube.com') return false
  // Mastodon and its kin: any host, one part that is a handle.
  return parts.length === 1 && first.startsWith('@')
}

const sections =
  /^(?:table of contents?|contents|toc|index|menu|navigation|contribut\w*(?: .*)?|how to contribute|licen[sc]e.*|acknowledge?ments?|credits?|thanks(?: to)?|special thanks|sponsors?(?:hip)?.*|backers|donat(?:e|ions?).*|support(?: (?:us|me|the project))?|maintainers?|(?:about )?(?:the )?authors?|about(?: (?:me|us|this.*))?|star history|stargazers.*|changelog|code of conduct|get in touch|contact(?: .*)?|follow (?:us|me)|social(?: media)?|share|feedback|disclaimer|upcoming events|jobs|rust jobs|subscribe|categories|stay (?:in touch|connected|up to date)|badges?|translations?)$/i

/** True for a heading under which nothing is recommended. */
export function isFurnitureSection(heading: string): boolean {
  return sections.test(heading.replace(/\p{Extended_Pictographic}|\ufe0f|:[a-z_]+:|[:#*]/gu, '').trim())
}
