import type { Database } from './database.ts'

/** Memory that the core's thread and the thread that loads share, one per open file. */
const turns = new WeakMap<Database, Int32Array<SharedArrayBuffer>>()

const WAITING = 0
const ENDING = 1

const memoryOf = (db: Database): Int32Array<SharedArrayBuffer> => {
  const known = turns.get(db) ?? new Int32Array(new SharedArrayBuffer(8))
  turns.set(db, known)
  return known
}

/** What the thread that loads gets, to ask whether it should give way. */
export const turnMemory = (db: Database): SharedArrayBuffer => memoryOf(db).buffer

/**
 * Writes on the core's thread, in one transaction. A load that holds the file just now gives way: it undoes what it has
 * not committed and begins again afterwards, so that nobody waits longer than for one of its steps.
 */
export function transact<Value>(db: Database, act: () => Value): Value {
  const memory = memoryOf(db)
  Atomics.add(memory, WAITING, 1)
  try {
    return db.transaction(act).immediate()
  } finally {
    Atomics.sub(memory, WAITING, 1)
    Atomics.notify(memory, WAITING)
  }
}

/** Asks the load to end at its next step; `false` lets the next one work. */
export const askToEnd = (db: Database, isEnding: boolean): void => void Atomics.store(memoryOf(db), ENDING, isEnding ? 1 : 0)

/** The same memory as the thread that loads sees it. */
export interface Turn {
  /** Somebody waits for the file. */
  isWanted(): boolean
  /** The desk closes. */
  isEnding(): boolean
  /** Until nobody has waited for so long, and no longer than a few seconds. */
  giveWay(quietMs: number): void
  rest(ms: number): void
}

const LONGEST_WAY_MS = 5_000

export function turnIn(buffer: SharedArrayBuffer): Turn {
  const memory = new Int32Array(buffer)
  const asleep = new Int32Array(new SharedArrayBuffer(4))
  const isWanted = (): boolean => Atomics.load(memory, WAITING) > 0
  const rest = (ms: number): void => void Atomics.wait(asleep, 0, 0, ms)
  return {
    isWanted, rest,
    isEnding: () => Atomics.load(memory, ENDING) === 1,
    giveWay: quietMs => {
      const until = performance.now() + LONGEST_WAY_MS
      do {
        const waiting = Atomics.load(memory, WAITING)
        if (waiting > 0) Atomics.wait(memory, WAITING, waiting, LONGEST_WAY_MS)
        rest(quietMs)
      } while (isWanted() && performance.now() < until)
    },
  }
}
