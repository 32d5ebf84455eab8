import { oc } from '@orpc/contract'
import * as z from 'zod'
import { KeptFile } from '../kept-file.ts'
import { AttachmentId } from '../ids.ts'
import { refusable } from './refusable.ts'

/** How many bytes of a file cross the port at once. */
export const FILE_PIECE_BYTES = 512 * 1024

/**
 * A file on its way from the page into a case, piece by piece: `begin`, `append` until all is there, `finish`; then
 * `applications.add-file` names it. What is begun and never named is forgotten after a day.
 */
export const filesContract = {
  begin: oc.input(z.object({ filename: z.string().min(1).max(1_000), size: z.int().min(0) })).output(refusable(z.object({ id: AttachmentId }))),
  append: oc
    .input(z.object({ id: AttachmentId, start: z.int().min(0), content: z.base64().max(Math.ceil(FILE_PIECE_BYTES / 3) * 4) }))
    .output(refusable(z.object({ received: z.int() }))),
  /** Judges the bytes as the service will. */
  finish: oc.input(z.object({ id: AttachmentId })).output(refusable(KeptFile)),
  drop: oc.input(z.object({ id: AttachmentId })).output(z.object({})),
}
