import { oc } from '@orpc/contract'
import * as z from 'zod'
import { DraftContent } from '../domains/applications/service-draft.ts'
import { TemplateContent } from '../domains/letters/template-content.ts'
import { TemplateId } from '../domains/letters/tables.ts'
import { DepartmentId, ServiceId } from '../ids.ts'
import { Instant } from '../time.ts'

/** A service as another town may take it over: without department and contact, which are each town's own, and without anybody's name. */
export const ExchangedService = z.strictObject({ id: ServiceId, content: DraftContent.omit({ departmentId: true, contact: true }) })
export type ExchangedService = Readonly<z.infer<typeof ExchangedService>>

export const ExchangedTemplate = z.strictObject({ id: TemplateId, content: TemplateContent })
export type ExchangedTemplate = Readonly<z.infer<typeof ExchangedTemplate>>

/** Higher with each change of the form that an older program could not read. */
export const FILE_VERSION = 1

export const ExchangedContent = z.strictObject({
  format: z.literal('rathaus-services'),
  version: z.literal(FILE_VERSION),
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

/** Letters of a file: some hundred services with long forms. */
export const MOST_FILE = 1_200_000
export const FileText = z.object({ file: z.string().min(2).max(MOST_FILE) })

/** How something in the file stands to what the town has; `clash`: somebody is writing a draft of it. */
const Standing = z.enum(['new', 'same', 'changed', 'clash'])

const Looked = z.object({
  title: z.object({ de: z.string(), en: z.string() }),
  standing: Standing,
  /** Names of the parts that are different, `legalBasis`; for one that is words or numbers, what it says here and in the file. */
  changes: z.array(z.object({ part: z.string(), here: z.string().nullable(), there: z.string().nullable() })),
  /** Questions of the form that are different. */
  questions: z.array(z.object({ label: z.object({ de: z.string(), en: z.string() }), change: z.enum(['added', 'removed', 'changed']) })),
})
export type Looked = Readonly<z.infer<typeof Looked>>

export const ExchangeLook = z.object({
  from: z.string(),
  exportedAt: Instant,
  /** Of the key that signed it, to be compared with the other town by telephone. */
  fingerprint: z.string(),
  services: z.array(Looked.extend({ id: ServiceId })),
  templates: z.array(Looked.extend({ id: TemplateId })),
})
export type ExchangeLook = Readonly<z.infer<typeof ExchangeLook>>

export const ExchangeChoice = FileText.extend({
  services: z.array(ServiceId).max(500),
  templates: z.array(TemplateId).max(500),
  /** For services that the town does not have yet. */
  departmentId: DepartmentId,
})
export type ExchangeChoice = Readonly<z.infer<typeof ExchangeChoice>>

export const ImportId = z.object({ id: z.uuid() })
export const Taken = ImportId.extend({ drafts: z.int() })
export const Undone = z.object({
  undone: z.int(),
  /** In which somebody has written since, or which are published. */
  kept: z.int(),
})

/** Services from town to town, for administrators, under `/v1`. What is taken over becomes drafts, which are read and published as any other. */
export const serviceExchangeContract = {
  file: oc.route({ method: 'GET', path: '/service-exchange/file', tags: ['service-exchange'], summary: 'The services and letter templates of the town, signed' }).output(ServiceFile),
  look: oc.route({ method: 'POST', path: '/service-exchange/look', tags: ['service-exchange'], summary: 'What a file would bring, before anything is written' }).input(FileText).output(ExchangeLook),
  take: oc.route({ method: 'POST', path: '/service-exchange/imports', tags: ['service-exchange'], summary: 'Make drafts of what was chosen' }).input(ExchangeChoice).output(Taken),
  undo: oc.route({ method: 'POST', path: '/service-exchange/imports/{id}/undone', tags: ['service-exchange'], summary: 'Throw the drafts of an import away that nobody has written in since' }).input(ImportId).output(Undone),
}
