import { fileURLToPath } from 'node:url'
import { configDefaults, defineConfig } from 'vitest/config'

/** Rooms whose tests hold nothing between them and start nothing: one process goes through their files, and loads what they share once. */
const pure = ['src/shared/**/*.test.ts', 'src/renderer/**/*.test.ts', 'src/renderer/**/*.test.tsx', 'src/main/reading-lists/**/*.test.ts']

const compiled = fileURLToPath(new URL('node_modules/.cache/compiled/', import.meta.url))

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    // Real processes on a busy machine: one more try, and what needed it is named at the end.
    retry: 1,
    testTimeout: 20_000,
    hookTimeout: 30_000,
    // The programs that tests start are compiled once, not once for each of the hundreds of processes.
    env: { NODE_COMPILE_CACHE: compiled },
    setupFiles: ['src/main/testing/no-outside-network.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'real',
          include: ['src/**/*.test.ts', 'e2e/torture/**/*.test.ts', 'packaging/*.test.ts'],
          exclude: [...configDefaults.exclude, ...pure],
        },
      },
      { extends: true, test: { name: 'pure', include: pure, isolate: false } },
    ],
  },
})
