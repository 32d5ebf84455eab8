import { sql, type Kysely } from 'kysely'
import { PersonId, type TownId } from '../../shared/ids.ts'
import type { FoundPerson } from '../../shared/wire/privacy.ts'
import type { Schema } from '../store/schema.ts'

const MOST_FOUND = 50

/**
 * Citizens whose name has a word that begins so, or whose e-mail address does; merged persons count as the one kept. Walks over
 * all people: it is asked a few times a month, and an index that finds words inside of names would be paid for with every
 * application.
 */
export async function findPeople(db: Kysely<Schema>, townId: TownId, search: string): Promise<FoundPerson[]> {
  const beginning = `${search.toLowerCase().replace(/[\\%_]/g, sign => `\\${sign}`)}%`
  const { rows } = await sql<{ id: string; name: string; email: string | null; applications: number }>`
    with found as (
      select distinct coalesce(merged_into, id) as id from people
      where town_id = ${townId} and (lower(name) like ${beginning} or lower(name) like ${`% ${beginning}`} or lower(email) like ${beginning})
      limit ${MOST_FOUND}
    )
    select p.id, p.name, p.email, (
      select count(*) from applications as a where a.town_id = ${townId}
        and a.person_id in (select id from people where town_id = ${townId} and (id = p.id or merged_into = p.id))
    ) as applications
    from people as p where p.town_id = ${townId} and p.id in (select id from found) order by p.name, p.id`.execute(db)
  return rows.map(row => ({ ...row, id: PersonId.parse(row.id), }))
}
