import { statfsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { commandNamed } from '../../../../shared/commands.ts'
import { Diagnosis } from '../../../../shared/formats/diagnosis.ts'
import { TABLE_NAMES } from '../../../../shared/tables.ts'
import { instantFromMs, msOf, type Clock } from '../../../../shared/time.ts'
import { WIRE_VERSION } from '../../../../shared/wire/version.ts'
import type { Status } from '../../../../shared/contract/status.ts'
import type { Cache } from '../../cache/open.ts'
import { statement } from '../../cache/statements.ts'
import type { DeviceSaid } from '../../network/network.ts'
import type { Observable } from '../../observable.ts'
import type { Sync } from '../../sync/sync.ts'
import { minutesBetween, type Recorder } from './recorder.ts'

/** An open cache, as far as it is told of. */
interface OpenPart {
  readonly cache: Cache
  readonly sync: Pick<Sync, 'pending' | 'attention' | 'actor'>
}

export interface DiagnosisParts {
  readonly desk: { readonly status: Observable<Status>; readonly current: OpenPart | null }
  readonly recorder: Recorder
  readonly clock: Clock
  readonly device: DeviceSaid | undefined
}

/**
 * The state of this desk in numbers and codes. What cannot be measured is null: a diagnosis is wanted most where something is
 * broken. The last step lets through only what the format has a place for.
 */
export function makeDiagnosis({ desk, recorder, clock, device }: DiagnosisParts): Diagnosis {
  const nowMs = clock.nowMs()
  const open = desk.current
  const counted = countRows(open, clock)
  return Diagnosis.parse({
    format: 'rathaus-diagnosis',
    version: 1,
    madeAt: instantFromMs(nowMs),
    program: {
      version: versionOf(device?.version ?? ''), shell: device?.shell ?? null, wire: WIRE_VERSION,
      node: process.versions.node, runningMinutes: minutesBetween(recorder.startedMs, nowMs),
    },
    machine: { system: SYSTEMS[process.platform] ?? 'other', memoryMb: megabytes(process.memoryUsage().rss), ...diskOf(open) },
    state: stateOf(desk, nowMs),
    roles: [...new Set(open?.sync.actor.value.grants.map(({ role }) => role) ?? [])],
    ...counted,
    ...commandsOf(open),
    events: recorder.events(nowMs),
  })
}

function stateOf({ status }: DiagnosisParts['desk'], nowMs: number): Diagnosis['state'] {
  const { connection, since, outbox, attention, load, ready, lastSyncAt, problem, clockAheadMinutes } = status.value
  return {
    connection, sinceMinutes: minutesBetween(msOf(since), nowMs),
    lastSyncMinutesAgo: lastSyncAt === null ? null : minutesBetween(msOf(lastSyncAt), nowMs),
    isReady: ready, isLoading: load !== null,
    waiting: outbox.count, oldestWaitingMinutes: outbox.oldestAt === null ? null : minutesBetween(msOf(outbox.oldestAt), nowMs),
    attention, problem, clockAheadMinutes,
  }
}

function countRows(open: OpenPart | null, clock: Clock): Pick<Diagnosis, 'rows' | 'countingMs'> {
  const beganMs = clock.nowMs()
  const rows = open ? Object.fromEntries(TABLE_NAMES.map(table => [table, countOf(open, table)])) : {}
  return { rows, countingMs: Math.max(0, Math.round(clock.nowMs() - beganMs)) }
}

/** None where the file cannot be read any more: what the log told says why. */
function countOf({ cache }: OpenPart, table: string): number {
  try {
    return Number(statement(cache.db, `SELECT count(*) AS count FROM ${table}`).pluck().get())
  } catch {
    return 0
  }
}

/** What waits and what was refused, by name and number; neither records nor what was written. */
function commandsOf(open: OpenPart | null): Pick<Diagnosis, 'waiting' | 'refused'> {
  const waiting = (open?.sync.pending() ?? []).filter(({ name }) => commandNamed(name))
  const refused = (open?.sync.attention() ?? []).filter(({ name }) => commandNamed(name))
  return {
    waiting: [...Map.groupBy(waiting, ({ name }) => name)].map(([command, all]) => ({ command, count: all.length, attempts: Math.max(...all.map(({ attempts }) => attempts)) })),
    refused: [...Map.groupBy(refused, ({ name, code }) => `${name} ${code}`).values()].flatMap(all => all.slice(0, 1).map(({ name, code }) => ({ command: name, code, count: all.length }))),
  }
}

function diskOf(open: OpenPart | null): Pick<Diagnosis['machine'], 'freeDiskMb' | 'cacheMb'> {
  if (!open) return { freeDiskMb: null, cacheMb: null }
  try {
    const { bavail, bsize } = statfsSync(dirname(open.cache.file))
    return { freeDiskMb: megabytes(bavail * bsize), cacheMb: megabytes(statSync(open.cache.file).size) }
  } catch {
    return { freeDiskMb: null, cacheMb: null }
  }
}

const megabytes = (bytes: number): number => Math.round(bytes / 1_000_000)

const SYSTEMS: Readonly<Partial<Record<NodeJS.Platform, Diagnosis['machine']['system']>>> = { win32: 'windows', darwin: 'mac', linux: 'linux' }

/** As the package says it; a version of any other shape is not told. */
const versionOf = (version: string): string | null => (Diagnosis.shape.program.shape.version.safeParse(version).success ? version : null)
