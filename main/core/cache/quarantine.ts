import { existsSync, renameSync } from 'node:fs'
import { openConnection } from './connection.ts'
import { storageRefusal } from './failures.ts'

export interface Quarantined {
  /** Where the damaged file lies now. */
  readonly movedTo: string
  /** Commands without an answer that could still be read, oldest first, as they were to be sent. */
  readonly pending: readonly string[]
  /** Whether those are all of them. */
  readonly isComplete: boolean
}

/**
 * Puts a damaged cache aside, so that a fresh one can be loaded in its place. Nothing is deleted, and what the person had
 * not transferred yet is read out as far as it can be. The file must not be open.
 */
export function quarantine(file: string, key: Uint8Array): Quarantined {
  const outbox = readPending(file, key)
  const movedTo = freeName(file)
  for (const ending of ['', '-wal', '-shm', '.mark']) if (existsSync(file + ending)) renameSync(file + ending, movedTo + ending)
  return { movedTo, ...outbox }
}

function freeName(file: string): string {
  for (let number = 1; ; number++) if (!existsSync(`${file}.damaged-${number}`)) return `${file}.damaged-${number}`
}

function readPending(file: string, key: Uint8Array): Pick<Quarantined, 'pending' | 'isComplete'> {
  const pending: string[] = []
  try {
    const db = openConnection(file, key, 'reader')
    try {
      const envelopes = db.prepare<[], string>("SELECT envelope FROM outbox WHERE state = 'pending' ORDER BY sequence").pluck()
      for (const envelope of envelopes.iterate()) pending.push(envelope)
      return { pending, isComplete: true }
    } finally {
      db.close()
    }
  } catch (error) {
    if (storageRefusal(error) === undefined) throw error
    return { pending, isComplete: false }
  }
}
