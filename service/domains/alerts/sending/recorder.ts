import type { Kysely } from 'kysely'
import { instantFromMs, type Clock } from '../../../../shared/time.ts'
import type { Schema } from '../../../store/schema.ts'
import { recordOutcomes, type Delivery, type Outcome } from './deliveries.ts'
import type { Sending } from './open-sending.ts'

/** One attempt and what became of it. */
export interface Told {
  readonly sending: Sending
  readonly delivery: Delivery
  readonly outcome: Outcome
}

export interface Recorder {
  /** Remembers it and writes it down in the background, together with what comes meanwhile. */
  note(told: Told): void
  /** Resolves when little enough is unwritten to go on; throws while the database cannot be reached. */
  room(): Promise<void>
  /** Resolves when everything is written; throws as `room` does, and keeps what is unwritten for the next time. */
  settled(): Promise<void>
}

/** What is handed over and not yet written is told twice after a crash: so few of them at any time. */
const MOST_UNWRITTEN = 16
/** So many go into one statement: each statement costs what several e-mails do. */
const ENOUGH = 8
/** What comes by itself waits no longer for others. */
const LATEST_MS = 5

/** Writes down what became of deliveries while the next ones are handed over. */
export function createRecorder(db: Kysely<Schema>, clock: Clock, onWritten: (delivery: Delivery) => void): Recorder {
  let unwritten: readonly Told[] = []
  let writing: Promise<void> | null = null
  let waiting: NodeJS.Timeout | null = null

  async function writePart(): Promise<void> {
    const part = unwritten
    for (const [sending, outcomes] of bySending(part)) await recordOutcomes(db, sending, outcomes, instantFromMs(clock.nowMs()))
    unwritten = unwritten.slice(part.length)
    for (const { delivery } of part) onWritten(delivery)
  }

  /** One statement at a time; what comes meanwhile goes into the next. */
  function write(): Promise<void> {
    if (waiting) clearTimeout(waiting)
    waiting = null
    writing ??= writePart().finally(() => { writing = null })
    return writing
  }

  async function writeDownTo(few: number): Promise<void> {
    while (unwritten.length > few) await write()
  }

  /** Who waits for room or for the end is told of a failure, and tries again. */
  const inBackground = (few: number): void => void writeDownTo(few).then(wait, () => undefined)
  const wait = (): void => {
    if (unwritten.length > 0 && !writing) waiting ??= setTimeout(() => inBackground(0), LATEST_MS)
  }

  return {
    note: told => {
      unwritten = [...unwritten, told]
      if (unwritten.length >= ENOUGH && !writing) inBackground(ENOUGH - 1)
      else wait()
    },
    room: () => writeDownTo(MOST_UNWRITTEN - 1),
    settled: () => writeDownTo(0),
  }
}

/** By message, each as it was when it was taken. */
function bySending(told: readonly Told[]): ReadonlyMap<Sending, readonly (readonly [Delivery, Outcome])[]> {
  const parts = Map.groupBy(told, ({ sending }) => sending.alert.id)
  return new Map([...parts.values()].flatMap(part => part.slice(0, 1).map(({ sending }) => [sending, part.map(({ delivery, outcome }) => [delivery, outcome] as const)])))
}
