import type * as z from 'zod'
import type { addFile } from '../../../shared/domains/applications/file-commands.ts'
import type { Completion, Guards } from '../../commands/context.ts'
import { findBlob } from '../../http/blobs/blob-store.ts'
import { refusalOfNamedFile } from '../../http/blobs/named-file.ts'

type Input = z.infer<typeof addFile.input>

/** The bytes have to be what the command says. */
export const fileIsHere: Guards = (trx, { input, moment }) => refusalOfNamedFile(trx, moment.actor, (input as Input).file)

/** Whether the virus scanner has looked at it is the service's to say. */
export const withScanState: Completion = async (trx, context) => {
  const { id } = (context.input as Input).file
  const scan = (await findBlob(trx, context.moment.actor.townId, id))?.scan ?? 'not-scanned'
  return context.changes.map(change => (change.table === 'attachments' && change.row.id === id ? { ...change, row: { ...change.row, scan } } : change))
}
