import type { Channel } from '../../../../shared/domains/alerts/content.ts'
import type { TownId } from '../../../../shared/ids.ts'
import { factsOfError } from '../../../log.ts'
import type { HandOver } from './hand-over.ts'
import { SENDINGS_CHANNEL, SUBSCRIBED } from './open-sendings.ts'
import { createWayLoop, type LoopParts, type WayLoop } from './way-loop.ts'

export interface SenderParts extends LoopParts {
  readonly townId: TownId
  /** By channel; where a mode has none of its own nothing of it leaves the house. */
  readonly handOver: Readonly<Record<'live' | 'training', ReadonlyMap<Channel, HandOver>>>
}

export interface AlertSender {
  start(): void
  /** Ends after the messages in hand. */
  stop(): Promise<void>
  /** Works off what is due now; how many attempts that were. */
  runDue(): Promise<number>
}

/** Sends by all ways at the same time, each independent of the others. */
export function createAlertSender(parts: SenderParts): AlertSender {
  const loops = [...loopsOf(parts, 'live'), ...loopsOf(parts, 'training')]
  const ring = (): void => loops.forEach(loop => loop.ring())
  return {
    start: () => {
      for (const loop of loops) loop.start()
      // What came before anybody listened is looked for at once; without notices at all each loop still looks every two seconds.
      void parts.database.listen(SENDINGS_CHANNEL, ring).then(ring, (error: unknown) => parts.log.warn('alerts.no-notices', factsOfError(error)))
    },
    stop: async () => void (await Promise.all(loops.map(loop => loop.stop()))),
    runDue: async () => (await Promise.all(loops.map(loop => loop.runDue()))).reduce((sum, attempts) => sum + attempts, 0),
  }
}

/** The mode alone says through which hands a message goes: there is no way from a drill to the real one. */
function loopsOf(parts: SenderParts, mode: 'live' | 'training'): readonly WayLoop[] {
  const { townId, handOver } = parts
  const channels = new Set([...SUBSCRIBED, ...handOver[mode].keys()])
  return [...channels].map(channel => createWayLoop(parts, { townId, mode, channel }, handOver[mode].get(channel) ?? noWay))
}

const noWay: HandOver = async () => ({ failed: 'no-way' })
