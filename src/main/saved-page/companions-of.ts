// The files beside a saved page under the addresses its HTML calls them by.
import type { Companion } from '../../shared/journey.ts'
import { plainPath } from './choose-main-file.ts'
import type { GivenFile } from './given-file.ts'

/** What a page is made with, but nothing a copy keeps. */
const noPicture = /\.(?:css|m?js|json|map|x?html?|mhtml?|woff2?|ttf|otf|eot)$|(?:^|\/)\._/i

/**
 * Every other file by its absolute address, relative to the page's place and resolved against each base. The type is left to sniffing.
 * A name can be written in an address in two ways (`a+b.png`, `a%2Bb.png`), and pages use both.
 */
export function companionsOf(files: readonly GivenFile[], main: GivenFile, bases: readonly string[]): ReadonlyMap<string, Companion> {
  const companions = new Map<string, Companion>()
  const folder = main.path.split('/').slice(0, -1)
  for (const file of files) {
    const path = plainPath(file.path)
    if (path === main.path || noPicture.test(path) || file.bytes.length === 0) continue
    const names = relative(folder, path.split('/'))
    for (const base of new Set(bases)) {
      for (const spelled of [names.map(encodeURIComponent), names.map((name) => name.replace(/[%?#]/g, encodeURIComponent))]) {
        for (const address of [spelled.join('/'), spelled.join('/').normalize('NFC')]) {
          companions.set(new URL(`./${address}`, base).href, { mime: 'application/octet-stream', bytes: file.bytes })
        }
      }
    }
  }
  return companions
}

function relative(folder: readonly string[], path: readonly string[]): readonly string[] {
  let same = 0
  while (same < folder.length && folder[same] === path[same]) same += 1
  return [...folder.slice(same).map(() => '..'), ...path.slice(same)]
}
