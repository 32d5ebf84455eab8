import * as z from 'zod'
import { ServiceId } from '../../ids.ts'
import { defineTable, rowBase } from '../../table.ts'

/** The text of a letter as data: paragraphs with variables such as `{{applicantName}}`, all of which must be filled. */
export const LetterTemplate = z.object({
  ...rowBase,
  id: z.string().regex(/^[a-z][a-z0-9-]{1,59}$/),
  title: z.string().min(1).max(120),
  /** The service it is for; null: for every service that has none of its own. */
  serviceId: ServiceId.nullable(),
  outcome: z.enum(['granted', 'refused', 'certificate']),
  /** Counts up with every change. */
  templateVersion: z.int().min(1),
  subject: z.string().min(1).max(300),
  paragraphs: z.array(z.string().min(1).max(8_000)).min(1).max(40),
  /** Rechtsbehelfsbelehrung: remedy, authority, seat and period (§ 37 Abs. 6 VwVfG). */
  remedies: z.string().max(4_000),
  active: z.boolean(),
})
export type LetterTemplate = Readonly<z.infer<typeof LetterTemplate>>

export const letterTemplates = defineTable({
  name: 'letter_templates',
  schema: LetterTemplate,
  columns: {
    id: 'text', scope: 'text', version: 'integer', title: 'text', serviceId: 'text', outcome: 'text', templateVersion: 'integer',
    subject: 'text', paragraphs: 'json', remedies: 'text', active: 'boolean',
  },
  deskHolds: 'all-of-scope',
})
