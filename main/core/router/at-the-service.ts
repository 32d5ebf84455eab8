import { setTimeout as pause } from 'node:timers/promises'
import { ok, refuse, type Result } from '../../../shared/result.ts'
import type { Desk } from '../desk.ts'
import { failureOf, type NetworkFailure } from '../network/failures.ts'
import type { Network } from '../network/network.ts'

const MOST_TRIES = 3
/** Whoever waits at the screen is told rather than kept longer than this for one try. */
const LONGEST_WAIT_MS = 10_000

/** What a service with too much to do sent away was not begun: the same may be asked again when it says so, whatever it was. */
const mayAskAgain = ({ code, retryAfterMs }: NetworkFailure, tries: number): boolean =>
  code === 'request/overloaded' && retryAfterMs > 0 && retryAfterMs <= LONGEST_WAIT_MS && tries < MOST_TRIES

/** Passes a question to the service and its answer back; without the service it is refused. */
export async function atTheService<Value>(desk: Pick<Desk, 'shown'>, ask: (network: Network) => Promise<Value>): Promise<Result<Value>> {
  const open = desk.shown()
  if (!open.ok) return open
  for (let tries = 1; ; tries++) {
    try {
      return ok(await ask(open.value.network))
    } catch (error) {
      const failure = failureOf(error)
      if (!mayAskAgain(failure, tries)) return refuse(failure.code)
      await pause(failure.retryAfterMs, undefined, { ref: false })
      // Meanwhile the desk may have been locked, or left to somebody else.
      const now = desk.shown()
      if (!now.ok) return now
      if (now.value !== open.value) return refuse(failure.code)
    }
  }
}
