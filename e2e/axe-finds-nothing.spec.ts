// What machines can find of access: every screen and what opens over it, in five themes, in a wide window and in one at 200 % zoom.
import { askAxe, type Theme, themes } from './ask-axe.ts'
import { beyondTheWindow } from './beyond-the-window.ts'
import { expect, test } from './fixtures.ts'
import { fillTheLibrary, walkEmptyPlaces, walkTheLibrary } from './walk-the-library.ts'
import { walkTheReader } from './walk-the-reader.ts'

const wide = { width: 1440, height: 900 }
/** The same window at 200 %: panels lie over the page, and everything must still be reached. */
const zoomed = { width: 720, height: 450 }
/** The screens are the same behind both doors: each shows them in one of the windows, so that all of it stays quick. */
const windows: readonly {
  readonly door: string
  readonly name: string
  readonly size: typeof wide
  readonly inThemes: readonly Theme[]
}[] = [
  { door: 'browser', name: 'in a wide window', size: wide, inThemes: themes },
  { door: 'desktop', name: 'at 200 % zoom', size: zoomed, inThemes: ['dark'] },
]

for (const { door, name, size, inThemes } of windows) {
  for (const room of ['library', 'reader'] as const) {
    test(`nothing is found in the ${room} ${name}`, async ({ page, site, carrel }, info) => {
      test.skip(info.project.name !== door, `shown behind the other door`)
      test.setTimeout(300_000)
      await page.emulateMedia({ reducedMotion: 'reduce' })
      await page.setViewportSize(size)
      const seen = new Set<string>()
      const look = async (what: string) => {
        seen.add(what)
        expect.soft(await askAxe(page, inThemes), what).toEqual([])
        expect.soft(await beyondTheWindow(page), `out of reach: ${what}`).toEqual([])
        // The system asked for little motion: nothing takes any time.
        expect.soft(await page.evaluate(moving), `moving: ${what}`).toEqual([])
      }
      const walk = { page, site, carrel, look }
      if (room === 'reader') await walkTheReader(walk)
      else {
        await walkEmptyPlaces(walk)
        await fillTheLibrary(walk)
        await walkTheLibrary(walk)
      }
      expect(seen.size).toBeGreaterThan(15)
    })
  }
}

function moving(): readonly string[] {
  return document.getAnimations().flatMap(({ effect }) => {
    const target = effect instanceof KeyframeEffect ? effect.target : null
    return Number(effect?.getComputedTiming().duration ?? 0) > 1 ? [target?.className ?? 'something'] : []
  })
}
