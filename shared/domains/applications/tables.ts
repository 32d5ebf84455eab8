import * as z from 'zod'
import {
  ApplicationId, AttachmentId, CommandId, DecisionId, DepartmentId, EventId, FormId, PersonId, ServiceId,
} from '../../ids.ts'
import { Bilingual, JsonObject } from '../../json.ts'
import { defineTable, rowBase } from '../../table.ts'
import { Instant } from '../../time.ts'

/**
 * received → in-progress (claimed) → proposed → decided
 *      ↑_______release_____|  ↑____return____|
 *      ↑_____________reject of the proposal___|
 */
export const APPLICATION_STATUSES = ['received', 'in-progress', 'proposed', 'decided'] as const
export const ApplicationStatus = z.enum(APPLICATION_STATUSES)
export type ApplicationStatus = z.infer<typeof ApplicationStatus>

export const OUTCOMES = ['granted', 'refused'] as const
export const Outcome = z.enum(OUTCOMES)
export type Outcome = z.infer<typeof Outcome>

/** Who must release a decision; set by the service (the offer of the town) alone, never by a person at a desk. */
export const ReleaseMode = z.enum(['four-eyes', 'single-by-service'])
export type ReleaseMode = z.infer<typeof ReleaseMode>

export const CHANNELS = ['portal', 'paper', 'telephone'] as const

/** An application (Antrag). `number` is the town's receipt number, gap-free and in order of receipt. */
export const Application = z.object({
  ...rowBase,
  id: ApplicationId,
  number: z.int().min(1),
  reference: z.string().min(1).max(40),
  serviceId: ServiceId,
  formId: FormId,
  departmentId: DepartmentId,
  personId: PersonId,
  applicantName: z.string().min(1).max(200),
  locality: z.string().max(80),
  subject: z.string().min(1).max(200),
  status: ApplicationStatus,
  outcome: Outcome.nullable(),
  assigneeId: PersonId.nullable(),
  assigneeName: z.string().max(120).nullable(),
  channel: z.enum(CHANNELS),
  receivedAt: Instant,
  /** By when it has to be decided; null where nothing is set, and while the clock stands still. */
  dueAt: Instant.nullable(),
  /** Since when the clock stands still because the citizen has been asked for something, and when it was due until then. */
  suspendedAt: Instant.nullable(),
  heldDueAt: Instant.nullable(),
  /** When the period was extended; that happens once at most. */
  extendedAt: Instant.nullable(),
  decidedAt: Instant.nullable(),
  decisionId: DecisionId.nullable(),
  unreadMessages: z.int().min(0),
  attachmentCount: z.int().min(0),
  /** What the citizen filled in, as the form's JSON Schema says. */
  form: JsonObject,
  /** Every value of the form a person can read, for the full-text search. */
  searchText: z.string().max(20_000),
})
export type Application = Readonly<z.infer<typeof Application>>

/** A proposed or released decision (Entscheidung). `authors` are all persons who wrote any part of what `contentHash` covers. */
export const Decision = z.object({
  ...rowBase,
  id: DecisionId,
  applicationId: ApplicationId,
  outcome: Outcome,
  reason: z.string().max(8_000),
  contentHash: z.string().regex(/^[0-9a-f]{64}$/),
  releaseMode: ReleaseMode,
  state: z.enum(['proposed', 'approved', 'returned', 'rejected']),
  authors: z.array(PersonId).min(1).max(20),
  proposedBy: PersonId,
  proposedByName: z.string().max(120),
  proposedAt: Instant,
  settledBy: PersonId.nullable(),
  settledByName: z.string().max(120).nullable(),
  /** The person stood in for (i. V.), if the settling right was lent. */
  settledFor: PersonId.nullable(),
  settledAt: Instant.nullable(),
  settleReason: z.string().max(4_000).nullable(),
})
export type Decision = Readonly<z.infer<typeof Decision>>

export const EVENT_KINDS = [
  'received', 'claimed', 'released', 'proposed', 'approved', 'returned', 'rejected',
  'noted', 'viewed', 'asked', 'resumed', 'extended',
] as const
export const EventKind = z.enum(EVENT_KINDS)
export type EventKind = z.infer<typeof EventKind>

/** One line of a case's history. */
export const ApplicationEvent = z.object({
  ...rowBase,
  id: EventId,
  applicationId: ApplicationId,
  kind: EventKind,
  at: Instant,
  actorId: PersonId.nullable(),
  actorName: z.string().max(200).nullable(),
  text: z.string().max(8_000).nullable(),
  commandId: CommandId.nullable(),
})
export type ApplicationEvent = Readonly<z.infer<typeof ApplicationEvent>>

/** An attached file; the bytes are a blob of the same id. */
export const Attachment = z.object({
  ...rowBase,
  id: AttachmentId,
  applicationId: ApplicationId,
  filename: z.string().min(1).max(200),
  mediaType: z.string().min(3).max(120),
  size: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  addedAt: Instant,
})
export type Attachment = Readonly<z.infer<typeof Attachment>>

/** What orders a period: the town's own target, approval deemed given (§ 42a VwVfG), confirmation of a notice of business (§ 15 GewO). */
export const DEADLINE_BASES = ['own-target', 'vwvfg-42a', 'gewo-15'] as const

/** How long a decision may take, from the complete application on. */
export const Deadline = z.object({
  basis: z.enum(DEADLINE_BASES),
  amount: z.int().min(1).max(400),
  unit: z.enum(['days', 'working-days', 'months']),
})
export type Deadline = Readonly<z.infer<typeof Deadline>>

/** A service of the town (Verwaltungsleistung). Its newest form is `formVersion`; older cases keep theirs. */
export const TownService = z.object({
  ...rowBase,
  id: ServiceId,
  title: Bilingual,
  departmentId: DepartmentId,
  formVersion: z.int().min(1),
  releaseMode: ReleaseMode,
  /** The law or by-law that a decision rests on, as it is cited. */
  legalBasis: z.string().max(300),
  deadline: Deadline.nullable(),
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
})
export type Form = Readonly<z.infer<typeof Form>>

export const applications = defineTable({
  name: 'applications',
  schema: Application,
  columns: {
    id: 'text', scope: 'text', version: 'integer', number: 'integer', reference: 'text', serviceId: 'text',
    formId: 'text', departmentId: 'text', personId: 'text', applicantName: 'text', locality: 'text', subject: 'text',
    status: 'text', outcome: 'text', assigneeId: 'text', assigneeName: 'text', channel: 'text',
    receivedAt: 'instant', dueAt: 'instant', suspendedAt: 'instant', heldDueAt: 'instant', extendedAt: 'instant',
    decidedAt: 'instant', decisionId: 'text', unreadMessages: 'integer',
    attachmentCount: 'integer', form: 'json', searchText: 'text',
  },
  deskHolds: 'all-of-scope',
})

export const decisions = defineTable({
  name: 'decisions',
  schema: Decision,
  columns: {
    id: 'text', scope: 'text', version: 'integer', applicationId: 'text', outcome: 'text', reason: 'text',
    contentHash: 'text', releaseMode: 'text', state: 'text', authors: 'json', proposedBy: 'text',
    proposedByName: 'text', proposedAt: 'instant', settledBy: 'text', settledByName: 'text', settledFor: 'text',
    settledAt: 'instant', settleReason: 'text',
  },
  deskHolds: 'with-its-application',
})

export const applicationEvents = defineTable({
  name: 'application_events',
  schema: ApplicationEvent,
  columns: {
    id: 'text', scope: 'text', version: 'integer', applicationId: 'text', kind: 'text', at: 'instant',
    actorId: 'text', actorName: 'text', text: 'text', commandId: 'text',
  },
  deskHolds: 'with-its-application',
})

export const attachments = defineTable({
  name: 'attachments',
  schema: Attachment,
  columns: {
    id: 'text', scope: 'text', version: 'integer', applicationId: 'text', filename: 'text', mediaType: 'text',
    size: 'integer', sha256: 'text', addedAt: 'instant',
  },
  deskHolds: 'with-its-application',
})

export const services = defineTable({
  name: 'services',
  schema: TownService,
  columns: {
    id: 'text', scope: 'text', version: 'integer', title: 'json', departmentId: 'text', formVersion: 'integer',
    releaseMode: 'text', legalBasis: 'text', deadline: 'json', active: 'boolean',
  },
  deskHolds: 'all-of-scope',
})

export const forms = defineTable({
  name: 'forms',
  schema: Form,
  columns: {
    id: 'text', scope: 'text', version: 'integer', serviceId: 'text', formVersion: 'integer', schema: 'json',
    sections: 'json', valueLabels: 'json', nameKeys: 'json', localityKey: 'text', emailKey: 'text',
  },
  deskHolds: 'all-of-scope',
})
