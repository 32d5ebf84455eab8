import { factsOfError, type Log } from '../../log.ts'
import type { Dispatcher } from './dispatcher.ts'
import type { PresenceBoard } from './presence.ts'

const ALIVE_MS = 15_000
const PRESENCE_SWEEP_MS = 5_000

/** What the live streams do by time. */
export function createHeartbeat({ dispatcher, presence, log }: {
  readonly dispatcher: Dispatcher
  readonly presence: PresenceBoard
  readonly log: Log
}): { stop(): void } {
  let isBeating = false
  const beat = async (): Promise<void> => {
    if (isBeating) return
    isBeating = true
    await dispatcher.beat().catch((error: unknown) => log.error('live.beat-failed', factsOfError(error)))
    isBeating = false
  }
  const beats = setInterval(() => void beat(), ALIVE_MS)
  const sweeps = setInterval(() => presence.expire().forEach(dispatcher.presenceChanged), PRESENCE_SWEEP_MS)
  return {
    stop: () => {
      clearInterval(beats)
      clearInterval(sweeps)
    },
  }
}
