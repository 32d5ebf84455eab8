import type { TownId } from '../../../../shared/ids.ts'
import type { Clock } from '../../../../shared/time.ts'
import type { Sender } from '../../../delivery/email.ts'
import type { Database } from '../../../store/database.ts'
import type { BookingLinks } from '../booking-links.ts'
import type { HolderOf } from './open-holds.ts'

/** What public booking works with. */
export interface BookingParts {
  readonly database: Database
  readonly townId: TownId
  readonly clock: Clock
  readonly links: BookingLinks
  readonly holderOf: HolderOf
  /** Who invites, in a calendar file. */
  readonly sender: Sender
  /** Where the pages stand, `https://service.example`, asked at each use: the port may be known only after listening. */
  readonly url: () => string
}
