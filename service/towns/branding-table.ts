import type { TownId } from '../../shared/ids.ts'
import type { Instant } from '../../shared/time.ts'

/** `town_brandings` as migration 0018 made it. */
export interface TownBrandingsTable {
  readonly town_id: TownId
  readonly colour: string
  readonly crest_kind: 'svg' | 'png' | null
  readonly crest: Uint8Array | null
  readonly changed_at: Instant
}
