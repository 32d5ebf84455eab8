import { CLOCK_WRONG_MINUTES } from '../../../shared/contract/status.ts'
import { msOf, type Clock, type Instant } from '../../../shared/time.ts'
import type { SessionReply } from '../../../shared/wire/session.ts'
import type { Wait } from './backoff.ts'
import type { StatusKeeper } from './status.ts'

export interface ClockWatch {
  /** The service has said what time it is. */
  arrived(session: Pick<SessionReply, 'now'>): void
  stop(): Promise<void>
}

interface Parts {
  readonly clock: Clock
  readonly wait: Wait
  readonly status: Pick<StatusKeeper, 'value' | 'clock'>
  /** Asks the service anew; throws where it does not answer. */
  readonly ask: (signal: AbortSignal) => Promise<Pick<SessionReply, 'now'>>
}

const AGAIN_MS = 60_000

/** Holds this desk's clock against the service's with every connection, and each minute while it is wrong: whoever sets it sees that it is right. */
export function watchClock({ clock, wait, status, ask }: Parts): ClockWatch {
  let end = new AbortController()
  let watching = Promise.resolve()
  const take = (now: Instant): void => status.clock(Math.round((clock.nowMs() - msOf(now)) / 60_000))
  const watch = async (signal: AbortSignal): Promise<void> => {
    while (Math.abs(status.value.clockAheadMinutes) >= CLOCK_WRONG_MINUTES) {
      await wait(AGAIN_MS, signal)
      if (signal.aborted) return
      try {
        take((await ask(signal)).now)
      } catch {
        // Without a connection nobody knows better; the next one tells.
        return
      }
    }
  }
  return {
    arrived: ({ now }) => {
      end.abort()
      end = new AbortController()
      take(now)
      watching = watch(end.signal)
    },
    stop: () => {
      end.abort()
      return watching
    },
  }
}
