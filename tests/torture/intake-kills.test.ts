import { expect, test } from 'vitest'
import { runIntakeKills } from './intake-kills.ts'

const url = process.env['TEST_DATABASE_URL']
const SEED = Number(process.env['SIM_SEED'] ?? 20_261_123)
/** 500 by `npm run torture -- --suite intake --kills 500`. */
const KILLS = 20

// Needs two processes on one database at once: the embedded one belongs to a single process.
test.runIf(url)(`${KILLS} kills of the process that takes submissions in while a third of the portal's answers is lost: every one once (SIM_SEED=${SEED})`, { timeout: 300_000 }, async () => {
  const report = await runIntakeKills({ kills: KILLS, seed: SEED, databaseUrl: url ?? '' })
  expect(report, JSON.stringify(report)).toMatchObject({ lost: 0, duplicated: 0, contradicted: 0 })
  expect(report.submissions).toBeGreaterThan(KILLS)
  expect(report.lostAnswers).toBeGreaterThan(KILLS)
})
