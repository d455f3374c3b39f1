// Every bench, in the order of the table. A new one is a file beside this and a line here.
import type { Bench } from '../bench.ts'
import { bulkBench } from './bulk.ts'
import { importBench } from './import-pages.ts'
import { listOfTextBench } from './list-of-text.ts'
import { searchBench } from './search.ts'
import { startBench } from './start.ts'
import { windowArticleBench } from './window-article.ts'
import { windowSavingBench } from './window-saving.ts'
import { windowScrollBench } from './window-scroll.ts'
import { windowSearchBench } from './window-search.ts'
import { windowStartBench } from './window-start.ts'

export const allBenches: readonly Bench[] = [
  importBench,
  startBench,
  searchBench,
  bulkBench,
  listOfTextBench,
  windowStartBench,
  windowScrollBench,
  windowSearchBench,
  windowArticleBench,
  windowSavingBench,
]
