import { Worker } from 'node:worker_threads'
import type { ExpectedLetter } from '../../../../shared/domains/notices/notice-letter-expected.ts'
import type { PostZones } from '../../../../shared/domains/notices/notice-letter-zones.ts'
import type { Preflight } from './preflight.ts'
import type { PreflightAnswer, PreflightRequest } from './preflight-worker.ts'

/** Reads finished letters back beside the service, so that it goes on answering. */
export interface Preflighter {
  /** Rejects when the reader died or took too long; the letter may be read again. */
  read(pdf: Uint8Array, expected: ExpectedLetter, zones: PostZones | null): Promise<Preflight>
  close(): Promise<void>
}

interface PreflighterParts {
  /** How many letters are read at the same time. */
  readonly readers?: number
  readonly longestMs?: number
}

/** On two cores two read as fast as can be, while letters are set beside them. */
const READERS = 2
/** A letter of 188 pages takes a few seconds. */
const LONGEST_MS = 60_000

/** Starts each reader with its first letter. */
export function createPreflighter({ readers = READERS, longestMs = LONGEST_MS }: PreflighterParts = {}): Preflighter {
  const running = new Set<Reader>()
  const readerFor = (): Reader => {
    const idle = [...running].toSorted((one, other) => one.waiting() - other.waiting())[0]
    if (idle && (idle.waiting() === 0 || running.size >= readers)) return idle
    const reader = startReader(longestMs, () => running.delete(reader))
    running.add(reader)
    return reader
  }
  return {
    read: (pdf, expected, zones) => readerFor().read({ pdf, expected, zones }),
    close: async () => {
      await Promise.all([...running].map(reader => reader.close()))
    },
  }
}

/** The sender keeps its letter. */
const NOTHING_GIVEN_AWAY: readonly never[] = []

interface Reader {
  waiting(): number
  read(request: Omit<PreflightRequest, 'id'>): Promise<Preflight>
  close(): Promise<void>
}

interface Asked {
  resolve(found: Preflight): void
  reject(error: Error): void
  readonly late: NodeJS.Timeout
}

function startReader(longestMs: number, onEnd: () => void): Reader {
  const worker = new Worker(new URL('./preflight-worker.ts', import.meta.url), { env: {}, execArgv: [] })
  const asked = new Map<number, Asked>()
  let count = 0
  worker.on('message', ({ id, found }: PreflightAnswer) => {
    const one = asked.get(id)
    asked.delete(id)
    clearTimeout(one?.late)
    // Nobody has to wait for a reader that has nothing to read.
    if (asked.size === 0) worker.unref()
    one?.resolve(found)
  })
  const fail = (): void => {
    onEnd()
    for (const { reject, late } of asked.values()) {
      clearTimeout(late)
      reject(new Error('the reader of finished letters ended'))
    }
    asked.clear()
  }
  worker.once('error', fail)
  worker.once('exit', fail)
  return {
    waiting: () => asked.size,
    read: request =>
      new Promise((resolve, reject) => {
        const id = count++
        asked.set(id, { resolve, reject, late: setTimeout(() => void worker.terminate(), longestMs) })
        worker.ref()
        worker.postMessage({ id, ...request }, NOTHING_GIVEN_AWAY)
      }),
    close: async () => {
      await worker.terminate()
    },
  }
}
