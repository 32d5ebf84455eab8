import type { VaccinationSession, Visit } from '../../../../shared/domains/vaccinations/tables.ts'
import type { Card } from '../board/board-view.ts'
import type { Catalogue, SessionDay } from '../queries.ts'
import type { ScannedBox } from './scanned-box.ts'
import type { StationMemory } from './station-memory.ts'
import type { Station } from './use-station.ts'

/** One person at a station, and all that their steps need. */
export interface VisitPanelProps {
  readonly card: Card
  readonly session: VaccinationSession
  readonly day: SessionDay
  readonly catalogue: Catalogue
  readonly today: string
  readonly station: Station
  readonly memory: StationMemory
  readonly scanned: ScannedBox | undefined
  readonly onScanned: (scanned: ScannedBox) => void
  readonly onReadyToScan: () => void
  readonly isAnother: boolean
  readonly onAnother: (isAnother: boolean) => void
  readonly onOpen: (visitId: string) => void
  readonly onNext: () => void
  /** They had left and are back. */
  readonly onBackAgain: (visit: Visit) => void
}
