import { sql, type Kysely } from 'kysely'
import type { Change } from '../../../shared/command.ts'
import { derivedUuid, type PersonId, type TownId } from '../../../shared/ids.ts'
import type { Schema } from '../../store/schema.ts'
import { holdPeople } from './known.ts'

/** A record and whose it is. */
export interface OwnedRecord {
  readonly table: string
  readonly id: string
  readonly scope: string
  readonly personId: PersonId
}

const markIdOf = (table: string, id: string): string => derivedUuid('secrecy-mark', `${table}/${id}`)

/** The marks that records of people under secrecy need and do not have as they are now. */
export async function marksFor(trx: Kysely<Schema>, townId: TownId, records: readonly OwnedRecord[]): Promise<readonly Change[]> {
  if (records.length === 0) return []
  const persons = [...new Set(records.map(({ personId }) => personId))]
  // A secrecy that is set at this moment either finds these records or is found here.
  await holdPeople(trx, townId, persons)
  const secret = await trx.selectFrom('secrecies').select('id').where('town_id', '=', townId).where('id', 'in', persons).execute()
  if (secret.length === 0) return []
  const ids = new Set(secret.map(({ id }) => id))
  const wanted = records.filter(({ personId }) => ids.has(personId))
  const { rows } = await sql<{ id: string; scope: string; person_id: string }>`
    select id, scope, person_id from secrecy_marks where town_id = ${townId} and id = any(${wanted.map(({ table, id }) => markIdOf(table, id))}::text[])`.execute(trx)
  const standing = new Map(rows.map(row => [row.id, row]))
  return wanted.flatMap(({ table, id, scope, personId }): Change[] => {
    const markId = markIdOf(table, id)
    const before = standing.get(markId)
    if (before?.scope === scope && before.person_id === personId) return []
    return [{ table: 'secrecy_marks', row: { id: markId, scope, version: 0, recordTable: table, recordId: id, personId } }]
  })
}

/** Everything that is somebody's: what says so itself, and what was found to be theirs. */
export async function recordsOf(trx: Kysely<Schema>, townId: TownId, ids: readonly PersonId[]): Promise<readonly OwnedRecord[]> {
  const { rows } = await sql<OwnedRecord>`
    select record_table as "table", record_id as id, scope, person_id as "personId" from person_records where town_id = ${townId} and person_id = any(${[...ids]}::text[])
    union all select 'applications', id, scope, person_id from applications where town_id = ${townId} and person_id = any(${[...ids]}::text[])`.execute(trx)
  return rows
}
