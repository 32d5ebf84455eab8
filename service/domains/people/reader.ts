import { sql, type Kysely, type RawBuilder } from 'kysely'
import { grantsFor, type Role } from '../../../shared/actor.ts'
import type { PersonId, TownId } from '../../../shared/ids.ts'
import { refuse, type Result } from '../../../shared/result.ts'
import { departmentOf } from '../../../shared/scope.ts'
import type { Instant } from '../../../shared/time.ts'
import type { Access } from '../../store/access.ts'
import { commitChanges } from '../../store/commit.ts'
import type { Schema } from '../../store/schema.ts'

/** Who works with files of citizens. */
const FILE_ROLES: readonly Role[] = ['clerk', 'lead']

/** Who reads, and of which departments they may see rows; everything a file tells goes through one of these. */
export interface Reader {
  readonly access: Access
  readonly townId: TownId
  readonly scopes: readonly string[]
}

export function readerOf(access: Access): Result<Reader> {
  const { actor, scopes } = access
  if (!actor.grants.some(({ departmentId }) => grantsFor(actor, FILE_ROLES, departmentId ?? undefined).length > 0)) return refuse('commands/not-allowed')
  return { ok: true, value: { access, townId: actor.townId, scopes: [...scopes.keys()].filter(scope => departmentOf(scope) !== undefined) } }
}

/** Whether a row of `person_records` may be seen by whoever works with files. Nobody learns of vaccinations from a file, not even who may read them: these are asked for with a purpose. */
export const seenRecord = (reader: Reader): RawBuilder<unknown> => sql`(${inScopes(reader, sql`r.scope`)} and r.record_table not in ('vaccinations', 'vaccination_visits'))`

/** Whether a row of `scope` may be seen. */
export const inScopes = ({ scopes }: Reader, scope: RawBuilder<unknown>): RawBuilder<unknown> => sql`${scope} = any(${[...scopes]}::text[])`

/** The ids of everybody in the file under which this person stands, if the reader may see any record of it; what they may not see is as if it were not there. */
export async function visibleGroup(db: Kysely<Schema>, reader: Reader, personId: PersonId): Promise<readonly PersonId[]> {
  const { rows } = await sql<{ readonly id: PersonId; readonly visible: boolean }>`
    select g.id, exists (select from applications a where a.town_id = ${reader.townId} and a.person_id = g.id and ${inScopes(reader, sql`a.scope`)})
      or exists (select from person_records r where r.town_id = ${reader.townId} and r.person_id = g.id and ${seenRecord(reader)}) as visible
    from person_group(${reader.townId}, ${personId}) as g(id)`.execute(db)
  return rows.some(({ visible }) => visible) ? rows.map(({ id }) => id) : []
}

/** Whether the reader may see a record on each side of a merge: of what hangs below the one given up, and of everybody else in the file of the one kept. */
export async function seesBothSides(db: Kysely<Schema>, reader: Reader, { fromId, intoId }: { readonly fromId: PersonId; readonly intoId: PersonId }): Promise<boolean> {
  const { townId } = reader
  const { rows } = await sql<{ readonly isBelow: boolean }>`
    with recursive below as (
      select ${fromId}::text collate "C" as id union all select p.id from people p join below b on p.town_id = ${townId} and p.merged_into = b.id
    ), sides as (
      select id, true as "isBelow" from below union all select g.id, false from person_group(${townId}, ${intoId}) as g(id) where g.id not in (select id from below)
    )
    select distinct "isBelow" from sides s where exists (select from applications a where a.town_id = ${townId} and a.person_id = s.id and ${inScopes(reader, sql`a.scope`)})
      or exists (select from person_records r where r.town_id = ${townId} and r.person_id = s.id and ${seenRecord(reader)})`.execute(db)
  return rows.length === 2
}

/** Whoever looks at or changes a file is known by it: an entry of the audit log, with an id and never a name. */
export const noteFile = (trx: Kysely<Schema>, { access: { actor } }: Reader, action: string, about: string, at: Instant): Promise<unknown> =>
  commitChanges(trx, { townId: actor.townId, actor, action, commandId: null, about, at }, [])

/** What a change answers once it is made. */
export type Done = Record<string, never>
