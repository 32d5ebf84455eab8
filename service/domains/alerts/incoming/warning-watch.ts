import { pathToFileURL } from 'node:url'
import type { TownId } from '../../../../shared/ids.ts'
import { instantFromMs, type Clock, type Instant } from '../../../../shared/time.ts'
import { factsOfError, type Log } from '../../../log.ts'
import type { Database } from '../../../store/database.ts'
import { askAddress } from './ask-address.ts'
import { escalate } from './escalate.ts'
import { endGone, keepWarnings, withEnd } from './keep-warning.ts'
import { openFolder, type WarningFolder } from './read-folder.ts'
import { forgetOtherSources, knownOf, noteAsked } from './source-states.ts'

export interface WarningWatchParts {
  readonly database: Database
  readonly townId: TownId
  readonly clock: Clock
  readonly log: Log
  readonly fetch: typeof globalThis.fetch
  /** What is asked: a single warning, or a list of the federal app. */
  readonly addresses: readonly string[]
  readonly folder: string | null
  /** After so long a source that says nothing is away. */
  readonly longestMs?: number
}

export interface WarningWatch {
  start(): void
  stop(): Promise<void>
  /** Asks every source once, and calls whoever has to be called. */
  runDue(): Promise<void>
}

const EVERY_MS = 60_000
const LONGEST_MS = 10_000

/** Fetches official warnings every minute, and sees to it that somebody has seen them. */
export function createWarningWatch(parts: WarningWatchParts): WarningWatch {
  const stopping = new AbortController()
  const folder = parts.folder === null ? null : openFolder(parts.folder)
  let running: Promise<void> | undefined

  async function runDue(): Promise<void> {
    // One source that is away, or says what breaks something, keeps no other back.
    await Promise.all([
      ...parts.addresses.map(address => orSaid(parts, address, takeFromAddress(parts, address, stopping.signal))), ...(folder ? [orSaid(parts, addressOf(parts.folder ?? ''), takeFromFolder(parts, folder))] : []),
    ])
    const { database: { db }, townId, clock, log } = parts
    const called = await escalate(db, townId, instantFromMs(clock.nowMs()))
    if (called > 0) log.warn('warnings.unacknowledged', { count: called })
  }

  async function loop(): Promise<void> {
    const addresses = [...parts.addresses, ...(parts.folder === null ? [] : [addressOf(parts.folder)])]
    await forgetOtherSources(parts.database.db, parts.townId, addresses).catch((error: unknown) => parts.log.error('warnings.failed', factsOfError(error)))
    while (!stopping.signal.aborted) {
      await runDue().catch((error: unknown) => parts.log.error('warnings.failed', factsOfError(error)))
      await pause(stopping.signal)
    }
  }

  return {
    start: () => void (running ??= loop()),
    stop: async () => {
      stopping.abort()
      await running
    },
    runDue,
  }
}

const pause = (signal: AbortSignal): Promise<void> =>
  new Promise(resolve => {
    if (signal.aborted) return resolve()
    const timer = setTimeout(resolve, EVERY_MS)
    signal.addEventListener('abort', () => { clearTimeout(timer); resolve() }, { once: true })
  })

const addressOf = (folder: string): string => pathToFileURL(folder).href
const nowOf = ({ clock }: WarningWatchParts): Instant => instantFromMs(clock.nowMs())

/** Whatever goes wrong, officers see that this source says nothing any more. */
const orSaid = (parts: WarningWatchParts, address: string, taken: Promise<void>): Promise<void> =>
  taken.catch(async (error: unknown) => {
    parts.log.error('warnings.source-failed', factsOfError(error))
    await noteAsked(parts.database.db, parts.townId, address, { hasAnswered: false, problem: 'not-understood' }, nowOf(parts))
  })

async function takeFromAddress(parts: WarningWatchParts, address: string, signal: AbortSignal): Promise<void> {
  const { database: { db }, townId, fetch, longestMs = LONGEST_MS } = parts
  const asked = await askAddress(await knownOf(db, townId, address), { longestMs, signal, fetch })
  // Stopped in the middle of asking, it is not the source that was away.
  if (signal.aborted) return
  if (asked.kind !== 'answered') return noteAsked(db, townId, address, { hasAnswered: asked.kind === 'unchanged', problem: asked.kind === 'problem' ? asked.problem : null }, nowOf(parts))
  await keepWarnings(db, townId, asked.warnings, nowOf(parts))
  await endGone(db, townId, asked.gone, nowOf(parts))
  // Last: whoever dies before asks for the same again.
  const { etag, listed, problem } = asked
  await noteAsked(db, townId, address, { hasAnswered: true, problem, remembered: { etag, listed } }, nowOf(parts))
}

async function takeFromFolder(parts: WarningWatchParts, folder: WarningFolder): Promise<void> {
  const { database: { db }, townId } = parts
  const answer = await folder.read()
  await keepWarnings(db, townId, (answer?.warnings ?? []).map(withEnd), nowOf(parts))
  answer?.done()
  await noteAsked(db, townId, addressOf(parts.folder ?? ''), { hasAnswered: answer !== null, problem: answer ? answer.problem : 'unreachable' }, nowOf(parts))
}
