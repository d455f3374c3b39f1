// An address as it is shown to people: the host apart, because it says whom one would visit, and no more of the rest than fits. Pure.
import { shortened } from '../../../shared/text/shortened.ts'

const longest = 120

export function addressWords(url: string): { readonly host: string; readonly rest: string } {
  if (!URL.canParse(url)) return { host: '', rest: shortened(url, longest) }
  const { host, pathname, search, hash } = new URL(url)
  const rest = `${pathname === '/' && search === '' && hash === '' ? '' : pathname}${search}${hash}`
  return { host: host.replace(/^www\./, ''), rest: shortened(readable(rest), longest) }
}

function readable(text: string): string {
  try {
    // What would look like something else than it is stays as it is written (spaces, direction marks, controls).
    const plain = decodeURIComponent(text)
    return /[\s\p{C}\p{Z}]/u.test(plain) ? text : plain
  } catch {
    return text
  }
}
