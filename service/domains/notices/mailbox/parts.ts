import type { TownId } from '../../../../shared/ids.ts'
import type { Clock } from '../../../../shared/time.ts'
import type { Database } from '../../../store/database.ts'

/** What mailboxes of notices work with. */
export interface MailboxParts {
  readonly database: Database
  readonly townId: TownId
  readonly clock: Clock
  readonly newId: () => string
}
