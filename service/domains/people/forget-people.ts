import { sql, type Kysely } from 'kysely'
import type { TownId } from '../../../shared/ids.ts'
import type { Schema } from '../../store/schema.ts'
import { takePeople } from './known.ts'

/**
 * Whoever has no case and no other record any more is no longer known to the town, nor is whoever was merged with them; a secrecy
 * is kept to its end. Of whoever has nothing left of their own and is part of a file that stays, only the name is kept.
 */
export async function forgetPeople(trx: Kysely<Schema>, townId: TownId, personIds: readonly string[]): Promise<void> {
  if (personIds.length === 0) return
  const { rows: whole } = await sql<{ readonly id: string }>`
    select distinct g.id from (select distinct person_root(${townId}, id) as root from unnest(${[...new Set(personIds)]}::text[]) as id) as roots, lateral person_group(${townId}, root) as g(id)`.execute(trx)
  // Somebody may be coming back at this moment with something new.
  await takePeople(trx, townId, whole.map(({ id }) => id))
  await forgetContacts(trx, townId, whole.map(({ id }) => id))
  const { rows } = await sql<{ readonly id: string }>`
    with roots as (select distinct person_root(${townId}, id) as root from unnest(${[...new Set(personIds)]}::text[]) as id),
    members as (select root, g.id from roots, lateral person_group(${townId}, root) as g(id)),
    known as (
      select root from members m where exists (select from applications a where a.town_id = ${townId} and a.person_id = m.id)
        or exists (select from person_records r where r.town_id = ${townId} and r.person_id = m.id) or exists (select from secrecies s where s.town_id = ${townId} and s.id = m.id))
    select id from members where root not in (select root from known)`.execute(trx)
  if (rows.length === 0) return
  const ids = rows.map(({ id }) => id)
  await sql`delete from person_merges where town_id = ${townId} and (from_id = any(${ids}::text[]) or into_id = any(${ids}::text[]))`.execute(trx)
  await sql`delete from person_apart where town_id = ${townId} and (one_id = any(${ids}::text[]) or other_id = any(${ids}::text[]))`.execute(trx)
  await sql`delete from people where town_id = ${townId} and id = any(${ids}::text[])`.execute(trx)
}

const forgetContacts = (trx: Kysely<Schema>, townId: TownId, ids: readonly string[]): Promise<unknown> =>
  sql`update people p set email = null, birth_day = null, phone = null, address = null, account = null, joined_accounts = null, phone_key = null, address_key = null where p.town_id = ${townId} and p.id = any(${[...ids]}::text[])
    and not exists (select from applications a where a.town_id = p.town_id and a.person_id = p.id) and not exists (select from person_records r where r.town_id = p.town_id and r.person_id = p.id)`.execute(trx)
