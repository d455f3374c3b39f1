// `npm run screenshots`: paints every screen into docs/screenshots. Apart from the journeys, for it proves nothing and takes minutes.
// CARREL_SCREENSHOTS=<folder> paints somewhere else; CARREL_SCREENSHOTS_ALL=1 paints every screen in every theme and width.
import { defineConfig } from 'playwright/test'
import journeys from '../../playwright.config.ts'

export default defineConfig({
  ...journeys,
  testDir: '.',
  globalSetup: '../before-journeys.ts',
  outputDir: '../../test-results/screenshots',
  workers: 1,
  use: { ...journeys.use, actionTimeout: 10_000 },
  timeout: 1_200_000,
  projects: [{ name: 'browser' }],
})
