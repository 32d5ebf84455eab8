import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: [
      '{shared,main,preload,renderer,service,build}/**/*.test.{ts,tsx}',
      'tests/**/*.test.ts',
    ],
    exclude: ['tests/e2e/electron/**', '**/node_modules/**'],
    environment: 'node',
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Two workers: one per core of the smallest machine this has to run on in time.
    maxWorkers: 2,
    restoreMocks: true,
  },
})
