import { oc } from '@orpc/contract'
import * as z from 'zod'
import { DraftContent } from '../domains/applications/service-draft.ts'
import { TemplateContent } from '../domains/letters/template-content.ts'
import { TemplateId } from '../domains/letters/tables.ts'
import { DepartmentId, ServiceId } from '../ids.ts'
import { Bilingual } from '../json.ts'
import { Instant } from '../time.ts'

/** A service as another town may take it over: without department and contact, which are each town's own, and without anybody's name. */
export const ExchangedService = z.strictObject({ id: ServiceId, content: DraftContent.omit({ departmentId: true, contact: true }) })
export type ExchangedService = Readonly<z.infer<typeof ExchangedService>>

export const ExchangedTemplate = z.strictObject({ id: TemplateId, content: TemplateContent })
export type ExchangedTemplate = Readonly<z.infer<typeof ExchangedTemplate>>

export const ExchangedContent = z.strictObject({
  format: z.literal('rathaus-services'),
  version: z.literal(1),
  /** The town it comes from. */
  from: z.string().min(1).max(120),
  exportedAt: Instant,
  services: z.array(ExchangedService).max(500),
  templates: z.array(ExchangedTemplate).max(500),
})
export type ExchangedContent = Readonly<z.infer<typeof ExchangedContent>>

/** A file of services: its content, whose SHA-256 over canonical JSON is signed by the town it comes from. */
export const ServiceFile = z.strictObject({
  content: ExchangedContent,
  /** Compact JWS, EdDSA; its payload is the hash in hexadecimal. */
  signature: z.string().max(2_000),
  key: z.strictObject({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string().max(100) }),
})
export type ServiceFile = Readonly<z.infer<typeof ServiceFile>>

const MOST_FILE = 900_000
const FileText = z.object({ file: z.string().min(2).max(MOST_FILE) })

/** How something in the file stands to what the town has; `clash`: somebody is writing a draft of it. */
const Standing = z.enum(['new', 'same', 'changed', 'clash'])

export const ExchangeLook = z.object({
  from: z.string(),
  exportedAt: Instant,
  /** Of the key that signed it, to be compared with the other town by telephone. */
  fingerprint: z.string(),
  services: z.array(z.object({ id: ServiceId, title: Bilingual.or(z.object({ de: z.string(), en: z.string() })), standing: Standing, changes: z.array(z.string()) })),
  templates: z.array(z.object({ id: TemplateId, title: z.string(), standing: Standing, changes: z.array(z.string()) })),
})
export type ExchangeLook = Readonly<z.infer<typeof ExchangeLook>>

export const ExchangeChoice = FileText.extend({
  services: z.array(ServiceId).max(500),
  templates: z.array(TemplateId).max(500),
  /** For services that the town does not have yet. */
  departmentId: DepartmentId,
})
export type ExchangeChoice = Readonly<z.infer<typeof ExchangeChoice>>

const ImportId = z.object({ id: z.uuid() })

/** Services from town to town, for administrators, under `/v1`. What is taken over becomes drafts, which are read and published as any other. */
export const serviceExchangeContract = {
  file: oc.route({ method: 'GET', path: '/service-exchange/file', tags: ['service-exchange'], summary: 'The services and letter templates of the town, signed' }).output(ServiceFile),
  look: oc.route({ method: 'POST', path: '/service-exchange/look', tags: ['service-exchange'], summary: 'What a file would bring, before anything is written' }).input(FileText).output(ExchangeLook),
  take: oc.route({ method: 'POST', path: '/service-exchange/imports', tags: ['service-exchange'], summary: 'Make drafts of what was chosen' }).input(ExchangeChoice).output(ImportId.extend({ drafts: z.int() })),
  undo: oc.route({ method: 'POST', path: '/service-exchange/imports/{id}/undone', tags: ['service-exchange'], summary: 'Throw the drafts of an import away that nobody has written in since' }).input(ImportId).output(z.object({ undone: z.int(), kept: z.int() })),
}
