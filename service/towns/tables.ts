import type { ColumnType } from 'kysely'
import type { PersonId, TownId } from '../../shared/ids.ts'
import type { Instant } from '../../shared/time.ts'

/** `town_brandings` as migration 0018 made it. */
export interface TownBrandingsTable {
  readonly town_id: TownId
  readonly colour: string
  readonly crest_kind: 'svg' | 'png' | null
  readonly crest: Uint8Array | null
  readonly changed_at: Instant
}

/** `mail_tests` as migration 0018 made it: when the mail server last took a test e-mail. */
export interface MailTestsTable {
  readonly town_id: TownId
  readonly at: Instant
}

/** `service_imports` as migration 0018 made it: what one taking over from another town made, so that it can be undone. */
export interface ServiceImportsTable {
  readonly town_id: TownId
  readonly id: string
  readonly at: Instant
  readonly person_id: PersonId
  /** At which the drafts were written: as long as one has it, nobody has written in it. */
  readonly position: number
  readonly drafts: ColumnType<unknown, string, string>
  readonly undone_at: Instant | null
}
