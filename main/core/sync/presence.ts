import type { RecordRef } from '../../../shared/command.ts'
import type { Network } from '../network/network.ts'
import type { Wait } from './backoff.ts'

/** The service forgets a desk after 30 s. */
const EVERY_MS = 15_000

export interface PresenceTeller {
  /** Says which record the person has open now; null for none. */
  open(record: RecordRef | null): void
  stop(): void
}

/** Tells colleagues where the person is. A courtesy: it blocks nobody, and a failure is not worth a word. */
export function createPresence(network: Network, wait: Wait): PresenceTeller {
  let current = new AbortController()
  const tell = async (record: RecordRef | null, signal: AbortSignal): Promise<void> => {
    do {
      await network.presence(record, signal).catch(() => undefined)
      await wait(EVERY_MS, signal)
    } while (record && !signal.aborted)
  }
  return {
    open: record => {
      current.abort()
      current = new AbortController()
      void tell(record, current.signal)
    },
    stop: () => current.abort(),
  }
}
