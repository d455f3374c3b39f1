// Whether words beside a link only point to it ("this talk", "the slides") and so are no title. What else is no title: link-words.ts, quoted-words.ts.

/** What sort of things follow, before a colon. */
const category =
  /^(?:(?:other|more|some|further|useful|related|good|interesting|additional|external|favou?rite)\s+)*(?:blogs|talks|papers|articles|posts|books|videos|podcasts|sites|websites|courses|newsletters|resources|links|lectures|tutorials|others?|(?:any|every|some)thing)$/i
const deictic =
  /^(?:the|an?|here|this|these|that|link|source|see|edit|update|ps|p\.s\.|via|video|talk|slides|paper|article|post|book|more|url|website|e\.g\.?|i\.e\.?|(?:full|original|direct|whole) (?:link|url|text|version)|and|or|also|of course|finally|lastly|from|at|on|watch|read|listen|give (?:it|this|that)|(?:start|begin)(?:ning|ing)? with|try|check out|look at|go to)\b/i
/** "References:", "More on this at:" in languages that lists are often written in. */
const abroad =
  /^(?:referenc(?:es|ias?)|referências|références|referenzen|quellen?|sources?|fuentes?|fontes?|literatur(?:verzeichnis)?|mehr (?:dazu|darüber|infos?|informationen)|siehe(?: auch)?|weiterführende links|m[aá]s (?:informaci[oó]n|sobre (?:esto|ello|el tema))|ver tambi[eé]n|enlaces?|mais (?:informaç(?:ão|ões)|sobre (?:isso|isto|o assunto)|detalhes)|veja (?:mais|tamb[eé]m)|saiba mais|en savoir plus|plus d['’]infos?|voir aussi|liens?|подробнее|источники?|ссылк[аи]|смотри(?:те)? также|参考(?:资料|文献|链接)?|參考(?:資料|文獻|連結)?|详见|参见|延伸阅读|延伸閱讀|相关链接|出典|参照|関連リンク|참고(?: ?자료)?|출처)(?:\s+(?:em|en|in|aqui|aquí|ici|hier|здесь|unter|auf|sur|:))?\s*[:：]?$/iu
/** "Great talk on this", "Some slides about it". */
const praised =
  /^(?:\p{L}+\s+){0,2}(?:talk|video|lecture|paper|article|post|book|slides|write-?up|read|watch|thread|discussion)\s+(?:on|about|of|for|explaining|covering)\s+(?:this|that|it|them|these|the (?:topic|subject|matter|same))$/iu
/** Words that point and have no capital after the first letter name nothing. */
export const isDeictic = (words: string): boolean =>
  category.test(words) ||
  /\b(?:it|they|he|she|this|there)\s+(?:does|do|did|is|are|was|has|have|will|works?)$/i.test(words) ||
  abroad.test(words) ||
  praised.test(words) ||
  (deictic.test(words) && !/\p{Lu}/u.test(words.slice(1)) && !isCalled(words))
/** "The twelve-factor app": with its article, and no noun that only points. */
const isCalled = (words: string): boolean =>
  /^(?:The|An?)\s+\S+\s+\S+/.test(words) &&
  !/\b(?:talk|video|paper|slides|post|article|link|url|book|page|site|website|text|version|recording|one|source|list|thing|same|following|first|second|third|last|next|other)s?$/i.test(
    words,
  )
