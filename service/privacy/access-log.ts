import { sql, type Kysely } from 'kysely'
import { plusCalendarDays, startOfGermanDay } from '../../shared/german-days.ts'
import type { TownId } from '../../shared/ids.ts'
import type { Instant } from '../../shared/time.ts'
import type { AccessEntry } from '../../shared/wire/privacy.ts'
import type { Schema } from '../store/schema.ts'

const PAGE = 200

export interface AccessQuery {
  /** Days, both included. */
  readonly from: string
  readonly to: string
  readonly text: string
  /** Only what happened before: the next page. */
  readonly before?: Instant | undefined
}

/**
 * Who looked at which case, at which notice or at health data, exported, searched or deleted, newest first: views from the cases' histories,
 * health data with what they were read for, the rest from the audit log. Entries of one moment stay together, so that no page begins in the middle of them.
 */
export async function accessLog(db: Kysely<Schema>, townId: TownId, { from, to, text, before }: AccessQuery): Promise<{ entries: AccessEntry[]; more: boolean }> {
  const since = startOfGermanDay(from)
  const end = startOfGermanDay(plusCalendarDays(to, 1))
  const until = before && before < end ? before : end
  const part = `%${text.trim().replace(/[\\%_]/g, sign => `\\${sign}`)}%`
  const { rows } = await sql<AccessEntry>`
    select * from (
      select e.at, 'viewed' as kind, e.actor_name as "personName", a.reference as subject
      from application_events as e join applications as a on a.town_id = e.town_id and a.id = e.application_id
      where e.town_id = ${townId} and e.kind = 'viewed' and e.at >= ${since} and e.at < ${until}
      union all
      select (l.entry::json->>'at')::timestamptz(3), case l.entry::json->>'action'
          when 'applications.exported' then 'exported-list' when 'privacy.person-exported' then 'exported-person'
          when 'privacy.person-searched' then 'searched-person' else 'deleted' end,
        (select min(s.name) from staff as s where s.town_id = l.town_id and s.person_id = l.entry::json->>'personId'),
        coalesce((select p.name from people as p where p.town_id = l.town_id and p.id = l.entry::json->>'about'),
          (select n.content ->> 'reference' from notices as n where n.town_id = l.town_id and n.id = l.entry::json->>'about'),
          (select c.reference from mailbox_consents as c where c.town_id = l.town_id and c.id = l.entry::json->>'about'))
      from audit_log as l
      where l.town_id = ${townId} and (l.entry like '%"action":"privacy.%' or l.entry like '%"action":"applications.exported"%')
        and (l.entry::json->>'at')::timestamptz >= ${since} and (l.entry::json->>'at')::timestamptz < ${until}
      union all
      select (v.entry::json->>'at')::timestamptz(3), case v.entry::json->>'action'
          when 'notices.view' then 'viewed-notice' when 'notices.view-print' then 'printed-notice-letters' when 'notices.print-letters' then 'printed-notice-letters'
          when 'letters.view-proof' then 'viewed-letter-proof' else 'viewed-notice-letter' end,
        (select min(s.name) from staff as s where s.town_id = v.town_id and s.person_id = v.entry::json->>'personId'),
        coalesce((select n.content ->> 'reference' from notices as n where n.town_id = v.town_id and n.id = v.entry::json->>'about'),
          (select r.title from notice_runs as r where r.town_id = v.town_id and r.id = v.entry::json->>'about'),
          (select c.reference from attachments as f join applications as c on c.town_id = f.town_id and c.id = f.application_id where f.town_id = v.town_id and f.id = v.entry::json->>'about'))
      from audit_log as v
      where v.town_id = ${townId}
        and (v.entry like '%"action":"notices.view%' or v.entry like '%"action":"notices.print-letters"%' or v.entry like '%"action":"letters.view-proof"%')
        and (v.entry::json->>'at')::timestamptz >= ${since} and (v.entry::json->>'at')::timestamptz < ${until}
      union all
      select (f.entry::json->>'at')::timestamptz(3), 'viewed-person', (select min(s.name) from staff as s where s.town_id = f.town_id and s.person_id = f.entry::json->>'personId'),
        (select p.name from people as p where p.town_id = f.town_id and p.id = f.entry::json->>'about')
      from audit_log as f
      where f.town_id = ${townId} and f.entry like '%"action":"people.viewed"%' and (f.entry::json->>'at')::timestamptz >= ${since} and (f.entry::json->>'at')::timestamptz < ${until}
      union all
      select o.at, 'opened-secret', o.by_name, o.purpose from person_accesses as o where o.town_id = ${townId} and o.kind <> 'assigned' and o.at >= ${since} and o.at < ${until}
      union all
      select h.at, 'health-' || h.kind, (select min(s.name) from staff as s where s.town_id = h.town_id and s.person_id = h.person_id), h.purpose
      from health_accesses as h where h.town_id = ${townId} and h.at >= ${since} and h.at < ${until}
    ) as log
    where ${text.trim() === ''} or "personName" ilike ${part} or subject ilike ${part}
    order by at desc fetch first ${sql.lit(PAGE)} rows with ties`.execute(db)
  return { entries: [...rows], more: rows.length >= PAGE }
}
