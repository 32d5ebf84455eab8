import * as z from 'zod'
import { ServiceId } from '../../ids.ts'
import { TOWN_SCOPE } from '../../scope.ts'
import { LetterKind, LetterTemplate, type LetterDraft } from './tables.ts'

/** A template while it is being written; `templateProblems` says what is missing to publish it. */
export const TemplateContent = z.object({
  title: z.string().max(400),
  /** Empty: for every service that has none of its own. */
  serviceId: z.string().max(60),
  outcome: LetterKind,
  position: z.number().nullable(),
  subject: z.string().max(1_000),
  paragraphs: z.array(z.string().max(10_000)).max(100),
  asked: z.array(z.object({ name: z.string().max(80), label: z.string().max(400) })).max(60),
  remedies: z.string().max(10_000),
})
export type TemplateContent = Readonly<z.infer<typeof TemplateContent>>

/** What a draft of a template that exists begins with. */
export const contentOfTemplate = ({ title, serviceId, outcome, position, subject, paragraphs, asked, remedies }: LetterTemplate): TemplateContent =>
  ({ title, serviceId: serviceId ?? '', outcome, position, subject, paragraphs, asked, remedies })

/** What a draft says, or undefined when it was written by another version of the program and cannot be read. */
export const contentOfDraft = (draft: Pick<LetterDraft, 'content'> | undefined): TemplateContent | undefined =>
  TemplateContent.safeParse(draft?.content).data

export type Published = Pick<LetterTemplate, 'id' | 'version' | 'templateVersion' | 'active' | 'publishedAt' | 'publishedBy' | 'publishedByName'>

/** The row that a draft without problems becomes; throws for one that has any. */
export const templateOf = ({ serviceId, ...content }: TemplateContent, published: Published): LetterTemplate =>
  LetterTemplate.parse({ ...content, ...published, scope: TOWN_SCOPE, serviceId: serviceId === '' ? null : ServiceId.parse(serviceId) })

/** A template as it stands, to be looked at: what nobody has written yet is left out. */
export const sketchOf = (content: TemplateContent): LetterTemplate => ({
  ...content,
  id: content.outcome, scope: TOWN_SCOPE, version: 0, templateVersion: 1, active: true, serviceId: null, position: 1,
  paragraphs: content.paragraphs.filter(paragraph => paragraph.trim() !== ''),
  publishedAt: null, publishedBy: null, publishedByName: null,
})
