// What a browser asks for must be what the address gives (Sec-Fetch-Dest, w3.org/TR/fetch-metadata). A page that is shown raw can have pictures
// of our own origin asked for, with the cookie: without this they could hold the events open until no connection is left for the screens.

type Room = { readonly at: RegExp; readonly gives: ReadonlySet<string> }
const room = (at: RegExp, ...gives: readonly string[]): Room => ({ at, gives: new Set(['empty', ...gives]) })

/** The first that matches; `empty` is what scripts of ours ask for, and no cached page has any. */
const rooms: readonly Room[] = [
  room(/^\/(?:call|events)(?:[/?#]|$)/),
  room(/^\/copy\/[^/?#]*\/asset\//, 'image', 'document'),
  room(/^\/copy\//, 'iframe', 'document'),
  room(/^\/blob\//, 'image', 'document'),
  room(/^\/recording\//, 'video', 'audio', 'document'),
  // Around a player of the web; only the screens show one.
  room(/^\/player\//, 'iframe'),
  room(/^\/assets\//, 'script', 'style', 'font', 'image', 'worker', 'document'),
  // The shell, and what a browser looks for beside any page.
  room(/^\/favicon\.ico$/, 'image', 'document'),
  room(/^/, 'document'),
]

/** True when `dest` may be answered with what stands at `path`; browsers that do not say what it is for, and other programs, may ask for all. */
export function isMeantFor(dest: string | undefined, path: string): boolean {
  return dest === undefined || rooms.find(({ at }) => at.test(path))?.gives.has(dest) === true
}
