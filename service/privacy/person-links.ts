import { sql, type RawBuilder } from 'kysely'
import type { PersonId } from '../../shared/ids.ts'

/** Whether a row of a table is somebody's of these people, as its link says; `alias` names the table in the question. */
export const isTheirs = (table: 'appointments' | 'conversations' | 'hall_bookings' | 'notices' | 'mailbox_consents', alias: string, people: readonly PersonId[]): RawBuilder<unknown> =>
  sql`exists (select from person_records l where l.town_id = ${sql.ref(`${alias}.town_id`)} and l.record_table = ${sql.lit(table)} and l.record_id = ${sql.ref(`${alias}.id`)} and l.person_id = any(${[...people]}::text[]))`
