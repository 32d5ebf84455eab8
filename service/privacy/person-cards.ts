import { sql, type Kysely } from 'kysely'
import type { ServiceCard } from '../../shared/domains/service-cards/tables.ts'
import type { PersonId, TownId } from '../../shared/ids.ts'
import type { Schema } from '../store/schema.ts'

/** A service ID card as it is told to whoever holds it; `photo` is a picture in base64. Who of the staff made it is left out. */
export interface PersonCard extends Pick<ServiceCard, 'familyName' | 'givenName' | 'unitName' | 'rank' | 'duty' | 'authority' | 'validFrom' | 'validUntil' | 'number' | 'status' | 'requestedAt' | 'issuedAt' | 'handedOverAt' | 'endedAt'> {
  readonly organisation: string
  readonly blocked: Pick<NonNullable<ServiceCard['blocked']>, 'reason' | 'note' | 'at'> | null
  readonly photo: string | null
  /** The first day on which nobody remembers whose it was. */
  readonly keptUntil: string
}

/** Somebody put a card of theirs into their file; whose one card is, theirs are all that follow it. */
export async function personCards(db: Kysely<Schema>, townId: TownId, people: readonly PersonId[]): Promise<readonly PersonCard[]> {
  const { rows } = await sql<PersonCard>`
    select c.family_name as "familyName", c.given_name as "givenName", c.unit_name as "unitName", c.rank, c.duty, c.authority, c.valid_from as "validFrom", c.valid_until as "validUntil", c.number, c.status,
      c.requested_at as "requestedAt", c.issued_at as "issuedAt", c.handed_over_at as "handedOverAt", c.ended_at as "endedAt", o.name as organisation, p.picture as photo,
      case when jsonb_typeof(c.blocked) = 'object' then c.blocked - 'byName' end as blocked,
      (coalesce((c.ended_at at time zone 'Europe/Berlin')::date, c.valid_until::date) + make_interval(years => o.keep_years::int) + interval '1 day')::date::text as "keptUntil"
    from service_cards c join card_organisations o on o.town_id = c.town_id and o.id = c.organisation_id left join card_photos p on p.town_id = c.town_id and p.id = c.photo_id
    where c.town_id = ${townId} and c.holder_id in (select h.holder_id from service_cards h join person_records l on l.town_id = h.town_id and l.record_table = 'service_cards' and l.record_id = h.id
      where h.town_id = ${townId} and l.person_id = any(${[...people]}::text[])) order by c.requested_at, c.id`.execute(db)
  return rows
}
