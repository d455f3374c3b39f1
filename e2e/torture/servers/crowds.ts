// Pages that hold too much of what each alone is harmless: pictures, links, hosts, sources, icons, and pictures of a host that is dead.
import type { ItemSummary } from '../../../src/shared/item.ts'
import { always, answer, article, byPath, picture, png, silence } from './answers.ts'
import type { Case } from './case.ts'
import type { World } from './world.ts'

/** `many` pictures and links on a page, `hosts` hosts on another. */
export async function crowds(world: World, many: number, hosts: number): Promise<readonly Case[]> {
  const group = 'crowds'
  const list = (count: number, each: (n: number) => string) => Array.from({ length: count }, (_, n) => each(n)).join('')
  const origin = await world.host(
    'crowd.example',
    byPath({
      '/pictures': answer(
        article(
          'A page of very many pictures',
          list(many, (n) => `<p><img src="/p/${n}.png" alt="p"></p>`),
        ),
      ),
      '/same': answer(
        article(
          'A page of one picture, very often',
          list(many, () => '<p><img src="/p/one.png" alt="p"></p>'),
        ),
      ),
      '/links': answer(
        article(
          'A page of very many links',
          list(many, (n) => `<p>See <a href="/l/${n}">it</a>.`),
        ),
      ),
      '/hosts': answer(
        article(
          'A page of very many hosts',
          list(hosts, (n) => picture(`http://h${n}.crowd.example/p.png`)),
        ),
      ),
      '/sources': answer(
        article(
          'A picture of very many sources',
          `<p><img src="/p/1.png" srcset="${list(many, (n) => `/p/${n}.png ${n + 1}w, `)}" alt="p"></p>`,
        ),
      ),
      '/icons': answer(
        article(
          'A page of very many icons',
          '',
          list(5_000, (n) => `<link rel="icon" href="/i/${n}.png"><meta property="og:image" content="/o/${n}.png">`),
        ),
      ),
      '*': png,
    }),
  )
  await world.host('crowd-of-pictures.example', always(png, 'stay'))
  for (let n = 0; n < hosts; n += 1) world.lead(`h${n}.crowd.example`, [[world.numberOf('crowd-of-pictures.example')]])
  const stuck = await world.host(
    'stuck-pictures.example',
    byPath({
      '/': answer(
        article(
          'A page of stuck pictures',
          list(400, (n) => picture(`http://never.stuck-pictures.example/${n}.png`)),
        ),
      ),
      '*': png,
    }),
  )
  await world.host('never.stuck-pictures.example', silence)
  const few = (path: RegExp, most: number) => () => {
    const asked = world.hits('crowd.example').filter((line) => path.test(line)).length
    return asked <= most ? null : `${asked} pictures were asked for`
  }
  const rest = (item: ItemSummary) => {
    const said = item.report?.missing.filter(({ about }) => about === 'image').reduce((sum, { count }) => sum + (count ?? 1), 0) ?? 0
    const here = item.report?.counts.images.copy ?? 0
    if (item.failure !== null) return null
    return said + here >= many ? null : `of ${many} pictures ${here} are here and ${said} said to be missing`
  }
  return [
    {
      group,
      name: `${many} pictures`,
      link: `${origin}/pictures`,
      ends: ['partial', 'page.unreadable'],
      holds: (item) => few(/\/p\/\d+\.png/, 510)() ?? rest(item),
    },
    {
      group,
      name: `one picture ${many} times`,
      link: `${origin}/same`,
      ends: ['complete', 'page.unreadable'],
      holds: few(/\/p\/one\.png/, 1),
    },
    { group, name: `${many} links`, link: `${origin}/links`, ends: ['complete', 'page.unreadable'] },
    { group, name: `${hosts} hosts`, link: `${origin}/hosts`, ends: hosts > 500 ? ['partial'] : ['complete'] },
    { group, name: `${many} sources of one picture`, link: `${origin}/sources`, ends: ['complete', 'partial', 'page.unreadable'] },
    { group, name: '5,000 icons', link: `${origin}/icons`, ends: ['complete'], holds: few(/\/[io]\/\d+\.png/, 50) },
    {
      group,
      name: '400 pictures of a host that never answers',
      link: `${stuck}/`,
      ends: ['partial'],
      holds: () => {
        const asked = world.hits('never.stuck-pictures.example').length
        return asked <= 40 ? null : `${asked} pictures were waited for`
      },
    },
  ]
}
