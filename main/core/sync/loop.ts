import type { NetworkFailure } from '../network/failures.ts'
import { delayAfter, type Wait } from './backoff.ts'
import type { EndedBy } from '../session/session-parts.ts'
import { connect, type ConnectionParts } from './connection.ts'
import type { StatusKeeper } from './status.ts'
import { troubleOf } from './trouble.ts'

/*
 *             ┌──────────────────────── begin anew: rights, epoch, reload ───────────────────────┐
 *             ▼                                                                                   │
 *  start ─▶ connecting ─session─▶ taking scopes in ─▶ loading what is missing ─▶ live ─hello─▶ catching up ─▶ online
 *             ▲    │                     │                      │                 │                │            │
 *             │    └─────────────────────┴──────────── failure ─┴─────────────────┴────────────────┴────────────┘
 *             │                                          ▼
 *             └─────────── after 0.3 … 10 s, or woken ─ offline
 *
 * What holds at every moment, whatever fails or is killed:
 *
 * 1. "Saved" is said after the commit of one transaction that holds the command and what it shows (`submit.ts`).
 * 2. A command's bytes are made once, sent as often as it takes, and end as acknowledged or as settled by a person
 *    (`outbox.ts`); a predecessor that is refused takes its successors with it, none is left half done (`answers.ts`).
 * 3. Base holds the service's rows and nothing else. A reply is checked for count, order and checksum and goes in whole,
 *    together with its position (`apply-reply.ts`); a row never replaces a newer version of itself.
 * 4. The overlay is derived from outbox and base in the transaction that changes either (`overlay.ts`). An applied command
 *    leaves it in the transaction that brings its rows, so nothing flickers back.
 * 5. One connection at a time, one pull at a time, one push at a time; no transaction is open while the network is asked.
 * 6. Rows that leave a person's scope leave this disk before anything else is asked for (`sessions.ts`); a first load is
 *    invisible until it is complete (`first-load.ts`).
 * 7. A pull that would take away a large share of a scope without a new epoch stops and keeps what is there.
 * 8. No order and no rule follows from this desk's clock.
 */

export interface LoopParts extends ConnectionParts {
  readonly status: StatusKeeper
  readonly random: (bytes: number) => Uint8Array
  readonly wait: Wait
  /** Nobody is signed in any more: trying again makes no sense until somebody is. */
  readonly onSignedOut: (code: EndedBy) => void
  readonly onFailure: (failure: NetworkFailure) => void
}

export interface Loop {
  /** Connects at once instead of after the rest of a wait. */
  wake(): void
  stop(): Promise<void>
}

export function startLoop(parts: LoopParts): Loop {
  const end = new AbortController()
  let nap = new AbortController()
  const rest = (ms: number): Promise<void> => {
    nap = new AbortController()
    return parts.wait(ms, AbortSignal.any([end.signal, nap.signal]))
  }
  const running = run(parts, end.signal, rest)
  return {
    wake: () => nap.abort(),
    stop: async () => {
      end.abort()
      await running
    },
  }
}

async function run(parts: LoopParts, end: AbortSignal, rest: (ms: number) => Promise<void>): Promise<void> {
  for (let failures = 0; !end.aborted; ) {
    parts.status.connection('connecting')
    const failure = await attempt(parts, end)
    if (end.aborted) break
    if (parts.status.value.connection === 'online') failures = 0
    if (failure) report(parts, failure)
    const pause = failure ? Math.max(failure.retryAfterMs, delayAfter(failures, parts.random)) : delayAfter(0, parts.random)
    failures = failure ? failures + 1 : 0
    await rest(pause)
  }
  parts.status.connection('offline')
}

async function attempt(parts: LoopParts, end: AbortSignal): Promise<NetworkFailure | null> {
  try {
    await connect(parts, end)
    return null
  } catch (error) {
    return troubleOf(error)
  }
}

/** Failures that keep this desk from working until somebody does something; the rest is weather. */
const PROBLEMS: ReadonlySet<string> = new Set([
  'sync/mass-delete-stopped', 'sync/client-too-old', 'storage/disk-full', 'storage/unreadable', 'session/unknown-account', 'session/device-cut-off',
  'session/signed-out', 'session/clock-differs', 'keychain/locked', 'keychain/missing',
])

const endsSession = (code: string): code is EndedBy => code === 'session/expired' || code === 'session/unknown-account' || code === 'session/device-cut-off'

function report(parts: LoopParts, failure: NetworkFailure): void {
  parts.status.connection('offline')
  if (PROBLEMS.has(failure.code)) parts.status.problem(failure.code)
  if (endsSession(failure.code)) parts.onSignedOut(failure.code)
  parts.onFailure(failure)
}
