import * as z from 'zod'
import { Role } from '../actor.ts'
import { Instant } from '../time.ts'

/** What a diagnosis can hold: numbers, times, and names from lists of the program. There is no place for a word that a person wrote. */
const Code = z.string().max(80).regex(/^[a-z][a-z-]*\/[a-z][a-z-]*$/)
const Name = z.string().max(80).regex(/^[a-z][a-z-]*\.[a-z][a-z-]*$/)
const Count = z.int().min(0)
const Version = z.string().max(40).regex(/^\d+\.\d+\.\d+(-[a-z]+(\.\d+)?)?$/)

export const FAILURE_REASONS = ['ENOSPC', 'EACCES', 'EPERM', 'EROFS', 'EIO', 'EMFILE', 'ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'ETIMEDOUT', 'AbortError', 'TimeoutError', 'TypeError', 'RangeError', 'SqliteError'] as const

/** What the log told, gathered by what it is; `code` and `reason` only where they stand in our own lists. */
const RecordedEvent = z.strictObject({
  event: Name,
  level: z.enum(['warn', 'error']),
  code: Code.nullable(),
  reason: z.enum(FAILURE_REASONS).nullable(),
  count: Count,
  lastMinutesAgo: Count,
})
export type RecordedEvent = Readonly<z.infer<typeof RecordedEvent>>

/** A file of a desk for the administrator, without personal data; times as minutes before `madeAt`. */
export const Diagnosis = z.strictObject({
  format: z.literal('rathaus-diagnosis'),
  version: z.literal(1),
  madeAt: Instant,
  program: z.strictObject({ version: Version.nullable(), shell: z.enum(['electron', 'browser']).nullable(), wire: Count, node: Version, runningMinutes: Count }),
  machine: z.strictObject({ system: z.enum(['windows', 'linux', 'mac', 'other']), memoryMb: Count, freeDiskMb: Count.nullable(), cacheMb: Count.nullable() }),
  state: z.strictObject({
    connection: z.enum(['online', 'connecting', 'offline']),
    sinceMinutes: Count,
    lastSyncMinutesAgo: Count.nullable(),
    isReady: z.boolean(),
    isLoading: z.boolean(),
    waiting: Count,
    oldestWaitingMinutes: Count.nullable(),
    attention: Count,
    problem: Code.nullable(),
    /** Negative where the computer's clock is behind the service's. */
    clockAheadMinutes: z.int(),
  }),
  roles: z.array(Role).max(20),
  /** How many rows of each table the desk holds, and how long counting them took. */
  rows: z.record(z.string().max(60).regex(/^[a-z][a-z_]*$/), Count),
  countingMs: Count,
  waiting: z.array(z.strictObject({ command: Name, count: Count, attempts: Count })).max(500),
  refused: z.array(z.strictObject({ command: Name, code: Code, count: Count })).max(500),
  events: z.array(RecordedEvent).max(500),
})
export type Diagnosis = Readonly<z.infer<typeof Diagnosis>>

/** The file, letter by letter as it is shown before it is saved. */
export const writeDiagnosis = (diagnosis: Diagnosis): string => `${JSON.stringify(diagnosis, null, 2)}\n`

export type ReadDiagnosis = { readonly kind: 'read'; readonly diagnosis: Diagnosis } | { readonly kind: 'unreadable' | 'newer' | 'too-large' }

/** Larger than any diagnosis can be; counted in letters. */
const LONGEST = 400_000

const Head = z.object({ format: z.literal('rathaus-diagnosis'), version: z.int().min(2) })

/** Reads a file somebody sent: anything may stand in it. */
export function readDiagnosis(text: string): ReadDiagnosis {
  if (text.length > LONGEST) return { kind: 'too-large' }
  const parsed = jsonOf(text)
  const read = Diagnosis.safeParse(parsed)
  if (read.success) return { kind: 'read', diagnosis: read.data }
  return { kind: Head.safeParse(parsed).success ? 'newer' : 'unreadable' }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
