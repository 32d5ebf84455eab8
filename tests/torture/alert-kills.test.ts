import { expect, test } from 'vitest'
import { runAlertKills } from './alert-kills.ts'

const url = process.env['TEST_DATABASE_URL']
const SEED = Number(process.env['SIM_SEED'] ?? 20_261_122)
/** 500 by `npm run torture -- --suite alerts --kills 500`. */
const KILLS = 20

// Needs two processes on one database at once: the embedded one belongs to a single process.
test.runIf(url)(`${KILLS} kills of the process that sends leave nobody untold and hardly anybody told twice (SIM_SEED=${SEED})`, { timeout: 300_000 }, async () => {
  const report = await runAlertKills({ kills: KILLS, seed: SEED, databaseUrl: url ?? '' })
  expect(report, JSON.stringify(report)).toMatchObject({ lost: 0, tooManyTwice: 0, renamed: 0, late: 0, strayed: 0 })
  expect(report.told, JSON.stringify(report)).toBeGreaterThan(KILLS * 400)
})
