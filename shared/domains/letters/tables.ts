import * as z from 'zod'
import { PersonId, ServiceId } from '../../ids.ts'
import { JsonObject } from '../../json.ts'
import { defineTable, rowBase } from '../../table.ts'
import { Instant } from '../../time.ts'

/** What a letter tells: the decision, that approval is deemed given (§ 42a Abs. 3 VwVfG), or what many have to pay. */
export const LETTER_KINDS = ['granted', 'refused', 'certificate', 'notice'] as const
export const LetterKind = z.enum(LETTER_KINDS)
export type LetterKind = z.infer<typeof LetterKind>

export const TemplateId = z.string().regex(/^[a-z][a-z0-9-]{1,59}$/)
export type TemplateId = z.infer<typeof TemplateId>

/** Something a template wants to know that no case says: whoever proposes is asked for it. */
export const AskedVariable = z.object({ name: z.string().regex(/^[A-Za-z][A-Za-z0-9]{0,39}$/), label: z.string().min(1).max(120) })

/**
 * The text of a letter as data: paragraphs with variables such as `{{applicantName}}`, all of which must be filled. A
 * paragraph that begins with `# ` is a heading; lines that begin with `- ` are a list, with `|` a table; a first line that
 * begins with `? ` says when the paragraph stands in the letter (`conditionalText`). The templates whose ids are the letter
 * kinds themselves (`granted`, `refused`, `certificate`, `notice`) are the town's standard ones.
 */
export const LetterTemplate = z.object({
  ...rowBase,
  id: TemplateId,
  title: z.string().min(1).max(120),
  /** The service it is for; null: for every service that has none of its own for this outcome. */
  serviceId: ServiceId.nullable(),
  outcome: LetterKind,
  /** Where several are for the same: the lowest is the one a proposal begins with. */
  position: z.int().min(1).max(99),
  /** Counts up with every change. */
  templateVersion: z.int().min(1),
  subject: z.string().min(1).max(300),
  paragraphs: z.array(z.string().min(1).max(8_000)).min(1).max(40),
  asked: z.array(AskedVariable).max(20),
  /** Rechtsbehelfsbelehrung: remedy, authority, seat and period (§ 37 Abs. 6 VwVfG). */
  remedies: z.string().max(4_000),
  active: z.boolean(),
  /** When and by whom this version was published; null where it came with the program. */
  publishedAt: Instant.nullable(),
  publishedBy: PersonId.nullable(),
  publishedByName: z.string().max(120).nullable(),
})
export type LetterTemplate = Readonly<z.infer<typeof LetterTemplate>>

export const BlockId = z.string().regex(/^[a-z][a-z0-9-]{1,59}$/)
export type BlockId = z.infer<typeof BlockId>

const Paragraphs = z.array(z.string().min(1).max(8_000)).min(1).max(20)
const ByName = z.string().max(120)

/**
 * Paragraphs that several templates share. A paragraph of a template that is `[[id]]` and nothing else stands for those of the
 * block as it is when the letter is made; what was given for release keeps the words it had.
 */
export const TextBlock = z.object({
  ...rowBase,
  id: BlockId,
  title: z.string().min(1).max(120),
  paragraphs: Paragraphs,
  /** Counts up with every change. */
  blockVersion: z.int().min(1),
  /** The versions before this one, the newest first. */
  earlier: z.array(z.object({ blockVersion: z.int().min(1), paragraphs: Paragraphs, publishedAt: Instant.nullable(), publishedByName: ByName.nullable() })).max(50),
  active: z.boolean(),
  publishedAt: Instant.nullable(),
  publishedBy: PersonId.nullable(),
  publishedByName: ByName.nullable(),
})
export type TextBlock = Readonly<z.infer<typeof TextBlock>>

/** A template being written or changed; no letter is made from it until it is published. */
export const LetterDraft = z.object({
  ...rowBase,
  id: TemplateId,
  /** The template as it would be published, not yet judged. */
  content: JsonObject,
  /** The version this draft began with, null for a new template. */
  basedOn: z.int().min(1).nullable(),
  changedBy: PersonId,
  changedByName: z.string().max(120),
  changedAt: Instant,
  /** Published or thrown away; an open draft has null. */
  settledAt: Instant.nullable(),
})
export type LetterDraft = Readonly<z.infer<typeof LetterDraft>>

export const letterTemplates = defineTable({
  name: 'letter_templates',
  schema: LetterTemplate,
  columns: {
    id: 'text', scope: 'text', version: 'integer', title: 'text', serviceId: 'text', outcome: 'text', position: 'integer',
    templateVersion: 'integer', subject: 'text', paragraphs: 'json', asked: 'json', remedies: 'text', active: 'boolean',
    publishedAt: 'instant', publishedBy: 'text', publishedByName: 'text',
  },
  deskHolds: 'all-of-scope',
})

export const letterDrafts = defineTable({
  name: 'letter_drafts',
  schema: LetterDraft,
  columns: {
    id: 'text', scope: 'text', version: 'integer', content: 'json', basedOn: 'integer', changedBy: 'text',
    changedByName: 'text', changedAt: 'instant', settledAt: 'instant',
  },
  deskHolds: 'all-of-scope',
})

export const textBlocks = defineTable({
  name: 'text_blocks',
  schema: TextBlock,
  columns: {
    id: 'text', scope: 'text', version: 'integer', title: 'text', paragraphs: 'json', blockVersion: 'integer', earlier: 'json', active: 'boolean', publishedAt: 'instant',
    publishedBy: 'text', publishedByName: 'text',
  },
  deskHolds: 'all-of-scope',
})
