import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { plusDays } from '../../shared/time.ts'
import { enqueue } from '../delivery/jobs.ts'
import { addTestTown, TEST_TIME, TEST_TOWN, testDatabase } from '../store/testing.ts'
import { noteBackup, openDeliveryJournal, readDeliveries, withholdDelivered, type Withheld } from './delivery-journal.ts'

const BACKUP = { server: 'server-of-stendal', at: TEST_TIME }
const LATER = plusDays(TEST_TIME, 1)
const NONE: readonly string[] = []

/** One e-mail waits in the backup; another one left the house afterwards. */
async function withheldBy(backups: readonly (typeof BACKUP)[], gaps = NONE): Promise<Withheld> {
  const folder = await mkdtemp(join(tmpdir(), 'rathaus-journal-'))
  const database = await testDatabase()
  onTestFinished(async () => {
    await database.close()
    await rm(folder, { recursive: true, force: true })
  })
  await addTestTown(database)
  await database.db.transaction().execute(trx => enqueue(trx, TEST_TOWN, [{ kind: 'email', key: 'message/waiting', payload: {}, personId: null }], TEST_TIME))
  for (const backup of backups) await noteBackup(folder, backup)
  await openDeliveryJournal(folder).note({ townId: TEST_TOWN, kind: 'email', key: 'message/later' }, LATER)
  const journal = await readDeliveries(folder)
  return withholdDelivered(database.db, journal && { ...journal, gaps: gaps.map(() => ({ gapBefore: LATER })) }, { backup: BACKUP, now: LATER })
}

test.each([
  ['that was told of the backup is relied on', [BACKUP], NONE, { delivered: 1, unknown: 0 }],
  ['of a new machine, begun after the backup, is not', [], NONE, { delivered: 1, unknown: 1 }],
  ['of another service is not', [{ ...BACKUP, server: 'server-of-training' }], NONE, { delivered: 1, unknown: 1 }],
  ['with a gap since is not', [BACKUP], ['a gap'], { delivered: 1, unknown: 1 }],
] as const)('a journal %s', async (_, backups, gaps, withheld) => {
  expect(await withheldBy(backups, gaps)).toEqual(withheld)
})
