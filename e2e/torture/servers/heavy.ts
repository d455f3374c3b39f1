// Pages of many large pictures, all different and all kept: harmless one by one, and more together than a process should ever hold.
import { samplePictures } from '../../../src/main/assets/sample-pictures.ts'
import type { Length } from '../attack.ts'
import { answer, article, head, pathOf, picture } from './answers.ts'
import { type Case, pictureBytes } from './case.ts'
import type { World } from './world.ts'

/** Pages at once, and pictures on each. */
const sizes = { short: { pages: 4, pictures: 4 }, full: { pages: 16, pictures: 40 } } as const

/** What a core may take for them, in megabytes: a process at rest, and what is on its way at one moment. */
export const mostHeavyMb = 600

export async function heavyCases(world: World, length: Length): Promise<readonly Case[]> {
  const { pages, pictures } = sizes[length]
  const bytes = Buffer.concat([samplePictures.png, Buffer.alloc(pictureBytes - 1_000 - samplePictures.png.length, 0x2e)])
  return Promise.all(
    Array.from({ length: pages }, async (_, n): Promise<Case> => {
      const images = Array.from({ length: pictures }, (_one, at) => picture(`/${at}.png`)).join('')
      const origin = await world.host(`heavy-${n}.example`, (socket, request) => {
        const path = pathOf(request)
        if (path === '/') return socket.write(answer(article(`A heavy page, number ${n}`, images)))
        // What it is called makes it another picture, behind the end that its own bytes tell.
        const name = Buffer.from(`${n}${path}`.padEnd(64))
        socket.write(head({ 'content-type': 'image/png', 'content-length': String(bytes.length + name.length) }))
        socket.write(bytes)
        socket.write(name)
      })
      return {
        group: 'heavy pages',
        name: `number ${n}`,
        link: `${origin}/`,
        ends: ['complete'],
        holds: ({ report }) => counted(report?.counts.images.copy, pictures),
      }
    }),
  )
}

function counted(here: number | undefined, wanted: number): string | null {
  return here === wanted ? null : `${here} of ${wanted} pictures are here`
}
