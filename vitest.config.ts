import { configDefaults, defineConfig } from 'vitest/config'
import { ELECTRON_TESTS, isElectronInstalled } from './build/test-run/electron-tests.ts'

export default defineConfig({
  test: {
    environment: 'node',
    // Against hanging, not against slowness: a busy machine decides no test.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 30_000 } },
    // One per core of the smallest machine on which this has to end in time.
    maxWorkers: 2,
    restoreMocks: true,
    projects: [
      // Rules and words keep nothing from one test to the next: what they import is imported once.
      { extends: true, test: { name: 'pure', include: ['{shared,renderer}/**/*.test.{ts,tsx}'], isolate: false } },
      {
        extends: true,
        test: {
          name: 'whole',
          include: ['{main,preload,service,build,tests}/**/*.test.{ts,tsx}'],
          exclude: [...configDefaults.exclude, ...(isElectronInstalled() ? [] : [`${ELECTRON_TESTS}/**`])],
          globalSetup: ['tests/support/prepared-towns.ts'],
        },
      },
    ],
  },
})
