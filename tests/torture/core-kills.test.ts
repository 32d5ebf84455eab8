import { expect, test } from 'vitest'
import { runCoreKills } from './core-kills.ts'

const seed = Number(process.env['SIM_SEED'] ?? 1)

test(`150 kills lose nothing, double nothing and leave the file sound (SIM_SEED=${seed})`, async () => {
  const report = await runCoreKills({ kills: 150, seed })
  expect(report).toMatchObject({ kills: 150, lost: 0, duplicated: 0, corrupt: 0 })
  expect(report.acked).toBeGreaterThan(150)
}, 400_000)
