import { recordKey, type CommandEnvelope } from '../../../shared/command.ts'
import type { CommandId } from '../../../shared/ids.ts'
import type { Database } from '../cache/database.ts'
import { envelopeFrom, envelopeText } from './envelope.ts'
import { positionsOf, replaceEnvelope, writtenBy } from './outbox.ts'

/** What an own command that the service has lost had written into a record, and the version it had found there. */
interface Lost {
  readonly id: CommandId
  readonly position: number
  readonly found: number
}

/**
 * After a restore of the service: commands that built on the effect of an own command which the restored service does not
 * have any more name that command instead, for its effect will come again under another version. Without this every
 * second step on a case would be refused as changed meanwhile, by nobody but the person themselves.
 *
 * The only place where a command's text is made a second time. It never meets its first text at the service: whatever
 * built on a position beyond the restored head is beyond it too, and unknown there.
 */
export function rechain(db: Database, restoredHead: number): void {
  const lost = new Map<string, Lost>()
  for (const { sequence, id, envelope, position } of positionsOf(db)) {
    const command = envelopeFrom(envelope)
    const based = command.basedOn.map(record => ({ record, on: lostVersion(lost, record) }))
    const names = based.flatMap(({ on }) => on?.id ?? [])
    const basedOn = based.map(({ record, on }) => (on ? { ...record, version: on.found } : record))
    if (names.length > 0) replaceEnvelope(db, sequence, envelopeText({ ...command, basedOn, after: [...new Set([...command.after, ...names])] }))
    if (position === null || position <= restoredHead) continue
    for (const record of writtenBy(db, sequence)) lost.set(recordKey(record), { id, position, found: foundBy(basedOn, recordKey(record)) })
  }
}

function lostVersion(lost: ReadonlyMap<string, Lost>, record: CommandEnvelope['basedOn'][number]): Lost | undefined {
  const last = lost.get(recordKey(record))
  return last?.position === record.version ? last : undefined
}

const foundBy = (basedOn: CommandEnvelope['basedOn'], key: string): number => basedOn.find(record => recordKey(record) === key)?.version ?? 0
