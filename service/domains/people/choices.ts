import { sql, type Kysely } from 'kysely'
import type { PersonId } from '../../../shared/ids.ts'
import { ok, refuse, type Result } from '../../../shared/result.ts'
import type { Instant } from '../../../shared/time.ts'
import type { PersonChoice, PersonRecord } from '../../../shared/wire/people.ts'
import type { Schema } from '../../store/schema.ts'
import { marksFor } from './marks.ts'
import { inScopes, noteFile, visibleGroup, type Done, type Reader } from './reader.ts'
import { forgetPeople } from './forget-people.ts'
import { commitChanges } from '../../store/commit.ts'
import { evidenceOf } from '../../../shared/domains/people/contact.ts'

type Choice = Pick<PersonChoice, 'id' | 'kind' | 'subject' | 'value' | 'source'> & { readonly personId: PersonId }

/** Puts down how somebody wants to be reached, or what they agreed to; what was said before stays in the history. */
export async function choose(db: Kysely<Schema>, reader: Reader, { personId, ...choice }: Choice, now: Instant): Promise<Result<Done>> {
  const { townId, access: { actor } } = reader
  return db.transaction().execute(async trx => {
    if ((await visibleGroup(trx, reader, personId)).length === 0) return refuse('request/not-found')
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto('person_choices').values({ town_id: townId, person_id: personId, ...choice, at: now, by_id: actor.personId, by_name: actor.name })
      .onConflict(conflict => conflict.doNothing()).executeTakeFirst()
    if (numInsertedOrUpdatedRows) await noteFile(trx, reader, 'people.chosen', personId, now)
    return ok({})
  })
}

interface Assigned extends PersonRecord {
  readonly personId: PersonId
  readonly reason: string
}

/** Puts a record into somebody's file by hand; it stays there whatever the record says. Cases name their person themselves: their files are merged instead. */
export async function assignRecord(db: Kysely<Schema>, reader: Reader, { table, recordId, personId, reason }: Assigned, now: Instant): Promise<Result<Done>> {
  const { townId, access: { actor } } = reader
  if (table === 'applications') return refuse('people/case-names-its-person')
  return db.transaction().execute(async trx => {
    const { rows: [record] } = await sql<{ readonly scope: string }>`select scope from ${sql.table(table)} where town_id = ${townId} and id = ${recordId} and ${inScopes(reader, sql`scope`)}`.execute(trx)
    if (!record || (await visibleGroup(trx, reader, personId)).length === 0) return refuse('request/not-found')
    const { rows: [before] } = await sql<{ readonly person_id: PersonId }>`select person_id from person_records where town_id = ${townId} and record_table = ${table} and record_id = ${recordId} for update`.execute(trx)
    const { rows: [person] } = await sql<{ readonly id: PersonId; readonly name: string }>`select id, name from people where town_id = ${townId} and id = person_root(${townId}, ${personId})`.execute(trx)
    if (!person) return refuse('request/not-found')
    const { nameKey, sounds, givenName } = evidenceOf({ name: person.name, birthDay: null, email: null, phone: null, address: null, account: null })
    await sql`insert into person_records (town_id, record_table, record_id, scope, person_id, how, at, name, name_key, sounds, given_name)
      values (${townId}, ${table}, ${recordId}, ${record.scope}, ${person.id}, 'by-hand', ${now}, ${person.name}, ${nameKey}, ${sounds}, ${givenName})
      on conflict (town_id, record_table, record_id) do update set person_id = excluded.person_id, how = 'by-hand'`.execute(trx)
    const marks = await marksFor(trx, townId, [{ table, id: recordId, scope: record.scope, personId: person.id }])
    if (before && before.person_id !== person.id) await forgetPeople(trx, townId, [before.person_id])
    await commitChanges(trx, { townId, actor, action: 'people.assigned', commandId: null, about: `${table}/${recordId}`, at: now }, marks)
    await trx.insertInto('person_accesses').values({ town_id: townId, id: `${table}/${recordId}/${now}`, kind: 'assigned', about: person.id, purpose: reason, at: now, by_id: actor.personId, by_name: actor.name }).onConflict(conflict => conflict.doNothing()).execute()
    return ok({})
  })
}
