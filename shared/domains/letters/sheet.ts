import * as z from 'zod'
import { Letterhead } from '../staff/tables.ts'
import { Letter, LetterBlock } from './letter.ts'
import type { LetterKind } from './tables.ts'

/** What stands on a sheet, whatever it tells: a decision, a contract, a protocol. With `signatures` it is signed by hand. */
export const Sheet = Letter.pick({ recipient: true, reference: true, contact: true, subject: true, remedies: true }).extend({
  letterhead: Letterhead.nullable(),
  blocks: z.array(LetterBlock).max(400),
  /** Who signs at the end, each on a line of their own; empty for a letter that is valid without. */
  signatures: z.array(z.string().max(200)).max(2),
})
export type Sheet = Readonly<z.infer<typeof Sheet>>

/** A box on the sheet, in millimetres from its upper left. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Text in the window of an envelope: where it begins, how wide it may be, and its size in points. */
export interface WindowText {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
}

/** How a print centre wants a letter: for archives (PDF/A-1b), with nothing but these two in the window, and no marks at the edge. */
export interface PostLayout {
  /** The day the file names as its own, `2026-11-22`. */
  readonly day: string
  /** In points. */
  readonly page: { readonly width: number; readonly height: number }
  readonly returnLine: WindowText
  readonly recipient: WindowText
}

/** A sheet as it is set. */
export interface SheetDocument {
  /** For a print centre; without it the letter is accessible (PDF/UA) and has the window of DIN 5008 form B. */
  readonly post?: PostLayout
  /** Further letters of the same day and sender in one file, each on sheets of its own. */
  readonly others?: readonly SheetDocument['letter'][]
  /** The picture of the letterhead's facsimile, where it is not kept by its hash yet. */
  readonly facsimile?: Uint8Array
  readonly letter: Omit<Sheet, 'signatures'> & { readonly signatures?: Sheet['signatures']; readonly kind?: LetterKind }
  /** As it stands on it, `22. November 2026`. */
  readonly date: string
  readonly verification: { readonly code: string; readonly url: string } | null
  readonly isDraft: boolean
}
