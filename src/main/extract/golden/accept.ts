// Writes what golden pages become now: `npm run golden -- <slug …>`, or all of them without a name. The difference is read like code.
import { writeFileSync } from 'node:fs'
import { goldenFile, goldenResult, goldenSlugs } from './cases.ts'

const asked = process.argv.slice(2)
const unknown = asked.filter((slug) => !goldenSlugs.includes(slug))
if (unknown.length > 0) {
  process.stderr.write(`no golden page named ${unknown.join(', ')}; there are ${goldenSlugs.join(', ')}\n`)
  process.exitCode = 2
} else {
  for (const slug of asked.length > 0 ? asked : goldenSlugs) {
    const { html, json } = goldenResult(slug)
    writeFileSync(goldenFile(slug, 'article.html'), html)
    writeFileSync(goldenFile(slug, 'article.json'), json)
    process.stdout.write(`accepted ${slug}\n`)
  }
}
