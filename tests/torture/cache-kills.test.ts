import { expect, test } from 'vitest'
import { runCacheKills } from './cache-kills.ts'

const SEED = 20_261_122
const KILLS = 40

test(`${KILLS} kills of a writing process lose nothing that was committed (seed ${SEED})`, { timeout: 240_000 }, async () => {
  const result = await runCacheKills({ kills: KILLS, seed: SEED })
  expect(result).toMatchObject({ kills: KILLS, lost: 0, broken: 0 })
  expect(result.acked).toBeGreaterThan(KILLS)
})
