import type { Readable } from 'node:stream'
import type { AccountId, TownId } from '../../../shared/ids.ts'
import type { Result } from '../../../shared/result.ts'
import { factsOfError, type Log } from '../../log.ts'
import type { Access } from '../../store/access.ts'
import type { SharedFeedReply } from '../../store/feed.ts'
import { changesFrame, frameOf } from './frames.ts'
import type { PresenceBoard } from './presence.ts'
import { createLiveStream, type LiveStream, type OpenedBy } from './stream.ts'

/** What the dispatcher asks of the feed. */
export interface LiveFeed {
  readonly datasetEpoch: string
  head(townId: TownId): Promise<number>
  /** The scopes with a change in `(after, upTo]`. */
  changedScopes(townId: TownId, after: number, upTo: number): Promise<readonly string[]>
  /** Whole transactions after a position, as many as fit into a live event; `more` when there are others. */
  pull(townId: TownId, scope: string, after: number): Promise<SharedFeedReply>
}

export interface LiveParts {
  readonly feed: LiveFeed
  /** What an account may now; refused once it is no longer active. */
  readonly accessOf: (accountId: AccountId) => Promise<Result<Access>>
  /** Whether what opened a stream opens nothing any more: the computer was cut off, somebody signed out, the token has run out. */
  readonly isOver: (townId: TownId, opened: OpenedBy) => Promise<boolean>
  readonly presence: PresenceBoard
  readonly log: Log
}

/**
 * One reader per town for all of its desks: a notice from the database leads to one reading of the feed, each scope's
 * change is encoded once and handed to everybody in that scope.
 *
 * A desk hears `hello` with the position up to which it has to pull; every later change starts where the one before
 * in the same scope ended, so a desk that finds a gap pulls.
 */
export interface Dispatcher {
  subscribe(access: Access, opened: OpenedBy): Promise<Readable>
  /** The feed of a town has grown. */
  notice(townId: TownId): void
  /** Somebody looks elsewhere. */
  presenceChanged(townId: TownId): void
  /** Every 15 seconds: a sign of life, rights that ended with time, notices that were lost. */
  beat(): Promise<void>
  streamCount(): number
  /** Resolves once nothing is under way. */
  settled(): Promise<void>
  close(): void
}

interface Town {
  readonly id: TownId
  readonly streams: Set<LiveStream>
  position: number
  readonly sentUpTo: Map<string, number>
  hasNotice: boolean
  running: Promise<void> | undefined
}

/** Scope whose changes may change rights: staff and departments are rows of the town. */
const RIGHTS_SCOPE = 'town'

export function createDispatcher(parts: LiveParts): Dispatcher {
  const towns = new Map<TownId, Promise<Town>>()
  const openTown = async (id: TownId): Promise<Town> => ({
    id, streams: new Set(), position: await parts.feed.head(id), sentUpTo: new Map(), hasNotice: false, running: undefined,
  })
  const townOf = (id: TownId): Promise<Town> => {
    const town = towns.get(id) ?? openTown(id)
    towns.set(id, town)
    town.catch(() => towns.delete(id))
    return town
  }
  const known = async (): Promise<readonly Town[]> => Promise.all(towns.values())
  let streamCount = 0

  return {
    subscribe: async (access, opened) => {
      const town = await townOf(access.actor.townId)
      const stream = createLiveStream(access, { grantId: opened.grantId, tokenEndsAt: opened.tokenEndsAt }, closed => {
        if (town.streams.delete(closed)) streamCount--
      })
      endOldest(town, access.actor.accountId)
      for (const scope of access.scopes.keys()) startScope(town, scope)
      town.streams.add(stream)
      streamCount++
      stream.send(frameOf({ kind: 'hello', head: town.position, datasetEpoch: parts.feed.datasetEpoch, scopes: [...access.scopes.keys()] }))
      stream.send(presenceFrame(parts.presence, stream))
      return stream.readable
    },
    notice: townId => void towns.get(townId)?.then(town => wake(parts, town)),
    presenceChanged: townId => void towns.get(townId)?.then(town => tellPresence(parts, town)),
    beat: async () => {
      for (const town of await known()) await beatTown(parts, town)
    },
    streamCount: () => streamCount,
    settled: async () => {
      for (const town of await known()) await town.running
    },
    close: () => {
      for (const town of towns.values()) void town.then(({ streams }) => streams.forEach(stream => stream.end()))
    },
  }
}

/** Streams of one account at once: a person at several desks, and what a broken line left open for a while. */
const MOST_STREAMS = 8

function endOldest(town: Town, accountId: AccountId): void {
  const own = [...town.streams].filter(({ access }) => access.actor.accountId === accountId)
  for (const stream of own.slice(0, Math.max(0, own.length - MOST_STREAMS + 1))) stream.end()
}

/** At most one reading per town at a time; a notice during a reading leads to one more. */
function wake(parts: LiveParts, town: Town): void {
  town.hasNotice = true
  town.running ??= readOn(parts, town)
    .catch((error: unknown) => parts.log.error('live.failed', { townId: town.id, ...factsOfError(error) }))
    .finally(() => (town.running = undefined))
}

async function readOn(parts: LiveParts, town: Town): Promise<void> {
  while (town.hasNotice) {
    town.hasNotice = false
    const head = await parts.feed.head(town.id)
    if (head <= town.position) continue
    const changed = await parts.feed.changedScopes(town.id, town.position, head)
    // First: what was changed after somebody lost a scope may stand in the same reading.
    if (changed.includes(RIGHTS_SCOPE)) await checkRights(parts, town)
    for (const scope of changed) await tellScope(parts, town, scope, head)
    town.position = head
  }
}

/** Whoever listens to a scope first hears its changes from here on, whatever happens in other scopes in between. */
function startScope(town: Town, scope: string): void {
  if (!town.sentUpTo.has(scope)) town.sentUpTo.set(scope, town.position)
}

async function tellScope({ feed }: LiveParts, town: Town, scope: string, head: number): Promise<void> {
  const after = town.sentUpTo.get(scope) ?? town.position
  const listeners = [...town.streams].filter(({ access }) => access.scopes.has(scope))
  if (listeners.length === 0) return void town.sentUpTo.delete(scope)
  const pulled = await feed.pull(town.id, scope, after)
  // What does not fit is pulled by the desks themselves, up to the head.
  const reply = pulled.more ? { ...pulled, upTo: head } : pulled
  const frameFor = changesFrame(reply)
  town.sentUpTo.set(scope, reply.upTo)
  for (const { access, send } of listeners) {
    const epoch = access.scopes.get(scope)
    if (epoch !== undefined) send(frameFor(epoch))
  }
}

/** Whoever has lost a scope gets nothing more of it from here on, and whose sign-in is over gets nothing: their desk begins anew, if it may. */
async function checkRights({ accessOf, isOver }: LiveParts, town: Town): Promise<void> {
  for (const stream of town.streams) {
    const now = await accessOf(stream.access.actor.accountId)
    const hasEnded = await isOver(town.id, stream.opened)
    if (now.ok && !hasEnded && isSameAccess(now.value, stream.access)) continue
    stream.send(frameOf({ kind: 'rights-changed' }))
    if (!now.ok || hasEnded) stream.end()
    else {
      stream.access = now.value
      for (const scope of now.value.scopes.keys()) startScope(town, scope)
    }
  }
}

const isSameAccess = (one: Access, other: Access): boolean => fingerprint(one) === fingerprint(other)

const fingerprint = ({ actor, scopes }: Access): string => JSON.stringify([actor.name, actor.grants, [...scopes].map(([scope, epoch]) => `${scope}#${epoch}`).toSorted((one, other) => one.localeCompare(other))])

async function beatTown(parts: LiveParts, town: Town): Promise<void> {
  await checkRights(parts, town)
  const alive = frameOf({ kind: 'alive' })
  for (const { send } of town.streams) send(alive)
  wake(parts, town)
}

function tellPresence({ presence }: LiveParts, town: Town): void {
  for (const stream of town.streams) stream.send(presenceFrame(presence, stream))
}

const presenceFrame = (presence: PresenceBoard, { access }: LiveStream): string =>
  frameOf({ kind: 'presence', present: [...presence.within(access.actor.townId, new Set(access.scopes.keys()))] })
