import { isErrorCode, type ErrorCode } from '../../../../shared/errors.ts'
import { FAILURE_REASONS, type RecordedEvent } from '../../../../shared/formats/diagnosis.ts'
import type { Facts, Log } from '../../log.ts'

/** Every event of the core's log that a diagnosis may name; a test holds the list against the sources. What is not in it is only counted. */
export const EVENTS = [
  'blobs.hash-differs', 'blobs.not-kept', 'cache.check-failed', 'cache.put-aside', 'cache.reopen-failed', 'session.erased', 'session.not-erased', 'session.refused', 'session.step-failed',
  'sync.command-mismatch', 'sync.command-unreadable', 'sync.command-unreadable-in-cache', 'sync.connection-ended', 'sync.decide-failed', 'sync.file-refused', 'sync.files-not-sent',
  'sync.mass-delete-stopped', 'sync.other-server', 'sync.push-failed', 'sync.queue-stuck', 'sync.rows-parked', 'sync.service-restored', 'sync.still-unclear', 'unsent.failed',
] as const

const OTHER = 'log.other'
/** More than there are events with their codes; a loop that tells ever new ones fills no memory. */
const MOST = 400

type Reason = (typeof FAILURE_REASONS)[number]

interface Recorded {
  readonly event: string
  readonly level: 'warn' | 'error'
  readonly code: ErrorCode | null
  readonly reason: Reason | null
  readonly count: number
  readonly lastMs: number
}

/** What was told since the start, by event, code and reason; never a fact of a record. */
export interface Recorder {
  /** Writes to the log it was made around, and remembers. */
  readonly log: Log
  readonly startedMs: number
  events(nowMs: number): readonly RecordedEvent[]
}

/** Remembers warnings and errors beside the log. Only names from our own lists are kept: whatever else stands in a fact is let go. */
export function createRecorder(log: Log, nowMs: () => number): Recorder {
  const kept = new Map<string, Recorded>()
  const keep = (level: 'warn' | 'error', told: string, facts: Facts): void => {
    const event = EVENTS.find(name => name === told) ?? OTHER
    const code = isErrorCode(facts['code']) ? facts['code'] : null
    const reason = FAILURE_REASONS.find(name => name === facts['reason']) ?? null
    const key = [level, event, code, reason].join(' ')
    const before = kept.get(key)
    if (before || kept.size < MOST) kept.set(key, { event, level, code, reason, count: (before?.count ?? 0) + 1, lastMs: nowMs() })
  }
  return {
    startedMs: nowMs(),
    log: {
      info: (event, facts) => log.info(event, facts),
      warn: (event, facts = {}) => {
        keep('warn', event, facts)
        log.warn(event, facts)
      },
      error: (event, facts = {}) => {
        keep('error', event, facts)
        log.error(event, facts)
      },
    },
    events: at => [...kept.values()].toSorted((one, other) => other.lastMs - one.lastMs)
      .map(({ lastMs, ...event }) => ({ ...event, lastMinutesAgo: minutesBetween(lastMs, at) })),
  }
}

/** Whole minutes, never below none: clocks are set back, too. */
export const minutesBetween = (earlierMs: number, laterMs: number): number => Math.max(0, Math.floor((laterMs - earlierMs) / 60_000))
