// Puts a stored article into the one page the sandboxed frame loads. What it may do there is security-headers.ts's.

export type CopyPage = {
  readonly title: string
  readonly lang: string | null
  readonly dir: 'ltr' | 'rtl' | null
  /** The stored, sanitised article; its pictures are addressed `asset/<sha256>`, relative to the page. */
  readonly html: string
}

/** The whole HTML page of a copy. `html` goes in as it is; everything else is escaped. */
export function copyPage({ title, lang, dir, html }: CopyPage): string {
  const attributes = [
    lang !== null && /^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$/.test(lang) ? ` lang="${lang}"` : '',
    dir === null ? '' : ` dir="${dir}"`,
  ].join('')
  return (
    `<!doctype html><html${attributes}><head><meta charset="utf-8"><title>${escapeText(title)}</title></head>` +
    `<body><article class="article">${html}</article></body></html>`
  )
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
