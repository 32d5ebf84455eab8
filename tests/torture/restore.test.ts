import { expect, test } from 'vitest'
import { runRestore } from './restore.ts'

const SEED = Number(process.env['SIM_SEED'] ?? 20_261_123)
const COMMANDS = 24

test(`a disk that dies after the backup: nothing lost that a desk still holds, nothing delivered twice (SIM_SEED=${SEED})`, { timeout: 600_000 }, async () => {
  const report = await runRestore({ commands: COMMANDS, seed: SEED })
  expect(report, JSON.stringify(report)).toMatchObject({ lost: 0, duplicated: 0, deliveredTwice: 0, isProved: true, unsent: 3 })
  expect(Math.min(report.acked.before, report.acked.after)).toBeGreaterThan(COMMANDS / 2)
  expect(report.delivered).toBeGreaterThan(3)
})
