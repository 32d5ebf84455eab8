import { expect, test } from 'vitest'
import { runLetterKills } from './letter-kills.ts'

const url = process.env['TEST_DATABASE_URL']
const SEED = Number(process.env['SIM_SEED'] ?? 20_261_123)
/** 500 by `npm run torture -- --suite letters --kills 500`. */
const KILLS = 20

// Needs two processes on one database at once: the embedded one belongs to a single process.
test.runIf(url)(`${KILLS} kills of the process that sends notices while a third of the answers is lost: every letter once (SIM_SEED=${SEED})`, { timeout: 300_000 }, async () => {
  const report = await runLetterKills({ kills: KILLS, seed: SEED, databaseUrl: url ?? '' })
  expect(report, JSON.stringify(report)).toMatchObject({ lost: 0, duplicated: 0, contradicted: 0, tooIdle: 0 })
  expect(report.lostAnswers).toBeGreaterThan(KILLS / 2)
})
