// What people write before a title on its line, and what stands between it and its address: "By far my favourite, …", "EDIT: …", "… available at".

/** `By far my favourite, …`, `Another example is …`, `My second recommendation would be …`. */
const praise =
  /^(?i:(?:(?:and|but|so)\s+)?(?:(?:by far|probably|perhaps|maybe|definitely|also)\s+)?(?:my|our|another|one|an?|the)\s+(?:[\p{Ll}-]+\s+){0,3}(?:favou?rites?|examples?|recommendations?|suggestions?|picks?|classics?|ones?|must-(?:reads?|watch(?:es)?))(?:\s+(?:books?|talks?|papers?|articles?|videos?|posts?|lectures?|essays?))?(?:\s+(?:of mine|for me|here|in this (?:genre|area|space)))?(?:\s+(?:is|are|was|would be|has to be)|\s*[,:–—-]))\s+(?=["“'*_]*[\p{Lu}\p{N}])/u

/** The words in front of a link without their lead-in and without the signs and words that only lead on to the link. */
export function withoutLeadIn(lead: string): string {
  return (
    lead
      .replace(/^[\s(]+(?=[^)]*$)/u, '')
      .replace(/[\s:–—>→(["'<|=：（-]+$/u, '')
      // How urgent it is: `(!!!) A Title`.
      .replace(/^[\p{So}\s]*\(?!{1,5}\)?\s+(?=\S)/u, '')
      .replace(/^(?:edit|update|p\.?s\.?)\s*\d*\s*[:–—-]\s*/iu, '')
      // "(from memory) The …"
      .replace(/^\(\p{Ll}[^()]{0,60}\)\s*/u, '')
      .replace(praise, '')
      // "For papers, start with …"
      .replace(
        /^For\s+[\p{Ll}\s]{3,30},\s+(?:I(?:'d| would) )?(?:start(?:ing)? with|begin with|try|read|watch|see|recommend)\s+(?=["“]?\p{Lu})/u,
        '',
      )
      .replace(/^(?:Read|Watch|See|Try|Get)\s+(?:the|a|this|his|her)\s+(?=\p{Lu}\S*\s+\p{Lu})/u, '')
      .replace(
        /^(?:have|has)\s+(?:you|any(?:one|body)(?: here)?)\s+(?:looked (?:at|into)|seen|read|watched|tried|heard of|checked out)\s+(?=["“]?\p{Lu})/iu,
        '',
      )
      // '"a name", which is what it does'
      .replace(/^(["“]?[^"“”]{2,100}["”]),?\s+(?:which|who|that)\s.*$/su, '$1')
      .replace(/[,;(]?\s+(?:(?:freely|free|available|online|readable|to be found|which is)\s+){1,3}(?:at|here|from|on|under)$/iu, '')
      .replace(/\s+(?:comes?|is|are)\s+(?:highly|strongly|well)\s+recommended$/i, '')
      .trim()
      .replace(
        /^(?:(?:e\.g\.|also|and|plus|or|then|\[\d{1,3}\]:?|\d{1,3}[.)/])\s+|(?:bonus|title|link|url|video|talk|paper|book|article|post|watch|read)\s*:\s*)(?=["“\p{Lu}])/iu,
        '',
      )
  )
}
