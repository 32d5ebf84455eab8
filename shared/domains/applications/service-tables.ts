import * as z from 'zod'
import { DepartmentId, FormId, PersonId, ServiceId } from '../../ids.ts'
import { Bilingual, BilingualText, JsonObject } from '../../json.ts'
import { defineTable, rowBase } from '../../table.ts'
import { Instant } from '../../time.ts'

/** Who must release a decision; set by the service (the offer of the town) alone, never by a person at a desk. */
export const ReleaseMode = z.enum(['four-eyes', 'single-by-service'])
export type ReleaseMode = z.infer<typeof ReleaseMode>

/** What orders a period: the town's own target, approval deemed given (§ 42a VwVfG), confirmation of a notice of business (§ 15 GewO). */
export const DEADLINE_BASES = ['own-target', 'vwvfg-42a', 'gewo-15'] as const

/** How long a decision may take, from the complete application on. */
export const Deadline = z.object({
  basis: z.enum(DEADLINE_BASES),
  amount: z.int().min(1).max(400),
  unit: z.enum(['days', 'working-days', 'months']),
})
export type Deadline = Readonly<z.infer<typeof Deadline>>

/** A step of the work on every case of a service; one that is required has to be done before a decision is proposed. */
export const WorkStep = z.object({
  key: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  title: Bilingual,
  role: z.enum(['clerk', 'lead']),
  isRequired: z.boolean(),
})
export type WorkStep = Readonly<z.infer<typeof WorkStep>>

/** What the service does by itself when a case comes in. */
export const AutomaticStep = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('tag'), tag: z.string().min(1).max(40) }),
  z.object({ kind: z.literal('follow-up'), days: z.int().min(1).max(400) }),
])
export type AutomaticStep = Readonly<z.infer<typeof AutomaticStep>>

export const Fee = z.object({ title: Bilingual, cents: z.int().min(0).max(100_000_000) })

export const Contact = z.object({
  name: z.string().max(120),
  telephone: z.string().max(60),
  email: z.string().max(254),
  room: z.string().max(60),
})

/** When a case of the service is deleted: so many months after its end, and why not earlier. */
export const Retention = z.object({ months: z.int().min(1).max(1_200), basis: z.string().min(1).max(300) })
export type Retention = Readonly<z.infer<typeof Retention>>

/** A service of the town (Verwaltungsleistung). Its newest form is `formVersion`; older cases keep theirs. */
export const TownService = z.object({
  ...rowBase,
  id: ServiceId,
  title: Bilingual,
  /** What citizens read before they apply. */
  description: BilingualText.nullable(),
  departmentId: DepartmentId,
  formVersion: z.int().min(1),
  releaseMode: ReleaseMode,
  /** Under four eyes: up to this amount in euro cents one person may decide alone; null: never. */
  singleUpToCents: z.int().min(0).nullable(),
  /** The law or by-law that a decision rests on, as it is cited. */
  legalBasis: z.string().max(300),
  deadline: Deadline.nullable(),
  steps: z.array(WorkStep).max(20),
  automatic: z.array(AutomaticStep).max(10),
  /** What has to be handed in with the application. */
  documents: z.array(Bilingual).max(20),
  fees: z.array(Fee).max(20),
  contact: Contact.nullable(),
  retention: Retention.nullable(),
  active: z.boolean(),
})
export type TownService = Readonly<z.infer<typeof TownService>>

/** One question of a form as it is laid out: the key in the schema's properties and its labels. */
export const FormField = z.object({ key: z.string().min(1).max(80), label: Bilingual, help: Bilingual.nullable() })
export const FormSection = z.object({ title: Bilingual, fields: z.array(FormField).min(1).max(60) })

/** A version of a service's form: JSON Schema 2020-12 (one flat object of properties), layout and labels. */
export const Form = z.object({
  ...rowBase,
  id: FormId,
  serviceId: ServiceId,
  formVersion: z.int().min(1),
  schema: JsonObject,
  sections: z.array(FormSection).min(1).max(30),
  /** Labels for the values of `enum` properties: property key → value → label. */
  valueLabels: z.record(z.string(), z.record(z.string(), Bilingual)),
  /** Keys of the properties that make up the applicant's name, the locality and the subject line. */
  nameKeys: z.array(z.string()).min(1).max(4),
  localityKey: z.string().nullable(),
  emailKey: z.string().nullable(),
  /** Keys of the properties by which lists may be sorted and filtered. */
  sortable: z.array(z.string().max(80)).max(12),
})
export type Form = Readonly<z.infer<typeof Form>>

/** A service being written or changed; citizens and cases see nothing of it until it is published. */
export const ServiceDraft = z.object({
  ...rowBase,
  id: ServiceId,
  /** The service and its next form as they would be published, not yet judged. */
  content: JsonObject,
  /** The fingerprint (`offerHash`) of the service and form this draft began with, null for a new service. */
  basedOn: z.string().max(64).nullable(),
  /** Everybody who has written in it since it was begun. */
  authors: z.array(PersonId).min(1),
  changedBy: PersonId,
  changedByName: z.string().max(120),
  changedAt: Instant,
  /** Published or thrown away; an open draft has null. */
  settledAt: Instant.nullable(),
})
export type ServiceDraft = Readonly<z.infer<typeof ServiceDraft>>

export const services = defineTable({
  name: 'services',
  schema: TownService,
  columns: {
    id: 'text', scope: 'text', version: 'integer', title: 'json', description: 'json', departmentId: 'text',
    formVersion: 'integer', releaseMode: 'text', singleUpToCents: 'integer', legalBasis: 'text', deadline: 'json',
    steps: 'json', automatic: 'json', documents: 'json', fees: 'json', contact: 'json', retention: 'json', active: 'boolean',
  },
  deskHolds: 'all-of-scope',
})

export const forms = defineTable({
  name: 'forms',
  schema: Form,
  columns: {
    id: 'text', scope: 'text', version: 'integer', serviceId: 'text', formVersion: 'integer', schema: 'json',
    sections: 'json', valueLabels: 'json', nameKeys: 'json', localityKey: 'text', emailKey: 'text', sortable: 'json',
  },
  deskHolds: 'all-of-scope',
})

export const serviceDrafts = defineTable({
  name: 'service_drafts',
  schema: ServiceDraft,
  columns: {
    id: 'text', scope: 'text', version: 'integer', content: 'json', basedOn: 'text', authors: 'json', changedBy: 'text',
    changedByName: 'text', changedAt: 'instant', settledAt: 'instant',
  },
  deskHolds: 'all-of-scope',
})
