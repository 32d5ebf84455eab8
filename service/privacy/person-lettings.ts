import { sql, type Kysely } from 'kysely'
import type { HallStatus, PriceLine, Tenant } from '../../shared/domains/halls/tables.ts'
import type { PersonId, TownId } from '../../shared/ids.ts'
import type { Instant } from '../../shared/time.ts'
import type { Schema } from '../store/schema.ts'
import { isTheirs } from './person-links.ts'

/** A house that was let or asked for, as it is told to the person who did. */
export interface PersonLetting {
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly hall: string
  readonly purpose: string
  readonly status: HallStatus
  readonly tenant: Tenant
  readonly prices: readonly PriceLine[]
  readonly contractNumber: string | null
  readonly reason: string | null
  readonly note: string
  /** The day from which on nobody remembers whose it was, `2036-12-24`; without a contract a year is enough. */
  readonly keptUntil: string
}

/** Houses are let without an account: whose a letting is, its name and one thing more say. */
export async function personLettings(db: Kysely<Schema>, townId: TownId, people: readonly PersonId[]): Promise<readonly PersonLetting[]> {
  const { rows } = await sql<PersonLetting>`
    select b.starts_at as "startsAt", b.ends_at as "endsAt", halls.name as hall, b.purpose, b.status, b.tenant, b.prices, b.contract_number as "contractNumber",
      b.reason, b.note,
      ((b.ends_at at time zone 'Europe/Berlin')::date + make_interval(years => case when b.contract_number is null then 1 else halls.keep_years::int end) + interval '1 day')::date::text as "keptUntil"
    from hall_bookings b join halls on halls.town_id = b.town_id and halls.id = b.hall_id
    where b.town_id = ${townId} and ${isTheirs('hall_bookings', 'b', people)} order by b.starts_at`.execute(db)
  return rows
}
