import { expect, test } from 'vitest'
import { anApplication } from '../../shared/domains/applications/testing.ts'
import { testDatabase } from './testing.ts'
import { commitChanges } from './commit.ts'
import { loadRecords } from './records.ts'
import { createTown } from './towns.ts'
import { TownId } from '../../shared/ids.ts'
import { Instant } from '../../shared/time.ts'
import { canonicalJson } from '../../shared/canonical.ts'

test('a row comes back as it was written', async () => {
  const database = await testDatabase()
  const townId = TownId.parse('tangerhuette')
  await createTown(database.db, { id: townId, name: 'T', reference_prefix: 'TGH', recovery_key: 'x', demo: true })
  const row = anApplication({ form: { b: [1, { ä: 'x' }], a: null } })
  const done = await database.db.transaction().execute(trx => commitChanges(trx, { townId, actor: null, action: 'x', commandId: null, at: Instant.parse('2026-11-02T08:15:00.000Z') }, [{ table: 'applications', row }]))
  const rows = await loadRecords(database.db, townId, [{ table: 'applications', id: row.id }], false)
  expect(done).toEqual({ position: 1, touched: [{ table: 'applications', id: row.id, before: 0, after: 1 }] })
  expect(canonicalJson([...rows.values()])).toEqual(canonicalJson([row]))
  console.log(await database.db.selectFrom('feed').selectAll().execute(), await database.db.selectFrom('audit_log').selectAll().execute())
  await database.close()
})
