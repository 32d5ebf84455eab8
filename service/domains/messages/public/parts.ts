import type { TownId } from '../../../../shared/ids.ts'
import type { Clock } from '../../../../shared/time.ts'
import type { Scanner } from '../../../scanning/scanner.ts'
import type { Database } from '../../../store/database.ts'
import type { Closures } from '../away.ts'
import type { ConversationLinks } from '../conversation-links.ts'

/** What messages of citizens work with. */
export interface PublicMessageParts {
  readonly database: Database
  readonly townId: TownId
  readonly clock: Clock
  readonly links: ConversationLinks
  readonly scanner: Scanner
  readonly closures: Closures
}
