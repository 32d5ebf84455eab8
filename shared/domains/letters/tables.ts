import * as z from 'zod'
import { ServiceId } from '../../ids.ts'
import { defineTable, rowBase } from '../../table.ts'

/** What a letter tells: the decision, or that approval is deemed given (§ 42a Abs. 3 VwVfG). */
export const LETTER_KINDS = ['granted', 'refused', 'certificate'] as const
export const LetterKind = z.enum(LETTER_KINDS)
export type LetterKind = z.infer<typeof LetterKind>

export const TemplateId = z.string().regex(/^[a-z][a-z0-9-]{1,59}$/)

/**
 * The text of a letter as data: paragraphs with variables such as `{{applicantName}}`, all of which must be filled. A
 * paragraph that begins with `# ` is a heading; lines that begin with `- ` are a list. The templates whose ids are the
 * letter kinds themselves (`granted`, `refused`, `certificate`) are the town's standard ones.
 */
export const LetterTemplate = z.object({
  ...rowBase,
  id: TemplateId,
  title: z.string().min(1).max(120),
  /** The service it is for; null: for every service that has none of its own. */
  serviceId: ServiceId.nullable(),
  outcome: LetterKind,
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
