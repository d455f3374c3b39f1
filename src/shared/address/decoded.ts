// A part of an address as it is read: what is not well-formed stays as it is written. Pure.

export function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
