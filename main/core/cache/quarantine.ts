import { existsSync, renameSync } from 'node:fs'
import { openConnection, sqliteCode } from './connection.ts'

/** A command as its cache held it: the text that was to be sent, and what had become of it. */
export interface KeptCommand {
  readonly envelope: string
  readonly state: 'pending' | 'applied' | 'acknowledged' | 'attention'
  readonly settledAt: string | null
  readonly code: string | null
  readonly facts: string | null
  readonly blockedBy: string | null
  readonly subject: string | null
  readonly seen: string | null
  readonly made: string | null
}

export interface Quarantined {
  /** Where the damaged file lies now. */
  readonly movedTo: string
  /** Commands that could still be read and are not settled, oldest first. */
  readonly commands: readonly KeptCommand[]
  /** Whether those are all of them. */
  readonly isComplete: boolean
}

/**
 * Puts a damaged cache aside, so that a fresh one can be loaded in its place. Nothing is deleted, and what the person had
 * not settled yet is read out as far as it can be. The file must not be open.
 */
export function quarantine(file: string, key: Uint8Array): Quarantined {
  const outbox = readCommands(file, key)
  const movedTo = freeName(file)
  for (const ending of ['', '-wal', '-shm', '.mark']) if (existsSync(file + ending)) renameSync(file + ending, movedTo + ending)
  return { movedTo, ...outbox }
}

function freeName(file: string): string {
  for (let number = 1; ; number++) if (!existsSync(`${file}.damaged-${number}`)) return `${file}.damaged-${number}`
}

function readCommands(file: string, key: Uint8Array): Pick<Quarantined, 'commands' | 'isComplete'> {
  const commands: KeptCommand[] = []
  try {
    const db = openConnection(file, key, 'reader')
    try {
      const kept = db.prepare<[], KeptCommand>(`
        SELECT envelope, state, settled_at AS settledAt, code, facts, blocked_by AS blockedBy, subject, seen, made
        FROM outbox NOT INDEXED WHERE state <> 'settled' ORDER BY sequence
      `)
      for (const command of kept.iterate()) commands.push(command)
      return { commands, isComplete: true }
    } finally {
      db.close()
    }
  } catch (error) {
    // Whatever SQLite says: a file of before the outbox, or one that is too damaged to be read.
    if (sqliteCode(error) === undefined) throw error
    return { commands, isComplete: false }
  }
}
