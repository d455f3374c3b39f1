// The first line of the journeys' report: what the desktop project runs in.
import { chromium, type FullConfig } from 'playwright/test'
import { realElectron } from './real-electron.ts'

async function sayWhichDesktop(config: FullConfig): Promise<void> {
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
export default sayWhichDesktop
