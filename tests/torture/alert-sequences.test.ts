import { expect, test } from 'vitest'
import { runAlertSequences } from './alert-sequences.ts'

const SEED = Number(process.env['FC_SEED'] ?? Date.now() % 2_147_483_647)
/** 100,000 by `npm run torture -- --suite alerts`. */
const RUNS = 3_000

test(`in ${RUNS} random sequences nothing goes out without two persons or the recorded emergency path (FC_SEED=${SEED})`, () => {
  const { reached } = runAlertSequences({ runs: RUNS, seed: SEED })
  for (const [what, count] of Object.entries(reached)) expect(count, what).toBeGreaterThan(0)
})
