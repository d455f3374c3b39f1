// An address as it is shown to people: the host apart, because it says whom one would visit, and no more of the rest than fits. Pure.
import { isSavedFileAddress } from '../../../shared/address/saved-file-address.ts'
import { shortened } from '../../../shared/text/shortened.ts'

const longest = 120

export type AddressWords = {
  readonly host: string
  readonly rest: string
  /** A user name before the host, which is written like a host to be taken for one. The password is never shown. */
  readonly user: string | null
}

export function addressWords(url: string): AddressWords {
  if (!URL.canParse(url)) return { host: '', rest: shortened(url, longest), user: null }
  const { protocol, host, pathname, search, hash, username } = new URL(url)
  if (protocol === 'mailto:') return { host: '', rest: shortened(mailAddress(url), longest), user: null }
  // A page that came as a file has a made-up address: what the link says in it is all there is.
  if (isSavedFileAddress(url))
    return { host: '', rest: shortened(readable(pathname.replace(/^\/[^/]*\//, '') + search + hash), longest), user: null }
  const rest = `${pathname === '/' && search === '' && hash === '' ? '' : pathname}${search}${hash}`
  return {
    host: host.replace(/^www\./, ''),
    rest: shortened(readable(rest), longest),
    user: username === '' ? null : shortened(readable(username), longest),
  }
}

/** Whom a mailto link names, without subject and text; as a mail program would be given it. */
export function mailAddress(url: string): string {
  return readable(new URL(url).pathname)
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
