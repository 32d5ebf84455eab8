import type { Registry } from 'prom-client'
import { createPresses, type Presses } from '../domains/letters/typesetter.ts'
import { createPreflighter, type Preflighter } from '../domains/notices/preflight/preflighter.ts'
import { createLargeBodies, type LargeBodies } from '../http/large-bodies.ts'
import { processFigures } from '../http/metrics.ts'
import { createPressure, type Pressure } from '../http/pressure.ts'

/** All that the towns of one process share besides its database: what guards its memory, sets its letters and counts its figures. Nothing in here knows a town. */
export interface ProcessParts {
  readonly letterPresses: Presses
  /** Apart, so that a letter for one person never waits behind two thousand notices. */
  readonly noticePresses: Presses
  readonly preflighter: Preflighter
  readonly largeBodies: LargeBodies
  readonly pressure: Pressure
  /** Null in tests that share their process. */
  readonly figures: Registry | null
  /** Ends the processes that set and read letters, after what they have in hand. */
  close(): Promise<void>
}

/** A process that is late by so much on average answers nobody in time. */
const LATE_MS = 1_000

export function openProcessParts({ withFigures, requestsAtOnce, towns }: { readonly withFigures: boolean; readonly requestsAtOnce: number; readonly towns: number }): ProcessParts {
  const pressure = createPressure({ atOnce: requestsAtOnce, lateMs: LATE_MS })
  const [letterPresses, noticePresses, preflighter] = [createPresses(), createPresses(), createPreflighter()]
  return {
    letterPresses, noticePresses, preflighter, largeBodies: createLargeBodies({ towns }), pressure, figures: withFigures ? processFigures() : null,
    close: async () => {
      pressure.close()
      await Promise.all([letterPresses.close(), noticePresses.close(), preflighter.close()])
    },
  }
}
