import { expect, test } from 'vitest'
import { runFeedWriters } from './feed.ts'

const url = process.env['TEST_DATABASE_URL']
const seed = Number(process.env['SIM_SEED'] ?? 20_261_122)

// Needs real concurrency: the embedded database has one connection and cannot show what this is about.
test.runIf(url)('the feed loses nothing under 24 writers, where a cursor over a sequence does', { timeout: 120_000 }, async () => {
  const found = await runFeedWriters({ url: url ?? '', writers: 24, transactions: 20_000, seed })
  const told = JSON.stringify(found)
  expect(found, told).toMatchObject({ missed: 0, doubled: 0, gaps: 0 })
  expect(found.committed + found.rolledBack, told).toBe(20_000)
  expect(found.rolledBack, told).toBeGreaterThan(500)
  expect(found.naiveMissed, told).toBeGreaterThan(100)
})
