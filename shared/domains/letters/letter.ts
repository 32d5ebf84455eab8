import * as z from 'zod'
import { Letterhead } from '../staff/tables.ts'
import { LetterKind, TemplateId } from './tables.ts'

const Line = z.string().max(400)
const Text = z.string().max(16_000)

const Cells = z.array(z.string().max(400)).min(1).max(4)

/** Columns of amounts and numbers are set to the right; `total` is the line below that sums them up, null for none. */
const Table = z.object({ kind: z.literal('table'), head: z.array(z.string().max(120)).min(1).max(4), rows: z.array(Cells).max(200), total: Cells.nullable() })

/** What has to be paid, to be read by a person and, as a code of the field (GiroCode), by their telephone. */
const Payment = z.object({
  kind: z.literal('payment'),
  rows: z.array(z.object({ label: z.string().max(60), value: z.string().max(200) })).min(1).max(8),
  /** The content of the code; null where nothing can be transferred. */
  code: z.string().min(1).max(400).nullable(),
})

/** A piece of a letter's text. A paragraph may have several lines. */
export const LetterBlock = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('heading'), text: Text }),
  z.object({ kind: z.literal('paragraph'), text: Text }),
  z.object({ kind: z.literal('list'), items: z.array(Text).max(200) }),
  Table,
  Payment,
])
export type LetterBlock = Readonly<z.infer<typeof LetterBlock>>

/** What a person puts into a template beside what is known of the case. */
export const LetterValues = z.record(z.string().max(100), z.string().max(4_000))

/** A letter with everything filled in but the day it is dated: kept with the decision, hashed, approved and typeset as it is. */
export const Letter = z.object({
  kind: LetterKind,
  templateId: TemplateId,
  templateVersion: z.int().min(1),
  letterhead: Letterhead.nullable(),
  recipient: z.array(Line).max(8),
  reference: Line,
  contact: z.object({ name: Line, telephone: Line, email: Line, room: Line }),
  subject: z.string().max(1_000),
  blocks: z.array(LetterBlock).max(400),
  remedies: Text,
  /** Whether the reasons stand in the text. */
  isReasoned: z.boolean(),
  /** Variables of the template for which there was nothing to put in. */
  open: z.array(z.string().max(100)).max(100),
  values: LetterValues,
})
export type Letter = Readonly<z.infer<typeof Letter>>
