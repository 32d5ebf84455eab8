import { sql, type Kysely, type RawBuilder } from 'kysely'
import type { PersonId } from '../../../shared/ids.ts'
import type { TimelineEntry } from '../../../shared/wire/people.ts'
import type { Schema } from '../../store/schema.ts'
import { inScopes, type Reader } from './reader.ts'

const MOST = 300

const both = (title: RawBuilder<unknown>): RawBuilder<unknown> => sql`jsonb_build_object('de', left(${title}, 400), 'en', left(${title}, 400))`

/**
 * What happened between the town and the people of one file, newest first, as far as the reader may see it; vaccinations are
 * asked for apart. `isHidden`: under secrecy nobody reads what was written, for it may say how somebody is reached.
 */
export async function timelineOf(db: Kysely<Schema>, reader: Reader, ids: readonly PersonId[], isHidden: boolean): Promise<{ readonly entries: TimelineEntry[]; readonly hasMore: boolean }> {
  const town = sql`${reader.townId}`
  const group = sql`any(${[...ids]}::text[])`
  const linked = (table: string) => sql`join person_records r on r.town_id = t.town_id and r.record_table = ${sql.lit(table)} and r.record_id = t.id and r.person_id = ${group}`
  // Whose one card is, theirs are all that follow it.
  const linkedCards = sql`join (select c.town_id, c.holder_id, min(r.how) as how from person_records r join service_cards c on c.town_id = r.town_id and c.id = r.record_id
    where r.town_id = ${town} and r.record_table = 'service_cards' and r.person_id = ${group} group by c.town_id, c.holder_id) r on r.town_id = t.town_id and r.holder_id = t.holder_id`
  const mine = (scope = sql`t.scope`) => sql`t.town_id = ${town} and ${inScopes(reader, scope)}`
  const words = isHidden ? sql`''` : sql`left(t.text, 200)`
  const parts = [
    sql`select 'applications' as table, t.id, t.received_at as at, s.title, t.reference || ' ' || t.subject as detail, coalesce(t.outcome, t.status) as state, t.id as parent, null as conversation, 'by-id' as how
      from applications t left join services s on s.town_id = t.town_id and s.id = t.service_id where ${mine()} and t.person_id = ${group}`,
    sql`select 'decisions', t.id, t.settled_at, s.title, a.reference, t.outcome, a.id, null, 'by-id'
      from decisions t join applications a on a.town_id = t.town_id and a.id = t.application_id left join services s on s.town_id = a.town_id and s.id = a.service_id
      where ${mine()} and a.person_id = ${group} and t.state = 'approved' and t.settled_at is not null`,
    sql`select 'letters', t.id, t.added_at, ${both(sql`t.filename`)}, a.reference, coalesce((select e.kind from application_events e where e.town_id = t.town_id and e.application_id = a.id and e.kind = 'letter-provided' limit 1), 'written'), a.id, null, 'by-id'
      from attachments t join applications a on a.town_id = t.town_id and a.id = t.application_id where ${mine()} and a.person_id = ${group} and t.kind = 'letter'`,
    sql`select 'messages', t.id, t.sent_at, ${both(sql`t.subject`)}, ${words}, case when t.direction = 'from-citizen' then 'from-citizen' when t.retrieved_at is not null then 'retrieved' when t.provided_at is not null then 'provided' else 'sent' end, t.application_id, null, 'by-id'
      from messages t where ${mine()} and t.person_id = ${group}`,
    sql`select 'messages', t.id, t.sent_at, ${both(sql`c.subject`)}, ${words}, case when t.kind = 'from-citizen' then 'from-citizen' when t.retrieved_at is not null then 'retrieved' when t.provided_at is not null then 'provided' else 'sent' end, t.application_id, c.id, r.how
      from conversation_messages t join conversations c on c.town_id = t.town_id and c.id = t.conversation_id
      join person_records r on r.town_id = c.town_id and r.record_table = 'conversations' and r.record_id = c.id and r.person_id = ${group} where ${mine()} and t.kind <> 'note'`,
    sql`select 'appointments', t.id, t.starts_at, ${both(sql`p.name`)}, (select coalesce(string_agg(s.title, ', ' order by s.position), '') from appointment_services s where s.town_id = t.town_id and t.service_ids ? s.id), t.status, null, null, r.how
      from appointments t ${linked('appointments')} left join places p on p.town_id = t.town_id and p.id = t.place_id where ${mine()}`,
    sql`select 'hall_bookings', t.id, t.starts_at, ${both(sql`h.name`)}, t.purpose, t.status, null, null, r.how
      from hall_bookings t ${linked('hall_bookings')} left join halls h on h.town_id = t.town_id and h.id = t.hall_id where ${mine()}`,
    sql`select 'notices', t.id, coalesce((t.sent->>'handedOverAt')::timestamptz, (t.sent->>'changedAt')::timestamptz, u.created_at), ${both(sql`k.title`)}, coalesce(t.content->>'reference', ''), coalesce(t.sent->>'state', 'waiting'), t.run_id, null, r.how
      from notices t ${linked('notices')} join notice_runs u on u.town_id = t.town_id and u.id = t.run_id join notice_kinds k on k.town_id = u.town_id and k.id = u.kind_id where ${mine()}`,
    sql`select 'mailbox_consents', t.id, t.given_at, ${both(sql`k.title`)}, t.reference, case when t.withdrawn_at is null then 'given' else 'withdrawn' end, null, null, r.how
      from mailbox_consents t ${linked('mailbox_consents')} join notice_kinds k on k.town_id = t.town_id and k.id = t.kind_id where ${mine()}`,
    sql`select 'service_cards', t.id, t.requested_at, ${both(sql`o.name || ', ' || t.unit_name`)}, t.number, t.status, null, null, r.how
      from service_cards t ${linkedCards} join card_organisations o on o.town_id = t.town_id and o.id = t.organisation_id where ${mine()}`,
  ]
  const { rows } = await sql<TimelineEntry>`select "table", id, at, coalesce(title, '{"de":"–","en":"–"}'::jsonb) as title, coalesce(detail, '') as detail, state, parent as "parentId", conversation as "conversationId", how
    from (${sql.join(parts, sql` union all `)}) as entries order by at desc, id limit ${MOST + 1}`.execute(db)
  return { entries: rows.slice(0, MOST), hasMore: rows.length > MOST }
}

/** The same of vaccinations, from the scopes of health that lie open to the reader, archives included; to be logged before. */
export async function vaccinationEntries(db: Kysely<Schema>, { townId }: Reader, ids: readonly PersonId[], scopes: readonly string[]): Promise<TimelineEntry[]> {
  const { rows } = await sql<TimelineEntry>`
    select 'vaccinations' as "table", v.id, v.at, ${both(sql`v.vaccine_name`)} as title, v.number as detail, case when v.is_void then 'void' else 'documented' end as state, null as "parentId", null as "conversationId", r.how
    from vaccinations v join person_records r on r.town_id = v.town_id and r.record_table = 'vaccinations' and r.record_id = v.id and r.person_id = any(${[...ids]}::text[])
    where v.town_id = ${townId} and v.scope = any(${[...scopes]}::text[]) and v.replaced_by_id is null order by v.at desc limit ${MOST}`.execute(db)
  return rows
}
