// What the words of a link tell: a title, or only what kind of thing it leads to (`slides`, `here`, `video`).

/** A sign for another address of the same thing, kept with it. */
const other =
  /^(?:slides?(?: ?\(?(?:pdf|deck|\d{1,2}|[ivx]{1,4})\)?)?|(?:slides|code|notes|materials?) (?:and|&|\+) (?:slides|code|notes|materials?)|(?:slide )?deck|mirrors?(?: ?\d)?|alt(?:ernat(?:e|ive))?(?: link| source)?|backup|archived?(?: ?(?:copy|version|link|page))?|archive\.(?:org|is|ph|today)|wayback(?: machine)?|web ?archive|cached?(?: copy)?|doi|bib(?:tex)?|transcript(?:s|ion)?|subtitles|(?:presentation|talk|workshop|course) materials?|notes?|lecture notes?|code|source(?: code)?|github|gitlab|repo(?:sitory)?|(?:full )?pdf(?: version)?|(?:pdf|html|epub|text|slides|video)(?: \([\w -]{2,20}\))? (?:is )?available|\.?ps|postscript|html(?: version)?|(?:\w+ ){0,2}(?:notebooks?|implementations?)|epub|mobi|kindle|txt|print(?:able)?(?: version)?|abs(?:tract)?|preprint|arxiv|(?:rss|atom|podcast)(?: feed)?|feed|amazon|goodreads|buy|free(?: online| pdf| version| access| copy| download)?|(?:read )?online|online version|download|original|local copy|acm|ieee|springer|semantic scholar|openreview|medium|english|chinese|japanese|korean|french|german|spanish|russian|(?:github)?博客版?地址|源码|代码|幻灯片|课件|中文|简体中文|日本語|한국어|deutsch|français|español|русский|non-paywalled|paywall-free)$/i
/** The number of a work in a register. */
const identifier =
  /^(?:doi:?\s*)?10\.\d{4,9}\/\S+$|^(?:arxiv|pmid|pmc|isbn|issn|s2cid|jstor|oclc|bibcode)[:\s]?\s*[\w./-]*\d[\w./-]*$|^[\d-]{10,17}x?$/i
/** Talk about it, or its frame: left out when the thing itself is linked. */
const aside =
  /^(?:discuss(?:ion)?s?(?: on .{1,30})?|conversations?|resources|\/?r\/\w+|comments?(?: (?:url|link|page))?|(?:hacker news|hn|reddit|lobsters) (?:discussion|comments?|thread)s?|hn|hacker news|reddit|lobsters|lobste\.rs|thread|tweet|errata|faqs?|demo|(?:(?:a|my|full|longer|short|book) )*reviews?|summary|supplement(?:ary)?(?: material)?|appendix|poster|project|(?:(?:project|book|course|talk|paper|author|conference)(?:['’]s)? )?(?:page|website|web ?site|site|home ?page)|official (?:site|website|page)|wiki(?:pedia)?|blog|docs?|documentation|author|license|changelog|annotated|via|citation|cite|dataset|data|(?:the )?forums?|mailing[- ]list|chat|irc(?: channel)?|community|#\S+(?: on \S+)?|(?:on )?(?:slack|discord|gitter|irc|mastodon|twitter)|exercises?|solutions?|homework|assignments?|q&a)$/i
/** Another thing of its own that belongs to it. */
const media =
  /^(?:(?:the |full |lecture |conference |talk |youtube )?(?:video|videos|recording|recordings|screencast)(?: ?\(?(?:youtube|vimeo|pyvideo)\)?)?|talk|youtube|you ?tube|vimeo|on (?:youtube|vimeo)|watch(?: (?:(?:it )?(?:on|at) [\w.]+|it|the (?:talk|video)|this (?:talk|video)|now|here))?|lecture|presentation|keynote|podcast|audio|(?:direct )?(?:mp3|audio|video) (?:link|file|download|version)|mp3|listen|(?:session|talk|video)\s+(?:\d{1,2}|[ivx]{1,4})|episode|(?:youtube[- ])?playlist|paper|article|post|blog ?(?:post|article|entry)|write-?up|book|course|link|talk video|video talk|webinar|interview)$/i
/** Words that point and name nothing. */
const pointer =
  /^(?:\^?\d{1,3}|\^[\w-]+|[*†‡]|\[?\d{1,3}\]?|🖼|here|this|that|these|this (?:one|link|talk|video|post|article|paper|book|page|blog ?post|series|list|guide|tutorial|course|essay|comment|thread|presentation|lecture|keynote|site|repo|great \w+)|link(?: \d+)?|(?:course|video|talk|paper|article|book|blog|playlist|tutorial|website) (?:link|url)|(?:article |post |story )?url|direct link|web ?site|site|page|source|ref(?:erence)?|read(?: more)?|read (?:it |the )?(?:here|online|article|post|full article|full post|whole thing)|more|learn more|more info(?:rmation)?|continue(?: reading)?|details|see (?:here|this)|click here(?: .{1,40})?|here (?:if|for|as|to|when|in)(?: [\p{Ll}'’]+){1,6}|(?:a )?link to (?:the )?\w+(?: \w+)?|check (?:it )?out|(?:\w+ly )?(?:uploaded|posted|hosted|published|available|archived|recorded) (?:to|on|at|from|by) .{2,30}|go|visit|open|(?:the )?(?:full|whole|entire|complete) (?:text|article|post|version|book|paper|talk|video|essay|story|interview|list|series|thread|report)|(?:the |this |a )?(?:course )?text ?book|view|(?:part |pt\.? ?|#)?(?:\d+|one|two|three|four|five|six|seven|eight|[ivx]+)|\(?(?:1|2|3|4|5)(?:st|nd|rd|th)?\)?|(?:a |his |her |their |the |my )?(?:ph\.?d\.? |master['’]?s |doctoral )?(?:thesis|dissertation)|(?:a |his |her |their |the )?(?:talk|video|paper|article|post|book|series|lecture|keynote)|链接|地址|原文(?:链接|地址)?|传送门|官网|点击(?:这里|此处|查看)?|这里|>>|→|🔗|📺|🎥|📄|📝|📖)$/iu

export type WordsOf = 'title' | 'other' | 'aside' | 'media' | 'pointer'

/** What a link's words are. Brackets and signs around them do not count. */
export function kindOfWords(words: string): WordsOf {
  const plain = words
    .replace(/^[\s([{"'“*_:;,.–—-]+|[\s)\]}"'”*_:;,.!–—→»›-]+$/gu, '')
    .replace(/^(?:\p{Extended_Pictographic}\ufe0f?\s*)+(?=\p{L})/u, '')
    .replace(/[\s,]+\(?\d{4}$/, '')
    .replace(/\s*\((?:youtube|vimeo|github|pdf|video|slides|html)\)?$/i, '')
    .replace(/\s+(?:in\s+|\()(?:english|spanish|german|french|russian|chinese|japanese|portuguese|italian|korean|polish)\)?$/i, '')
    .replace(/^as an? /i, '')
    .trim()
  // Signs alone (`↗`) name nothing; nor does `:floppy_disk:`.
  if (!/[\p{L}\p{N}]/u.test(plain)) return 'pointer'
  if (/^:[a-z][\w+-]{1,30}:$/.test(words.trim())) return 'pointer'
  if (other.test(plain) || identifier.test(plain)) return 'other'
  if (aside.test(plain)) return 'aside'
  if (media.test(plain)) return 'media'
  return pointer.test(plain) ? 'pointer' : 'title'
}

/** True for two to four capitalised words, or a handle: a person, when nothing else speaks for a title. */
export function looksLikeName(words: string): boolean {
  const plain = words.trim().replace(/^(?:Dr|Prof|Mr|Mrs|Ms|Sir)\.?\s+/i, '')
  if (/^@[\w.-]+$/.test(plain)) return true
  return /^(?:\p{Lu}[\p{L}.'’-]*)(?:\s+(?:\p{Lu}[\p{L}.'’-]*|de|da|del|di|van|von|der|den|la|le|el|al|bin|ter)){1,3}$/u.test(plain)
}
