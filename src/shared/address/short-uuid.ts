// PeerTube's short ids: a uuid as a number in base 58 (Flickr's alphabet), as the package short-uuid writes it.

const alphabet = '123456789abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ'
const uuidShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** The uuid, in lower case, of a uuid or of its 22-character short form; null when it is neither. */
export function readUuid(text: string): string | null {
  const lower = text.toLowerCase()
  if (uuidShape.test(lower)) return lower
  if (text.length !== 22) return null
  let value = 0n
  for (const letter of text) {
    const digit = alphabet.indexOf(letter)
    if (digit < 0) return null
    value = value * 58n + BigInt(digit)
  }
  if (value >> 128n !== 0n) return null
  const hex = value.toString(16).padStart(32, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
