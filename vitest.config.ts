import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'e2e/torture/**/*.test.ts', 'packaging/*.test.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // Real processes on a busy machine: one more try, and what needed it is named at the end.
    retry: 1,
    testTimeout: 20_000,
    hookTimeout: 30_000,
    setupFiles: ['src/main/testing/no-outside-network.ts'],
  },
})
