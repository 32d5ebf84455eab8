import type { TownId } from '../../../../shared/ids.ts'
import type { Clock } from '../../../../shared/time.ts'
import type { Database } from '../../../store/database.ts'
import type { HallLinks } from '../hall-links.ts'

/** What houses for the public work with. */
export interface PublicHallParts {
  readonly database: Database
  readonly townId: TownId
  readonly clock: Clock
  readonly links: HallLinks
}
