import * as z from 'zod'
import { Letterhead } from '../staff/tables.ts'
import { Letter, LetterBlock } from './letter.ts'

/** A table whose last column holds amounts, and what a letter may hold beside it. */
export const SheetBlock = z.discriminatedUnion('kind', [
  ...LetterBlock.options,
  z.object({ kind: z.literal('table'), head: z.array(z.string().max(120)).min(1).max(4), rows: z.array(z.array(z.string().max(400)).min(1).max(4)).max(80) }),
])

/** What stands on a sheet, whatever it tells: a decision, a contract, a protocol. With `signatures` it is signed by hand. */
export const Sheet = Letter.pick({ recipient: true, reference: true, contact: true, subject: true, remedies: true }).extend({
  letterhead: Letterhead.nullable(),
  blocks: z.array(SheetBlock).max(400),
  /** Who signs at the end, each on a line of their own; empty for a letter that is valid without. */
  signatures: z.array(z.string().max(200)).max(2),
})
export type Sheet = Readonly<z.infer<typeof Sheet>>

/** A sheet as it is set. */
export interface SheetDocument {
  /** Further letters of the same day and sender in one file, each on sheets of its own. */
  readonly others?: readonly SheetDocument['letter'][]
  readonly letter: Omit<Sheet, 'signatures'> & { readonly signatures?: Sheet['signatures'] }
  /** As it stands on it, `22. November 2026`. */
  readonly date: string
  readonly verification: { readonly code: string; readonly url: string } | null
  readonly isDraft: boolean
}
