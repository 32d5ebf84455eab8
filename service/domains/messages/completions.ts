import { sql, type Transaction } from 'kysely'
import type { Change } from '../../../shared/command.ts'
import type { answerConversation } from '../../../shared/domains/messages/conversation-commands.ts'
import type { Conversation } from '../../../shared/domains/messages/conversation-tables.ts'
import { asAttachment, type unlinkConversation } from '../../../shared/domains/messages/pass-on-commands.ts'
import type { TownId } from '../../../shared/ids.ts'
import type { RowOf } from '../../../shared/tables.ts'
import type * as z from 'zod'
import type { Completion, Guards } from '../../commands/context.ts'
import { findBlob } from '../../http/blobs/blob-store.ts'
import { refusalOfNamedFile } from '../../http/blobs/named-file.ts'
import { eraseRecords } from '../../store/erase.ts'
import { loadChildren } from '../../store/records.ts'
import type { Schema } from '../../store/schema.ts'
import { partsOf } from './conversation-rows.ts'

/** The bytes of every file have to be what the answer says. */
export const filesAreHere: Guards = async (trx, { input, moment }) => {
  for (const file of (input as z.infer<typeof answerConversation.input>).files) {
    const refusal = await refusalOfNamedFile(trx, moment.actor, file)
    if (refusal) return refusal
  }
  return null
}

/** Whether the virus scanner has looked at them is the service's to say. */
export const withFilesScanned: Completion = async (trx, { changes, moment: { actor: { townId } } }) => {
  const scanned: Change[] = []
  for (const change of changes)
    scanned.push(change.table === 'conversation_files' ? { ...change, row: { ...change.row, scan: (await findBlob(trx, townId, change.row.id))?.scan ?? 'not-scanned' } } : change)
  return scanned
}

/** A command names rows by key; which messages and files a conversation has is looked up here: they go where it goes. */
export const withItsMessages: Completion = async (trx, { changes, moment: { actor: { townId } } }) => {
  const moved = changes.flatMap(change => (change.table === 'conversations' ? [change.row] : []))
  const parts = await Promise.all(moved.map(row => movedParts(trx, townId, row)))
  return [...parts.flat(), ...changes]
}

async function movedParts(trx: Transaction<Schema>, townId: TownId, { id, scope, applicationId }: Conversation): Promise<readonly Change[]> {
  return (await partsOf(trx, townId, id)).map(change => ({ table: change.table, row: { ...change.row, scope, applicationId } }) as Change)
}

/** Taken out of the case, its files go from there with what was made from them; their bytes stay with the conversation. */
export const withoutItsFiles: Completion = async (trx, context) => {
  const { moment: { actor, now, commandId }, command, state } = context
  const changes = await withItsMessages(trx, context)
  const { applicationId } = context.input as z.infer<typeof unlinkConversation.input>
  const application = state.get('applications', applicationId)
  if (!application) throw new Error('a conversation was taken out of no case')
  const files = new Set(changes.flatMap(change => (change.table === 'conversation_files' ? [change.row.id] : [])))
  const stored = (await loadChildren(trx, actor.townId, [applicationId])).flatMap(({ table, row }) => (table === 'attachments' ? [row as RowOf<'attachments'>] : []))
  const copies = stored.filter(({ id, kind }) => kind === 'message' && files.has(id))
  if (copies.length === 0) return changes
  const made = stored.filter(({ derivedFrom }) => derivedFrom !== null && files.has(derivedFrom))
  await eraseRecords(trx, { townId: actor.townId, actor, action: command.name, commandId, at: now }, [...made, ...copies].map(row => ({ table: 'attachments', row })))
  if (made.length > 0) await sql`delete from blobs where town_id = ${actor.townId} and id = any(${made.map(({ id }) => id)}::uuid[])`.execute(trx)
  return [...changes, { table: 'applications', row: { ...application, attachmentCount: application.attachmentCount - copies.length } }]
}

/** The files stand among those of the case from now on; what the scanner found stays behind. */
export const withItsFiles: Completion = async (trx, context) => {
  const changes = await withItsMessages(trx, context)
  const conversation = changes.flatMap(change => (change.table === 'conversations' ? [change.row] : []))[0]
  const application = conversation?.applicationId && context.state.get('applications', conversation.applicationId)
  if (!application) throw new Error('a conversation was handed over into no case')
  const files = changes.flatMap(change => (change.table === 'conversation_files' && change.row.scan !== 'infected' ? [asAttachment(change.row, { scope: application.scope, applicationId: application.id })] : []))
  const counted: readonly Change[] = files.length > 0 ? [{ table: 'applications', row: { ...application, attachmentCount: application.attachmentCount + files.length } }] : []
  return [...changes, ...files, ...counted]
}
