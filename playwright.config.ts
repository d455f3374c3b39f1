// The journeys, told once and run twice: through the loopback door in a browser, and through the window's door.
import { defineConfig } from 'playwright/test'
import { browserArguments } from './e2e/browser-arguments.mjs'
import { findBrowser } from './e2e/find-browser.mjs'

const executablePath = findBrowser()

export default defineConfig({
  testDir: 'e2e',
  // What ends in .test.ts is the attacks', and runs with the unit tests.
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  globalSetup: './e2e/before-journeys.ts',
  fullyParallel: true,
  workers: 2,
  // As for the unit tests; the list names what needed it as flaky.
  retries: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: process.env.CI !== undefined,
  reporter: process.env.CARREL_JOURNEYS_REPORT ? [['list'], ['json', { outputFile: process.env.CARREL_JOURNEYS_REPORT }]] : 'list',
  use: {
    launchOptions: {
      ...(executablePath === null ? {} : { executablePath }),
      // Whatever a page asks for, no name but loopback's leads anywhere.
      args: ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost', ...browserArguments()],
    },
    trace: 'off',
  },
  projects: [
    { name: 'browser', testIgnore: ['command-line/**', 'window/**', 'screenshots/**'] },
    { name: 'desktop', testIgnore: ['command-line/**', 'screenshots/**'], grepInvert: /@one-door/ },
    { name: 'command-line', testMatch: 'command-line/**/*.spec.ts' },
  ],
})
