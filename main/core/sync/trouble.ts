import { storageRefusal } from '../cache/failures.ts'
import { failureOf, NetworkFailure } from '../network/failures.ts'
import type { Facts } from '../log.ts'

/** What stopped a piece of sync, as one kind of failure: the network, this desk's disk, or a reply or bug nobody expected. */
export function troubleOf(error: unknown): NetworkFailure {
  const code = storageRefusal(error)
  return code ? new NetworkFailure({ kind: 'refused', code, cause: error }) : failureOf(error)
}

/** What the log may say about it. */
export const factsOf = ({ kind, code, status, cause }: NetworkFailure): Facts =>
  ({ kind, code, status, ...(cause instanceof Error ? { reason: cause.name } : {}) })
