// The few globals every runtime of ours has (Node, Electron, browser). Anything else does not belong in shared.
declare class URL {
  constructor(url: string, base?: string | URL)
  static canParse(url: string, base?: string): boolean
  hash: string
  host: string
  hostname: string
  href: string
  readonly origin: string
  password: string
  pathname: string
  port: string
  protocol: string
  search: string
  readonly searchParams: URLSearchParams
  username: string
  toString(): string
}
declare class URLSearchParams {
  constructor(init?: string | Record<string, string> | readonly (readonly [string, string])[])
  append(name: string, value: string): void
  delete(name: string): void
  get(name: string): string | null
  getAll(name: string): string[]
  has(name: string): boolean
  set(name: string, value: string): void
  sort(): void
  readonly size: number
  forEach(callback: (value: string, name: string) => void): void
  keys(): IterableIterator<string>
  entries(): IterableIterator<[string, string]>
  [Symbol.iterator](): IterableIterator<[string, string]>
  toString(): string
}
declare class TextEncoder {
  encode(text: string): Uint8Array
}
