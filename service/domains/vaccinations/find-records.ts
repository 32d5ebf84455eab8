import { sql } from 'kysely'
import { TEAM } from '../../../shared/domains/vaccinations/roles.ts'
import { ok, refuse, type Result } from '../../../shared/result.ts'
import { isArchiveScope } from '../../../shared/scope.ts'
import type { Instant } from '../../../shared/time.ts'
import type { FoundRecord, RecordSearch } from '../../../shared/wire/vaccinations.ts'
import type { Access } from '../../store/access.ts'
import type { Database } from '../../store/database.ts'
import { noteReading, scopesOpenTo } from './health-access.ts'

const MOST_FOUND = 100

/** Documentations that count, of all years, by name however it is spelt and by day of birth; for the team of the scope, and noted before anything is told. */
export async function findRecords(database: Database, access: Access, search: RecordSearch, now: Instant): Promise<Result<{ readonly records: FoundRecord[]; readonly more: boolean }>> {
  const scopes = scopesOpenTo(access, TEAM)
  if (scopes.length === 0) return refuse('commands/not-allowed')
  for (const scope of scopes.filter(one => !isArchiveScope(one))) await noteReading(database, access, { kind: 'searched', purpose: search.purpose, about: null, scope }, now)
  const { familyName, givenName, birthDay } = search
  const { rows } = await sql<FoundRecord>`
    select v.id as "vaccinationId", v.number, v.day, v.vaccine_name as "vaccineName", coalesce(s.title, '') as "sessionTitle", coalesce(p.name, '') as "placeName", v.scope like 'health-archive:%' as "isArchived",
      json_build_object('familyName', v.person->>'familyName', 'givenName', v.person->>'givenName', 'birthDay', v.person->>'birthDay', 'place', v.person->>'place', 'locality', v.person->>'locality') as person
    from vaccinations as v
    left join vaccination_sessions as s on s.town_id = v.town_id and s.id = v.session_id
    left join places as p on p.town_id = s.town_id and p.id = s.place_id
    where v.town_id = ${access.actor.townId} and v.scope = any(${[...scopes]}::text[]) and v.replaced_by_id is null and not v.is_void
      and ${familyName === '' ? sql`true` : sql`folded_name(v.person->>'familyName') like folded_name(${familyName}) || '%' and length(folded_name(${familyName})) > 1`}
      and ${givenName === '' ? sql`true` : sql`folded_name(v.person->>'givenName') like folded_name(${givenName}) || '%'`}
      and ${birthDay === null ? sql`true` : sql`v.person->>'birthDay' = ${birthDay}`}
    order by v.person->>'familyName', v.person->>'givenName', v.person->>'birthDay', v.day desc, v.id limit ${MOST_FOUND + 1}`.execute(database.db)
  return ok({ records: rows.slice(0, MOST_FOUND), more: rows.length > MOST_FOUND })
}
