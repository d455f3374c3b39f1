// Before the first journey: the programs are built, and the first line says what the desktop project runs in.
import { chromium, type FullConfig } from 'playwright/test'
import { buildWhenStale } from '../src/launch/build-when-stale.mjs'
import { realElectron } from './real-electron.ts'

async function beforeJourneys(config: FullConfig): Promise<void> {
  if (!(await buildWhenStale())) throw new Error('there is nothing to run the journeys on')
  const electron = realElectron()
  if (electron !== null) {
    console.log(`desktop: Electron ${electron.version}`)
    return
  }
  const browser = await chromium.launch(config.projects[0]?.use.launchOptions ?? {})
  console.log(`desktop: stand-in over Chromium ${browser.version()}`)
  await browser.close()
}

// Playwright asks for a default export here.
// biome-ignore lint/style/noDefaultExport: see above
export default beforeJourneys
