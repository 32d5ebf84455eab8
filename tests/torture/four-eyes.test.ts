import { expect, test } from 'vitest'
import { testEngines } from '../../service/store/testing.ts'
import { runFourEyes } from './four-eyes.ts'

const seed = Number(process.env['FC_SEED'] ?? 4_711)
/** On each engine; 10,000 by `npm run torture`. */
const RUNS = 150

test.each(testEngines())('no order of acts lets one person release what needs two on $kind', { timeout: 240_000 }, async ({ open }) => {
  const database = await open()
  try {
    const { released, broken } = await runFourEyes(database, { runs: RUNS, seed })
    expect(broken).toBe(0)
    expect(Math.min(released.byTwo, released.byOne), 'the acts must also release something, or nothing was tested').toBeGreaterThan(RUNS / 20)
  } finally {
    await database.close()
  }
})
