import type { ColumnType } from 'kysely'
import type { PostalAddress } from '../../../shared/domains/people/contact.ts'
import type { PersonId, TownId } from '../../../shared/ids.ts'
import type { Instant } from '../../../shared/time.ts'

type Optional<Value> = ColumnType<Value | null, Value | null | undefined, Value | null>
type OptionalJson<Value> = ColumnType<Value | null, string | null | undefined, string | null>

/** A citizen; what is known of them by their applications and by what staff wrote down. */
export interface PeopleTable {
  readonly town_id: TownId
  readonly id: PersonId
  readonly name: string
  readonly email: string | null
  readonly merged_into: ColumnType<PersonId | null, PersonId | null, PersonId | null>
  readonly birth_day: Optional<string>
  readonly phone: Optional<string>
  readonly address: OptionalJson<PostalAddress>
  /** Of the portal: the first they were known by. */
  readonly account: Optional<string>
  /** Further ones, each of which came with their birth date. */
  readonly joined_accounts: Optional<readonly string[]>
  /** As the name compares; null until it was looked at. */
  readonly name_key: Optional<string>
  readonly sounds: Optional<string>
  readonly given_name: Optional<string>
  readonly phone_key: Optional<string>
  readonly address_key: Optional<string>
}

/** Whose a record is, and what it says of them. */
export interface PersonRecordsTable {
  readonly town_id: TownId
  readonly record_table: string
  readonly record_id: string
  /** The record's own. */
  readonly scope: string
  readonly person_id: PersonId
  readonly how: 'account' | 'contact' | 'by-hand'
  readonly at: Instant
  readonly name: string
  readonly birth_day: string | null
  readonly email: string | null
  readonly phone: string | null
  readonly address: ColumnType<PostalAddress | null, string | null, string | null>
  readonly name_key: string
  readonly sounds: string
  readonly given_name: string
  readonly phone_key: string | null
  readonly address_key: string | null
}

interface Noted {
  readonly town_id: TownId
  readonly at: Instant
  readonly by_id: PersonId
  readonly by_name: string
}

/** `from_id` went into `into_id`; undone by `undone_at`. */
export interface PersonMergesTable extends Noted {
  readonly id: string
  readonly from_id: PersonId
  readonly into_id: PersonId
  readonly reason: string
  readonly undone_at: Optional<Instant>
  readonly undone_by_name: Optional<string>
  readonly undone_reason: Optional<string>
}

/** Two that are not one; `one_id` comes first. */
export interface PersonApartTable extends Noted {
  readonly one_id: PersonId
  readonly other_id: PersonId
  readonly reason: string
}

export interface PersonChoicesTable extends Noted {
  readonly id: string
  readonly person_id: PersonId
  readonly kind: 'way' | 'consent'
  readonly subject: string
  readonly value: string
  readonly source: string
}

export interface SecrecyChangesTable extends Noted {
  readonly id: string
  readonly person_id: PersonId
  readonly kind: 'set' | 'extended' | 'lifted'
  readonly until: string | null
  readonly reason: string
}

export interface PersonAccessesTable extends Noted {
  readonly id: string
  readonly kind: string
  readonly about: string
  readonly purpose: string
}
