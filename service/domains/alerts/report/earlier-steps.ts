import { sql, type Kysely } from 'kysely'
import * as z from 'zod'
import type { AlertId, TownId } from '../../../../shared/ids.ts'
import { Instant } from '../../../../shared/time.ts'
import type { Schema } from '../../../store/schema.ts'
import type { Audited } from './steps.ts'

const Entry = z.object({ at: Instant, action: z.string(), personId: z.string().nullable() })

/** Which commands changed a message, and whose they were, as the audit log has it; nothing of it can be taken out of there. */
export async function auditedSteps(db: Kysely<Schema>, townId: TownId, id: AlertId): Promise<readonly Audited[]> {
  const { rows } = await sql<{ readonly entry: string }>`
    select entry from audit_log where town_id = ${townId} and entry like ${`%${id}%`} and entry like '%"action":"alerts.%' order by audit_position limit 1000`.execute(db)
  const entries = rows.flatMap(({ entry }) => Entry.safeParse(JSON.parse(entry)).data ?? [])
  const persons = [...new Set(entries.flatMap(({ personId }) => personId ?? []))]
  const staff = persons.length > 0 ? await db.selectFrom('staff').select(['person_id', 'name']).where('town_id', '=', townId).where('person_id', 'in', persons as never[]).execute() : []
  const names = new Map<string, string>(staff.map(({ person_id: personId, name }) => [personId, name]))
  return entries.map(({ at, action, personId }) => ({ at, action, who: names.get(personId ?? '') ?? '' }))
}

const Judged = z.object({ judged: z.object({ at: Instant, reason: z.string() }).nullable() })

/** Why it was sent back before, by when that was: the feed keeps what a message said for some weeks. */
export async function earlierReasons(db: Kysely<Schema>, townId: TownId, id: AlertId): Promise<ReadonlyMap<Instant, string>> {
  const rows = await db.selectFrom('feed').select('row').where('town_id', '=', townId).where('record_id', '=', id).where('row', 'is not', null).execute()
  const judged = rows.flatMap(({ row }) => (row === null ? [] : Judged.safeParse(typeof row === 'string' ? JSON.parse(row) : row).data?.judged ?? []))
  return new Map(judged.map(({ at, reason }) => [at, reason]))
}
