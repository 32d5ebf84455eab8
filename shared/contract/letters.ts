import { oc } from '@orpc/contract'
import * as z from 'zod'
import { Form } from '../domains/applications/service-tables.ts'
import { BlockId, LetterDraft, LetterKind, LetterTemplate, TemplateId, TextBlock } from '../domains/letters/tables.ts'
import { Letterhead } from '../domains/staff/tables.ts'
import { DepartmentId, ServiceId } from '../ids.ts'
import { Instant } from '../time.ts'
import { LetterPreview, LetterPreviewQuery, TemplatePreviewQuery } from '../wire/letters.ts'
import { refusable } from './refusable.ts'

/** A template as the list for administrators shows it; one that was never published has no version yet. */
export const TemplateLine = z.object({
  id: TemplateId,
  title: z.string(),
  outcome: LetterKind,
  /** The service it is for; null: for every service that has none of its own. */
  serviceId: ServiceId.nullable(),
  serviceTitle: z.object({ de: z.string(), en: z.string() }).nullable(),
  /** How many services propose with it. */
  services: z.int(),
  /** Whether there are several to choose from and a proposal begins with this one. */
  isFirst: z.boolean(),
  templateVersion: z.int().nullable(),
  publishedAt: Instant.nullable(),
  publishedByName: z.string().nullable(),
  state: z.enum(['offered', 'withdrawn', 'new']),
  /** The open draft, if there is one. */
  draft: z.object({ changedByName: z.string(), changedAt: Instant }).nullable(),
})
export type TemplateLine = z.infer<typeof TemplateLine>

/** A text block as the list shows it, with the templates that use it. */
export const BlockLine = z.object({
  id: BlockId,
  title: z.string(),
  blockVersion: z.int(),
  publishedAt: Instant.nullable(),
  publishedByName: z.string().nullable(),
  active: z.boolean(),
  usedBy: z.array(z.object({ id: TemplateId, title: z.string() })),
})
export type BlockLine = z.infer<typeof BlockLine>

const LetterheadLine = z.object({ id: DepartmentId, name: z.string(), letterhead: Letterhead.nullable() })
export type LetterheadLine = z.infer<typeof LetterheadLine>

const ServiceName = z.object({ id: ServiceId, title: z.object({ de: z.string(), en: z.string() }), departmentId: DepartmentId })

/** A template with its open draft and the service it is for; null where there is none. */
export const EditedTemplate = z.object({
  template: LetterTemplate.nullable(),
  draft: LetterDraft.nullable(),
  /** The newest form of its service, whose answers it may name. */
  form: Form.nullable(),
  serviceTitle: z.object({ de: z.string(), en: z.string() }).nullable(),
  /** Whose letterhead a preview carries. */
  departmentId: DepartmentId,
  /** How many services could no longer decide that way if it were withdrawn. */
  withoutIt: z.int(),
  /** Every block of the town, in the order in which a list offers them. */
  blocks: z.array(TextBlock),
})
export type EditedTemplate = z.infer<typeof EditedTemplate>

/** A block, null before it is kept for the first time, with the templates it is judged and shown in. */
export const EditedBlock = z.object({ block: TextBlock.nullable(), usedBy: z.array(EditedTemplate) })
export type EditedBlock = z.infer<typeof EditedBlock>

export const letterQueries = {
  /** Set by the service: without a link there is none. */
  preview: oc.input(LetterPreviewQuery).output(refusable(LetterPreview)),
  /** The same for a template that is being written, or for a letterhead, with an invented case. */
  'preview-template': oc.input(TemplatePreviewQuery).output(refusable(LetterPreview)),
  /** What administrators see: all templates, the letterheads of all departments, and the services one can write for. */
  list: oc.output(z.object({ templates: z.array(TemplateLine), blocks: z.array(BlockLine), letterheads: z.array(LetterheadLine), services: z.array(ServiceName) })),
  get: oc.input(z.object({ id: TemplateId })).output(refusable(EditedTemplate)),
  'get-block': oc.input(z.object({ id: BlockId })).output(refusable(EditedBlock)),
}
