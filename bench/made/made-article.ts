// One long article as a site serves it: so many words, so many code blocks, a heading now and then.
import { type SiteAnswer, sitePage } from '../../src/main/testing/site/site-page.ts'
import { madeWords } from './made-words.ts'

const wordsAParagraph = 80

export function madeArticle(words: number, codeBlocks: number): SiteAnswer {
  const made = madeWords(11)
  const paragraphs = Math.ceil(words / wordsAParagraph)
  const codeEvery = Math.max(1, Math.floor(paragraphs / codeBlocks))
  let blocks = 0
  const parts = Array.from({ length: paragraphs }, (_, n) => {
    const heading = n % 8 === 0 ? `<h2 id="part-${n}">${made.sentence(4)}</h2>` : ''
    if (n % codeEvery !== 0 || blocks >= codeBlocks) return `${heading}<p>${made.text(wordsAParagraph)}</p>`
    blocks += 1
    const lines = Array.from(
      { length: 18 },
      (_line, at) => `    ${made.word()}_${at} = ${made.word()}(${at}, "${made.word()}")  # ${made.word()}`,
    )
    const code = `def ${made.word()}_${n}(reader):\n${lines.join('\n')}\n    return [page for page in reader if page > ${n}]`
    return `${heading}<p>${made.text(wordsAParagraph)}</p><pre><code class="language-python">${code.replaceAll('>', '&gt;')}</code></pre>`
  })
  return sitePage({ title: 'A long walk', body: `<article><h1>A long walk</h1>${parts.join('\n')}</article>` })
}
