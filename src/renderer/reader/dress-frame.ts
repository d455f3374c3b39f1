// Gives the frame its looks: our one style sheet, the theme, the reading variables, and attributes that code and wide boxes need.
import type { Reading } from '../../shared/settings.ts'
import { readingVariables } from '../type/reading-variables.ts'
import articleCss from './article.css?url'
import { alignFigures } from './furniture/align-figures.ts'
import { fitTables, markLongCells } from './furniture/fit-tables.ts'
import { languageName } from './furniture/language-name.ts'

/** Resolves when the sheet is there (or could not be had: an undressed article is still an article). */
export function dressFrame(frame: Document, reading: Reading): Promise<void> {
  copyTheme(frame)
  setReading(frame, reading)
  labelCode(frame)
  alignFigures(frame)
  markLongCells(frame)
  return new Promise((dressed) => {
    const link = frame.createElement('link')
    link.rel = 'stylesheet'
    link.href = new URL(articleCss, document.baseURI).href
    link.onload = () => dressed()
    link.onerror = () => dressed()
    frame.head.append(link)
  })
}

/** The reader's choices: six variables, and the switch the sheet reads from an attribute. Wrapped code is furniture/code-tools.tsx's. */
export function setReading(frame: Document, reading: Reading): void {
  const { style, dataset } = frame.documentElement
  for (const [name, value] of Object.entries(readingVariables(reading))) style.setProperty(name, value)
  dataset.hyphens = reading.hyphenate ? 'auto' : 'manual'
}

/** The frame wears the window's theme, now and at every change. Answers how to stop. */
export function followTheme(frame: Document): () => void {
  copyTheme(frame)
  const watcher = new MutationObserver(() => copyTheme(frame))
  watcher.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
  return () => watcher.disconnect()
}

function copyTheme(frame: Document): void {
  const { theme } = document.documentElement.dataset
  if (theme !== undefined) frame.documentElement.dataset.theme = theme
}

/** The language of a code block stands in a class; the sheet shows it from an attribute. */
function labelCode(frame: Document): void {
  for (const pre of frame.querySelectorAll('pre')) {
    const named = pre.querySelector('code[class*="language-"]') ?? pre
    const language = /(?:^|\s)language-([\w+#.-]+)/.exec(named.className)?.[1] ?? pre.dataset.language
    if (language === undefined) continue
    pre.dataset.language = language
    pre.dataset.languageName = languageName(language)
  }
}

/** Boxes wider than the column scroll by themselves, and then a keyboard must reach them. Called again after every change of width. */
export function markWideBoxes(frame: Document): void {
  fitTables(frame)
  for (const box of frame.querySelectorAll('pre, table, math[display="block"], .math-display')) {
    if (box.scrollWidth > box.clientWidth + 1) box.setAttribute('tabindex', '0')
    else box.removeAttribute('tabindex')
  }
}
