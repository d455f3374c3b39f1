// The kind of an item from its address alone: a first word, which the text around it and the page itself may correct.
import type { ItemKind } from '../item.ts'
import type { TalkLink } from '../talk.ts'
import { talkLink } from './talk-link.ts'

type Rule = { readonly host: RegExp; readonly path?: RegExp; readonly kind: ItemKind }

const paperHosts: readonly Rule[] = [
  { host: /(?:^|\.)arxiv\.org$/, path: /^\/(?:abs|pdf|html|ps|format)\//, kind: 'paper' },
  { host: /^(?:dx\.)?doi\.org$/, path: /^\/10\./, kind: 'paper' },
  { host: /(?:^|\.)aclanthology\.(?:org|info)$/, path: /\/[A-Z0-9][\w.-]*\d/, kind: 'paper' },
  { host: /^openreview\.net$/, path: /^\/(?:forum|pdf|attachment)/, kind: 'paper' },
  {
    host: /^(?:papers\.(?:nips|neurips)\.cc|proceedings\.neurips\.cc|proceedings\.mlr\.press|openaccess\.thecvf\.com)$/,
    path: /./,
    kind: 'paper',
  },
  { host: /(?:^|\.)jmlr\.org$/, path: /^\/papers\/./, kind: 'paper' },
  { host: /(?:^|\.)usenix\.org$/, path: /^\/(?:system\/files|legacy|events?|publications)\/.+\.pdf$/, kind: 'paper' },
  { host: /(?:^|\.)(?:vldb|cidrdb)\.org$/, path: /\.pdf$/, kind: 'paper' },
  { host: /^dl\.acm\.org$/, path: /^\/(?:doi\/(?!book)|citation)/, kind: 'paper' },
  { host: /^(?:eprint\.iacr\.org)$/, path: /^\/\d{4}\/\d+/, kind: 'paper' },
  { host: /^ieeexplore\.ieee\.org$/, path: /\/(?:document|abstract)/, kind: 'paper' },
  { host: /^link\.springer\.com$/, path: /^\/(?:article|chapter|content\/pdf)\//, kind: 'paper' },
  { host: /(?:^|\.)sciencedirect\.com$/, path: /^\/science\/article\//, kind: 'paper' },
  { host: /(?:^|\.)(?:biorxiv|medrxiv)\.org$/, path: /^\/content\//, kind: 'paper' },
  { host: /(?:^|\.)(?:pnas|science|royalsocietypublishing)\.org$/, path: /^\/(?:doi|content)\//, kind: 'paper' },
  { host: /(?:^|\.)(?:tandfonline|onlinelibrary\.wiley|journals\.sagepub)\.com$/, path: /\/doi\//, kind: 'paper' },
  { host: /(?:^|\.)semanticscholar\.org$/, path: /^\/(?:paper|reader)\//, kind: 'paper' },
  { host: /^(?:pubmed\.ncbi\.nlm\.nih\.gov|pmc\.ncbi\.nlm\.nih\.gov)$/, path: /\d/, kind: 'paper' },
  { host: /^www\.ncbi\.nlm\.nih\.gov$/, path: /^\/(?:pmc|pubmed)\//, kind: 'paper' },
  { host: /^(?:(?:papers\.)?ssrn\.com|hal\.science|inria\.hal\.science|hal\.archives-ouvertes\.fr)$/, path: /./, kind: 'paper' },
  // News of the journal have ids that begin with d.
  { host: /(?:^|\.)nature\.com$/, path: /^\/articles\/(?:s\d|nature\d|\d)/, kind: 'paper' },
  { host: /^zenodo\.org$/, path: /^\/records?\/\d/, kind: 'paper' },
  { host: /(?:^|\.)citeseerx?\.ist\.psu\.edu$/, path: /viewdoc|summary/, kind: 'paper' },
  { host: /(?:^|\.)jstor\.org$/, path: /^\/stable\//, kind: 'paper' },
  { host: /^research\.google$/, path: /^\/pubs\/./, kind: 'paper' },
  { host: /^(?:static\.googleusercontent\.com)$/, path: /research\.google\.com.*\.pdf$/, kind: 'paper' },
]

/** Few and sure: shops and publishers whose path says book. */
const bookHosts: readonly Rule[] = [
  // A number of ten digits in Amazon's address is an ISBN-10; its other goods have ids that begin with B.
  { host: /(?:^|\.)amazon\.[a-z.]{2,6}$/, path: /\/(?:dp|gp\/product|exec\/obidos\/ASIN)\/\d{9}[\dX](?:\/|$)/, kind: 'book' },
  { host: /(?:^|\.)leanpub\.com$/, path: /^\/(?!(?:about|blog|catalog|bookstore|store|authors|c|u)\/?$)[\w-]+\/?$/, kind: 'book' },
  { host: /(?:^|\.)pragprog\.com$/, path: /^\/(?:titles|book)\/./, kind: 'book' },
  { host: /(?:^|\.)manning\.com$/, path: /^\/books\/./, kind: 'book' },
  { host: /(?:^|\.)nostarch\.com$/, path: /^\/(?!(?:about|blog|catalog|bookstore|store|authors|c|u)\/?$)[\w-]+\/?$/, kind: 'book' },
  { host: /(?:^|\.)(?:oreilly\.com)$/, path: /^\/(?:library\/view|catalog)\/./, kind: 'book' },
  { host: /^shop\.oreilly\.com$/, path: /^\/product\//, kind: 'book' },
  { host: /(?:^|\.)goodreads\.com$/, path: /^\/(?:[a-z]{2}\/)?book\/show\//, kind: 'book' },
  { host: /^books\.google\.[a-z.]{2,6}$/, path: /^\/books/, kind: 'book' },
  { host: /(?:^|\.)gutenberg\.org$/, path: /^\/(?:ebooks|files|cache\/epub)\/\d/, kind: 'book' },
  { host: /^openlibrary\.org$/, path: /^\/(?:works|books|isbn)\//, kind: 'book' },
  { host: /^standardebooks\.org$/, path: /^\/ebooks\/./, kind: 'book' },
  { host: /(?:^|\.)packtpub\.com$/, path: /\/product\//, kind: 'book' },
  { host: /^mitpress\.mit\.edu$/, path: /^\/(?:books\/.|978)/, kind: 'book' },
  { host: /^link\.springer\.com$/, path: /^\/book\//, kind: 'book' },
  { host: /^dl\.acm\.org$/, path: /^\/doi\/book\//, kind: 'book' },
  // An ISBN-13 in a shop's or a publisher's address.
  {
    host: /(?:^|\.)(?:bookdepository|abebooks|waterstones|wiley|oup|cambridge|routledge|springer|apress|penguinrandomhouse|harpercollins|simonandschuster|bookshop)\.(?:com|org|co\.uk)$/,
    path: /(?:^|[/-])97[89]\d{0,10}(?:[/-]|$)/,
    kind: 'book',
  },
  { host: /(?:^|\.)audible\.(?:com|co\.uk|de|fr)$/, path: /^\/pd\//, kind: 'book' },
  { host: /(?:^|\.)barnesandnoble\.com$/, path: /^\/w\//, kind: 'book' },
  { host: /./, path: /\.(?:epub|mobi|azw3)$/i, kind: 'book' },
]

/** Pages that list or introduce rather than say something: channels, profiles, searches, package pages, files of data. */
const otherPages: readonly Rule[] = [
  { host: /(?:^|\.)youtube\.com$/, path: /^\/(?:@|c\/|channel\/|user\/|results|feed|hashtag)/, kind: 'other' },
  { host: /(?:^|\.)vimeo\.com$/, path: /^\/(?:user\d+|channels\/[\w-]+)\/?$/, kind: 'other' },
  { host: /(?:^|\.)(?:twitter|x)\.com$/, path: /^\/\w+\/?$/, kind: 'other' },
  { host: /^t\.me$/, path: /^\/\w+\/?$/, kind: 'other' },
  { host: /(?:^|\.)linkedin\.com$/, path: /^\/(?:in|company|school)\//, kind: 'other' },
  { host: /(?:^|\.)(?:google\.[a-z.]{2,6}|bing\.com|duckduckgo\.com)$/, path: /^\/(?:search|maps)?\/?$/, kind: 'other' },
  { host: /^(?:pypi\.org|crates\.io|rubygems\.org|hex\.pm|packagist\.org)$/, path: /^\/(?:project|crates|gems|packages)\//, kind: 'other' },
  { host: /(?:^|\.)npmjs\.com$/, path: /^\/package\//, kind: 'other' },
  { host: /^(?:play\.google|apps\.apple)\.com$/, kind: 'other' },
  { host: /(?:^|\.)(?:imdb\.com|netflix\.com|store\.steampowered\.com)$/, path: /^\/(?:title|app)\//, kind: 'other' },
  { host: /./, path: /\.(?:png|jpe?g|gif|webp|svg|zip|tar|gz|xz|7z|dmg|exe|iso|mp3|m4a|ogg|flac|wav)$/i, kind: 'other' },
  { host: /./, path: /\.(?:txt|docx?|pptx?|xlsx?|odt|odp|ps|djvu|rtf)$/i, kind: 'document' },
]

const works: readonly Rule[] = [...paperHosts, ...bookHosts]

const forge =
  /^(?:(?:www\.)?github\.com|(?:www\.)?gitlab\.com|gitlab\.[\w.-]+|codeberg\.org|(?:www\.)?bitbucket\.org|gitea\.com|framagit\.org|salsa\.debian\.org|invent\.kde\.org)$/
/** First parts of a forge's path that are the forge's own pages, not an owner. */
const forgeOwn =
  /^(?:orgs|topics|features|sponsors|marketplace|explore|settings|login|about|collections|trending|notifications|search|apps|readme|security|enterprise|stars|users|customer-stories|pricing|help|dashboard|site|-|api|snippets|groups)$/

/** A university, a research institute, or a folder that is named for papers. */
const academicHost =
  /\.edu$|\.edu\.[a-z]{2}$|\.ac\.[a-z]{2}$|(?:^|\.)(?:cs|inf|uni-[\w-]+|ens|inria|mpi-[\w-]+|ethz|epfl|tu-[\w-]+)\.(?:[\w-]+\.)*[a-z]{2,4}$|^research\./
const paperFolder = /\/(?:papers?|pubs?|publications?|research|preprints?|articles?|proceedings)\//i

/** The kind an address alone tells; `article` when it tells nothing. Takes a whole http(s) address, and the talk it is when that is known already. */
export function addressKind(address: string, known?: TalkLink | null): ItemKind {
  if (!URL.canParse(address)) return 'article'
  const url = new URL(address)
  const talk = known === undefined ? talkLink(address) : known
  if (talk)
    return talk.provider === 'archive-org' && talk.startSeconds === null && looksLikeBook(talk.identity, url.pathname) ? 'book' : 'talk'
  if (url.hostname === 'web.archive.org') return archivedKind(url)
  const { hostname, pathname } = url
  const rule = works.find((one) => applies(one, hostname, pathname))
  if (rule) return rule.kind
  if (isRepo(url)) return 'repo'
  if (/\.pdf$/i.test(url.pathname)) return academicHost.test(url.hostname) || paperFolder.test(url.pathname) ? 'paper' : 'document'
  return otherPages.find((one) => applies(one, hostname, pathname))?.kind ?? 'article'
}

function applies(rule: Rule, hostname: string, pathname: string): boolean {
  return rule.host.test(hostname) && (rule.path === undefined || rule.path.test(pathname))
}

/** A copy in the web archive is of its page's kind; only a recording is not in it. */
function archivedKind(url: URL): ItemKind {
  const inner = /^\/web\/\d{4,14}[a-z_]*\/(https?:\/\/?.+)$/.exec(url.pathname)?.[1]
  const kind = inner ? addressKind(inner.replace(/^(https?:)\/(?!\/)/, '$1//')) : 'article'
  return kind === 'talk' ? 'article' : kind
}

/** The root of a repository or one of its folders; a file, an issue or a discussion in it is something to read. */
function isRepo(url: URL): boolean {
  const parts = url.pathname.split('/').filter((part) => part !== '')
  const [owner = '', repo, view] = parts
  if (/^(?:git\.)?sr\.ht$/.test(url.hostname)) return owner.startsWith('~') && repo !== undefined && (view === undefined || view === 'tree')
  // cgit and gitweb keep it under its own name, wherever they stand.
  if (/\.git\/(?:(?:tree|log|about|refs)\/)?$/.test(url.pathname)) return true
  if (!forge.test(url.hostname) || forgeOwn.test(owner) || repo === undefined) return false
  if (view === undefined || view === 'tree' || (view === 'src' && parts.length <= 4)) return true
  // GitLab lets groups nest: group/subgroup/project
  return (
    url.hostname.includes('gitlab') && parts.length <= 4 && !parts.includes('-') && !/^(?:blob|issues|merge_requests|wikis)$/.test(view)
  )
}

/** Identifiers archive.org gives to scanned books and papers: `titleofbook0001auth`, `isbn_…`, library prefixes; or an open page in the address. */
function looksLikeBook(identifier: string, path: string): boolean {
  if (/\/page\/|\/mode\/[12]up/.test(path)) return true
  return /^[a-z]{6,16}\d{2,6}[a-z]{3,4}(?:_\d+)?$|^isbn_|^in\.(?:ernet|gov)|^bub_gb|^arxiv-|^(?:cu|b)\d{8,}|^gutenberg|(?:book|magazine|manual|pdf)/i.test(
    identifier,
  )
}
