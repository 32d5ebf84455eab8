import { expect, test } from 'vitest'
import { runServiceKills } from './service-kills.ts'

const SEED = Number(process.env['SIM_SEED'] ?? 20_261_122)
const KILLS = 10
const server = process.env['TEST_DATABASE_URL'] ?? null

test.each([null, ...(server ? [server] : [])])(`${KILLS} kills of the service under load lose nothing and double nothing (SIM_SEED=${SEED})`, { timeout: 300_000 }, async databaseUrl => {
  const report = await runServiceKills({ kills: KILLS, seed: SEED, databaseUrl })
  expect(report, JSON.stringify(report)).toMatchObject({ kills: KILLS, lost: 0, duplicated: 0, contradicted: 0, broken: 0 })
  expect(report.acked).toBeGreaterThan(50)
  expect(report.refused).toBeGreaterThan(5)
  expect(report.midFlight, 'kills that met requests under way').toBeGreaterThan(KILLS / 2)
})
