import type { TownId } from '../../../shared/ids.ts'
import type { Instant } from '../../../shared/time.ts'
import type { Intake } from '../../intake/intake.ts'
import type { Log } from '../../log.ts'
import type { Scanner } from '../../scanning/scanner.ts'
import type { Database } from '../../store/database.ts'
import type { DeliveryService } from '../connection/delivery-service.ts'

/** What every step of a submission's way needs. */
export interface TakeInParts {
  readonly database: Database
  readonly townId: TownId
  readonly service: DeliveryService
  readonly intake: Intake
  readonly scanner: Scanner
  readonly log: Log
  readonly now: () => Instant
  /** What metadata and data may have. */
  readonly dataBytes: number
  /** How long the portal's log may lack its own event about a submission. */
  readonly eventsWithinMs: number
}
