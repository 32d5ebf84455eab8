import { canonicalJson } from '../../../shared/canonical.ts'
import { recordKey, type CommandEnvelope, type RecordRef } from '../../../shared/command.ts'
import type { CommandId } from '../../../shared/ids.ts'
import { CommandOnWire } from '../../../shared/wire/commands.ts'
import type { Database } from '../cache/database.ts'
import { statement } from '../cache/statements.ts'
import { getBase } from '../cache/rows.ts'

const MOST_PREDECESSORS = 200

/** The versions of records as the service gave them to this desk; 0 for one it does not know yet. */
export const versionsOf = (db: Database, records: readonly RecordRef[]): CommandEnvelope['basedOn'] =>
  records.map(({ table, id }) => ({ table, id, version: getBase(db, table, id)?.version ?? 0 }))

/**
 * Own commands that a new one builds on: those which write a record it names and whose effect is not in the service's rows
 * here yet, be it that there is no answer or that the pull has not brought it.
 */
export function predecessorsOf(db: Database, records: readonly RecordRef[]): readonly CommandId[] {
  const keys = JSON.stringify(records.map(recordKey))
  const ids = statement(db, `
    SELECT id FROM outbox WHERE state IN ('pending', 'applied') AND EXISTS (
      SELECT 1 FROM outbox_records AS r WHERE r.sequence = outbox.sequence AND r.written_scope IS NOT NULL
        AND r.table_name || '/' || r.record_id IN (SELECT value FROM json_each(?))
    ) ORDER BY sequence
  `).pluck().all(keys) as CommandId[]
  return ids.slice(-MOST_PREDECESSORS)
}

/** The one text of a command, from here to the service's fingerprint. */
export const envelopeText = (envelope: CommandEnvelope): string => canonicalJson(envelope)

export const envelopeFrom = (text: string): CommandOnWire => CommandOnWire.parse(JSON.parse(text))
