import type { ColumnType, Generated } from 'kysely'
import type { Channel, Language } from '../../../shared/domains/alerts/content.ts'
import type { Alert } from '../../../shared/domains/alerts/tables.ts'
import type { AlertId, OfficialWarningId, TopicId, TownId } from '../../../shared/ids.ts'
import type { Instant } from '../../../shared/time.ts'
import type { WarningSource } from '../../../shared/wire/official-warnings.ts'

// Tables of migration 0013 that no desk holds: who subscribed, and what became of every delivery.

export interface SubscribersTable {
  readonly town_id: TownId
  readonly id: string
  /** Whoever is entered for drills is so beside a subscription and never by it. */
  readonly mode: Alert['mode']
  readonly channel: Channel
  /** Of an e-mail, a telephone or a program; of a browser all it takes to reach it. */
  readonly address: string
  readonly language: Language
  readonly topic_ids: readonly TopicId[]
  /** Empty: the whole town. */
  readonly localities: readonly string[]
  readonly state: 'unconfirmed' | 'active' | 'ended' | 'bounced'
  readonly created_at: Instant
  readonly confirmed_at: ColumnType<Instant | null, Instant | null | undefined, Instant | null>
  readonly ended_at: ColumnType<Instant | null, Instant | null | undefined, Instant | null>
  /** How often the address refused messages for good of late, one evening counting once. */
  readonly bounces: Generated<number>
  readonly bounced_at: ColumnType<Instant | null, Instant | null | undefined, Instant | null>
  /** The same for reasons that pass. */
  readonly passing_bounces: Generated<number>
  readonly passing_bounced_at: ColumnType<Instant | null, Instant | null | undefined, Instant | null>
}

/** A message on its way by one channel. */
export interface AlertSendingsTable {
  readonly town_id: TownId
  readonly alert_id: AlertId
  readonly mode: Alert['mode']
  readonly channel: Channel
  readonly priority: number
  readonly state: 'open' | 'done' | 'stopped' | 'expired'
  /** Up to which subscriber deliveries have been written; all of them once `is_spread`. */
  readonly spread_after: ColumnType<string | null, string | null | undefined, string | null>
  readonly is_spread: boolean
  readonly begun_at: Instant
  readonly expires_at: Instant
  /** What a gateway had kept, against what was approved: the worst of what was found. */
  readonly read_back: ColumnType<ReadBack | null, ReadBack | null | undefined, ReadBack | null>
}

type ReadBack = 'same' | 'different' | 'unreadable'

/** What feeds are signed with; of a key that no longer signs the open half stays. */
export interface AlertKeysTable {
  readonly town_id: TownId
  readonly mode: Alert['mode']
  readonly kid: string
  readonly public_key: ColumnType<unknown, string, string>
  readonly private_key: ColumnType<unknown, string, string | null>
  readonly made_at: Instant
}

/** By what services of browsers know the town. */
export interface PushKeysTable {
  readonly town_id: TownId
  readonly private_key: ColumnType<unknown, string, string>
  readonly made_at: Instant
}

/** What became of a message for one subscriber. `handed`: the next server has taken it. */
export interface AlertDeliveriesTable {
  readonly town_id: TownId
  readonly alert_id: AlertId
  readonly channel: Channel
  readonly subscriber_id: string
  readonly mode: Alert['mode']
  readonly state: 'waiting' | 'handed' | 'failed'
  readonly attempts: number
  readonly next_at: Instant
  readonly settled_at: ColumnType<Instant | null, Instant | null | undefined, Instant | null>
  readonly reason: ColumnType<string | null, string | null | undefined, string | null>
}

/** How many a message reached and how, once nobody needs to know any more who they were. */
export interface AlertTalliesTable {
  readonly town_id: TownId
  readonly alert_id: AlertId
  readonly channel: Channel
  readonly state: AlertDeliveriesTable['state']
  readonly reason: string | null
  readonly people: number
  readonly first_at: Instant | null
  readonly last_at: Instant | null
}

/** Where official warnings are fetched from, an address or the folder, and how that went last. */
export interface WarningSourcesTable {
  readonly town_id: TownId
  readonly address: string
  readonly asked_at: Instant
  /** When it last said something that was understood. */
  readonly answered_at: ColumnType<Instant | null, Instant | null | undefined, Instant | null>
  readonly problem: WarningSource['problem']
  readonly etag: string | null
  /** What a list named last: each warning with its version. */
  readonly listed: Generated<readonly string[]>
}

/** A warning that a later one replaced or ended, whether it is here or not. */
export interface OfficialWarningEndsTable {
  readonly town_id: TownId
  readonly warning_id: OfficialWarningId
  /** A drill ends nothing that is real. */
  readonly is_test: boolean
  readonly ended_at: Instant
}
