import { unreachable } from '../../../shared/result.ts'
import type { LiveEvent } from '../../../shared/wire/feed.ts'
import type { SessionReply } from '../../../shared/wire/session.ts'
import { damaged, NetworkFailure } from '../network/failures.ts'
import type { Network } from '../network/network.ts'
import type { Wait } from './backoff.ts'
import type { PullEnd } from './pull.ts'

/** What a connection does to this desk; `loop.ts` draws the states. */
export interface ConnectionParts {
  readonly network: Network
  readonly desk: string
  readonly wait: Wait
  /** Takes rights and epochs in and takes off this disk what the person may not hold any more. */
  readonly takeSession: (session: SessionReply) => void
  /** Loads the scopes that are not here, or not of this epoch. */
  readonly loadMissing: (session: SessionReply, signal: AbortSignal) => Promise<void>
  readonly pull: (scope: string, signal: AbortSignal) => Promise<PullEnd>
  /** Takes a live reply in; null when its scope has to be pulled. */
  readonly takeChanges: (event: Extract<LiveEvent, { kind: 'changes' }>) => PullEnd | null
  readonly onPresent: (event: Extract<LiveEvent, { kind: 'presence' }>) => void
  /** The session is known: commands may go out. */
  readonly onConnected: () => void
  /** Everything up to the head is here. */
  readonly onCurrent: () => void
}

/** A stream that says nothing for so long is dead: the service gives a sign of life every 15 s. */
const SILENCE_MS = 45_000

/**
 * One connection from session to the end of its live stream. Ends without an error when it has to begin anew (rights,
 * epochs, a scope to reload); everything else that ends it is a `NetworkFailure`.
 */
export async function connect(parts: ConnectionParts, signal: AbortSignal): Promise<void> {
  const session = await parts.network.session(parts.desk, signal)
  parts.takeSession(session)
  parts.onConnected()
  await parts.loadMissing(session, signal)
  const ended = new AbortController()
  const both = AbortSignal.any([signal, ended.signal])
  try {
    const events = await parts.network.live(both)
    await follow(parts, session.scopes.map(({ scope }) => scope), events, both)
  } finally {
    ended.abort()
  }
}

async function follow(parts: ConnectionParts, scopes: readonly string[], events: AsyncIterable<LiveEvent>, signal: AbortSignal): Promise<void> {
  for await (const event of attentive(events, parts.wait)) {
    if (signal.aborted) return
    const goesOn = await takeEvent(parts, scopes, event, signal)
    if (!goesOn) return
  }
  throw new NetworkFailure({ kind: 'away', code: 'sync/service-away' })
}

async function takeEvent(parts: ConnectionParts, scopes: readonly string[], event: LiveEvent, signal: AbortSignal): Promise<boolean> {
  switch (event.kind) {
    case 'hello': {
      // Rights that came between the session and the stream are told by nobody else.
      if (event.scopes.some(scope => !scopes.includes(scope))) return false
      for (const scope of scopes) if (!isFine(await parts.pull(scope, signal))) return false
      parts.onCurrent()
      return true
    }
    case 'changes':
      return isFine(parts.takeChanges(event) ?? (await parts.pull(event.reply.scope, signal)))
    case 'behind':
      return isFine(await parts.pull(event.scope, signal))
    case 'presence':
      parts.onPresent(event)
      return true
    case 'rights-changed':
      return false
    case 'alive':
      return true
    default:
      return unreachable(event)
  }
}

function isFine(end: PullEnd): boolean {
  if (end === 'stopped') throw new NetworkFailure({ kind: 'refused', code: 'sync/mass-delete-stopped' })
  return end === 'current'
}

/** The events, until there has been none for too long. */
async function* attentive(events: AsyncIterable<LiveEvent>, wait: Wait): AsyncIterable<LiveEvent> {
  const iterator = events[Symbol.asyncIterator]()
  try {
    for (;;) {
      const next = await orSilence(iterator.next(), wait)
      if (next.done) return
      yield next.value
    }
  } finally {
    // Not waited for: a dead stream may never answer.
    void iterator.return?.().catch(() => undefined)
  }
}

async function orSilence<Value>(next: Promise<Value>, wait: Wait): Promise<Value> {
  const heard = new AbortController()
  const silence = wait(SILENCE_MS, heard.signal).then((): never | Promise<never> => {
    if (heard.signal.aborted) return new Promise<never>(() => undefined)
    throw damaged('silent')
  })
  try {
    return await Promise.race([next, silence])
  } finally {
    heard.abort()
  }
}
