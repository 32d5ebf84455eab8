import { commandNamed } from '../../../shared/commands.ts'
import { isErrorCode } from '../../../shared/errors.ts'
import type { Database } from '../cache/database.ts'
import type { KeptCommand } from '../cache/quarantine.ts'
import { statement } from '../cache/statements.ts'
import { transact } from '../cache/turn.ts'
import type { Log } from '../log.ts'
import { envelopeFrom } from './envelope.ts'
import { appendEntry, entryById } from './outbox.ts'

/** Puts commands that were read out of a damaged cache into a fresh one, in their order, as they were and as far as they had come. */
export function takeOver(db: Database, commands: readonly KeptCommand[], log: Log): void {
  transact(db, () => {
    for (const command of commands) takeOverOne(db, command, log)
  })
}

function takeOverOne(db: Database, kept: KeptCommand, log: Log): void {
  try {
    const { id, name, recordedAt, basedOn, input } = envelopeFrom(kept.envelope)
    if (entryById(db, id)) return
    const [first] = basedOn
    appendEntry(
      db,
      {
        id, name, recordedAt, envelope: kept.envelope, tentative: commandNamed(name)?.offline === 'tentative',
        blobs: blobsOf(name, input), subject: kept.subject, seen: kept.seen, made: kept.made, table: first?.table ?? null, recordId: first?.id ?? null,
      },
      basedOn.map(({ table, id: recordId }) => ({ record: { table, id: recordId }, writtenScope: null })),
    )
    if (kept.state !== 'pending') keepState(db, id, kept)
  } catch (error) {
    // Half a text from a damaged page; the damaged file is kept and still holds it.
    log.error('sync.command-unreadable-in-cache', { reason: error instanceof Error ? error.name : 'unknown' })
  }
}

function blobsOf(name: string, input: unknown): readonly string[] {
  const command = commandNamed(name)
  const parsed = command?.input.safeParse(input)
  return parsed?.success ? (command?.needsBlobs?.(parsed.data) ?? []) : []
}

/** What is answered needs no answer again: the load that follows brings the rows of everything applied. */
function keepState(db: Database, id: string, { state, settledAt, code, facts, blockedBy }: KeptCommand): void {
  statement(db, `UPDATE outbox SET state = ?, settled_at = coalesce(?, recorded_at), code = ?, facts = ?, blocked_by = ? WHERE id = ?`)
    .run(state === 'applied' ? 'acknowledged' : state, settledAt, isErrorCode(code) ? code : null, facts, blockedBy, id)
}
