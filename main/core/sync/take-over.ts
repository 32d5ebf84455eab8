import { commandNamed } from '../../../shared/commands.ts'
import type { Database } from '../cache/database.ts'
import type { Log } from '../log.ts'
import { envelopeFrom } from './envelope.ts'
import { appendEntry, entryById } from './outbox.ts'

/** Puts commands that were read out of a damaged cache into a fresh one, in their order and as they were to be sent. */
export function takeOver(db: Database, envelopes: readonly string[], log: Log): void {
  db.transaction(() => {
    for (const envelope of envelopes) takeOverOne(db, envelope, log)
  }).immediate()
}

function takeOverOne(db: Database, text: string, log: Log): void {
  try {
    const { id, name, recordedAt, basedOn } = envelopeFrom(text)
    if (entryById(db, id)) return
    const [first] = basedOn
    appendEntry(
      db,
      {
        id, name, recordedAt, envelope: text, tentative: commandNamed(name)?.offline === 'tentative', subject: null, seen: null,
        table: first?.table ?? null, recordId: first?.id ?? null,
      },
      basedOn.map(({ table, id: recordId }) => ({ record: { table, id: recordId }, writtenScope: null })),
    )
  } catch (error) {
    // Half a text from a damaged page; the damaged file is kept and still holds it.
    log.error('sync.command-unreadable-in-cache', { reason: error instanceof Error ? error.name : 'unknown' })
  }
}
