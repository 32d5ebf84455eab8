import { expect, test } from 'vitest'
import { postgresTestDatabase } from '../../service/store/testing.ts'
import { runLoad } from './run-load.ts'

const server = process.env['TEST_DATABASE_URL'] ?? ''
const SEED = Number(process.env['SIM_SEED'] ?? 1)

test.runIf(server)(`two processes killed in turn while desks of two towns work: nothing lost, doubled or strayed (SIM_SEED=${SEED})`, { timeout: 240_000 }, async () => {
  const database = await postgresTestDatabase(server)
  try {
    const report = await runLoad({ databaseUrl: database.url, towns: 2, desks: 6, processes: 2, seconds: 6, everyMs: 400, kills: 3, floodSeconds: 0, seed: SEED })
    expect(report, JSON.stringify(report)).toMatchObject({ lost: 0, doubled: 0, strayed: 0 })
    expect(report.commands.count).toBeGreaterThan(50)
    expect(Object.keys(report.failures).filter(what => what.includes('line broke')), 'kills that desks felt').not.toEqual([])
    // Refused or without an answer a command never is: what broke was sent again.
    expect(Object.keys(report.failures).filter(what => !what.includes('line broke') && what !== 'late')).toEqual([])
  } finally {
    await database.close()
  }
})
