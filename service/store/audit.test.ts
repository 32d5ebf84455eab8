import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anApplication } from '../../shared/domains/applications/testing.ts'
import { verifyAudit } from './audit.ts'
import { commitChanges } from './commit.ts'
import type { Database } from './database.ts'
import { addTestTown, anOrigin, TEST_TOWN, testEngines } from './testing.ts'

const seed = Number(process.env['FC_SEED'] ?? 4_711)
const ENTRIES = 30

const Place = fc.integer({ min: 1, max: ENTRIES })
const Tampering = fc.oneof(
  fc.record({ kind: fc.constant('change' as const), at: Place, column: fc.constantFrom('entry', 'hash', 'position') }),
  fc.record({ kind: fc.constant('letter' as const), at: Place, place: fc.integer({ min: 1, max: 100 }) }),
  fc.record({ kind: fc.constant('delete' as const), at: Place }),
  fc.record({ kind: fc.constant('insert' as const), at: Place }),
  fc.record({ kind: fc.constant('swap' as const), at: Place, other: Place }).filter(({ at, other }) => at !== other),
  fc.record({ kind: fc.constant('truncate' as const), at: Place }),
  fc.record({ kind: fc.constant('append' as const), at: Place }),
)
type Tampering = typeof Tampering extends fc.Arbitrary<infer Value> ? Value : never

describe.each(testEngines())('audit log on $kind', ({ open }) => {
  let database: Database
  beforeAll(async () => {
    database = await open()
    await addTestTown(database)
    for (let entry = 2; entry <= ENTRIES; entry++)
      await database.db.transaction().execute(trx =>
        commitChanges(trx, anOrigin(), [{ table: 'applications', row: anApplication({ unreadMessages: entry }) }]))
  })
  afterAll(() => database.close())

  test('an untouched chain is intact', async () => {
    const { audit_hash } = await database.db.selectFrom('town_heads').select('audit_hash').executeTakeFirstOrThrow()
    expect(await verifyAudit(database.db, TEST_TOWN)).toEqual({ kind: 'intact', entries: ENTRIES, hash: audit_hash })
  })

  test('nobody changes, deletes or empties it by way of the service', async () => {
    await expect(database.db.updateTable('audit_log').set({ entry: '{}' }).execute()).rejects.toThrow('append-only')
    await expect(database.db.deleteFrom('audit_log').execute()).rejects.toThrow('append-only')
    await expect(sql`truncate audit_log`.execute(database.db)).rejects.toThrow('append-only')
  })

  test('every tampering by somebody who can switch the lock off is found', { timeout: 60_000 }, async () => {
    await sql`alter table audit_log disable trigger user`.execute(database.db)
    // Whoever owns the table is not held up by what finds entries in it.
    await sql`drop index audit_log_at, audit_log_person, audit_log_action, audit_log_records`.execute(database.db)
    await sql`create table untouched as select * from audit_log`.execute(database.db)
    await fc.assert(
      fc.asyncProperty(Tampering, async tampering => {
        await tamper(database, tampering)
        const verdict = await verifyAudit(database.db, TEST_TOWN)
        await sql`delete from audit_log`.execute(database.db)
        await sql`insert into audit_log select * from untouched`.execute(database.db)
        expect(verdict.kind).toBe('tampered')
      }),
      { seed, numRuns: 200 },
    )
    expect(await verifyAudit(database.db, TEST_TOWN)).toMatchObject({ kind: 'intact' })
  })
})

async function tamper({ db }: Database, tampering: Tampering): Promise<void> {
  const { at } = tampering
  switch (tampering.kind) {
    case 'change':
      if (tampering.column === 'position') await sql`update audit_log set position = position + 1 where audit_position = ${at}`.execute(db)
      else await sql`update audit_log set ${sql.ref(tampering.column)} = ${sql.ref(tampering.column)} || ' ' where audit_position = ${at}`.execute(db)
      return
    case 'letter':
      await sql`update audit_log set entry = overlay(entry placing (case when substr(entry, ${tampering.place}::int, 1) = 'x' then 'y' else 'x' end) from ${tampering.place}::int for 1) where audit_position = ${at}`.execute(db)
      return
    case 'insert':
      await sql`update audit_log set audit_position = -(audit_position + 1) where audit_position >= ${at}`.execute(db)
      await sql`update audit_log set audit_position = -audit_position where audit_position < 0`.execute(db)
      await sql`insert into audit_log select * from untouched where audit_position = ${at}`.execute(db)
      return
    case 'delete':
      await sql`delete from audit_log where audit_position = ${at}`.execute(db)
      return
    case 'truncate':
      await sql`delete from audit_log where audit_position >= ${at}`.execute(db)
      return
    case 'append':
      await sql`insert into audit_log select town_id, ${ENTRIES + 1}, position, entry, hash from audit_log where audit_position = ${at}`.execute(db)
      return
    case 'swap':
      await sql`update audit_log one set position = other.position, entry = other.entry, hash = other.hash
        from untouched other where one.audit_position in (${at}, ${tampering.other})
        and other.audit_position in (${at}, ${tampering.other}) and other.audit_position <> one.audit_position`.execute(db)
  }
}
