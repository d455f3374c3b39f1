// One Lucide icon at our size and stroke. An icon alone gets its name from the button around it, so it is hidden from readers.
import type { LucideIcon } from 'lucide-react'

/** `small`: 14 px, for small buttons. */
export function Icon({ of: Drawing, small = false }: { readonly of: LucideIcon; readonly small?: boolean }) {
  return <Drawing className={small ? 'i s' : 'i'} strokeWidth={1.75} aria-hidden="true" focusable="false" />
}
