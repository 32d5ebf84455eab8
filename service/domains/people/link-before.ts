import { setImmediate as yieldTurn } from 'node:timers/promises'
import { CompiledQuery, sql, type Kysely } from 'kysely'
import type { Change } from '../../../shared/command.ts'
import type { Contact } from '../../../shared/domains/people/contact.ts'
import type { TownId } from '../../../shared/ids.ts'
import type { TableName } from '../../../shared/tables.ts'
import type { Instant } from '../../../shared/time.ts'
import { commitChanges } from '../../store/commit.ts'
import { loadRecords } from '../../store/records.ts'
import type { Schema } from '../../store/schema.ts'
import { CONTACT_TABLES } from './contacts.ts'
import { comparedColumns } from './known.ts'
import { linkRecords } from './link-records.ts'

/** In one transaction: short enough that nobody at a desk waits for it. */
const AT_ONCE = 500

/** Where in a row the name stands, as far as a row without one has to be known before it is read. */
const NAMED: Readonly<Partial<Record<TableName, string>>> = {
  appointments: `t.name <> '' and t.status <> 'held'`,
  conversations: `t.name <> ''`,
  hall_bookings: `t.tenant->>'name' <> ''`,
  vaccination_visits: `t.person->>'familyName' <> ''`,
  vaccinations: `t.person->>'familyName' <> ''`,
}

/**
 * People and records that were written before anybody looked whose they are, in small steps; also those that were filled in
 * without the usual way. Whoever asks the service meanwhile is answered between two steps. Answers how many were looked at.
 */
export async function linkBefore(db: Kysely<Schema>, townId: TownId, now: Instant): Promise<number> {
  let looked = 0
  for (let step = await readNames(db, townId); step > 0; step = await readNames(db, townId)) {
    looked += step
    // The embedded database answers at once and would let nobody in before the last row.
    await yieldTurn()
  }
  for (const table of CONTACT_TABLES) looked += await linkTable(db, townId, table, now)
  return looked
}

const inTransaction = <Value>(db: Kysely<Schema>, work: (trx: Kysely<Schema>) => Promise<Value>): Promise<Value> => (db.isTransaction ? work(db) : db.transaction().execute(work))

/** How names compare is not known where a person was added without it. */
async function readNames(db: Kysely<Schema>, townId: TownId): Promise<number> {
  return inTransaction(db, async trx => {
    const rows = await trx.selectFrom('people').select(['id', 'name', 'email', 'phone', 'address', 'birth_day']).where('town_id', '=', townId).where('name_key', 'is', null).orderBy('id').limit(AT_ONCE).forUpdate().execute()
    const read = rows.map(({ id, name, email, phone, address, birth_day: birthDay }) => ({ id, ...comparedColumns({ name, email, phone, address, birthDay, account: null } satisfies Contact) }))
    await sql`update people p set name_key = r.name_key, sounds = r.sounds, given_name = r.given_name, phone_key = r.phone_key, address_key = r.address_key
      from json_to_recordset(${JSON.stringify(read)}::text::json) as r(id text, name_key text, sounds text, given_name text, phone_key text, address_key text)
      where p.town_id = ${townId} and p.id = r.id`.execute(trx)
    return rows.length
  })
}

/** Walks over a table once by id; rows that are about nobody are passed by. */
async function linkTable(db: Kysely<Schema>, townId: TownId, table: TableName, now: Instant): Promise<number> {
  let after = ''
  let looked = 0
  for (;;) {
    const ids = await unlinked(db, townId, table, after)
    if (ids.length === 0) return looked
    await inTransaction(db, async trx => {
      const rows = await loadRecords(trx, townId, ids.map(id => ({ table, id })), 'share')
      const marks = await linkRecords(trx, townId, now, [...rows.values()].map(row => ({ table, row }) as Change))
      if (marks.length > 0) await commitChanges(trx, { townId, actor: null, action: 'people.linked', commandId: null, at: now }, marks)
    })
    looked += ids.length
    after = ids.at(-1) ?? after
    await yieldTurn()
  }
}

async function unlinked(db: Kysely<Schema>, townId: TownId, table: TableName, after: string): Promise<readonly string[]> {
  const statement = `select t.id from "${table}" t where t.town_id = $1 and t.id > $2 and ${NAMED[table] ?? 'true'}
    and not exists (select from person_records r where r.town_id = t.town_id and r.record_table = '${table}' and r.record_id = t.id) order by t.id limit ${AT_ONCE}`
  const { rows } = await db.executeQuery<{ readonly id: string }>(CompiledQuery.raw(statement, [townId, after]))
  return rows.map(({ id }) => id)
}
