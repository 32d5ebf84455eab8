import * as z from 'zod'
import {
  ApplicationId, AttachmentId, CommandId, DecisionId, DepartmentId, EventId, FormId, PersonId, ServiceId,
} from '../../ids.ts'
import { JsonObject } from '../../json.ts'
import { defineTable, rowBase } from '../../table.ts'
import { Instant } from '../../time.ts'
import { Letter } from '../letters/letter.ts'
import { ReleaseMode } from './service-tables.ts'

/**
 * received → in-progress (claimed) → proposed → decided
 *      ↑_______release_____|  ↑____return____|
 *      ↑_____________reject of the proposal___|
 *
 * received, in-progress → closed: ended without a decision (withdrawn, duplicate, not competent)
 * decided, closed → in-progress: reopened, with a right and a reason
 */
export const APPLICATION_STATUSES = ['received', 'in-progress', 'proposed', 'decided', 'closed'] as const
export const ApplicationStatus = z.enum(APPLICATION_STATUSES)
export type ApplicationStatus = z.infer<typeof ApplicationStatus>

export const OUTCOMES = ['granted', 'refused'] as const
export const Outcome = z.enum(OUTCOMES)
export type Outcome = z.infer<typeof Outcome>

/** How an application came in: over the town's own portal, the state's (FIT-Connect), on paper, by telephone. */
export const CHANNELS = ['portal', 'state-portal', 'paper', 'telephone'] as const

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
  closedAt: Instant.nullable(),
  /** Wiedervorlage: the day on which, or the answer with which, the case comes back to the person who holds it. */
  followUpAt: Instant.nullable(),
  followUpOnAnswer: z.boolean(),
  followUpNote: z.string().max(300).nullable(),
  tags: z.array(z.string().min(1).max(40)).max(20),
  /** The case this one is a part of. */
  parentId: ApplicationId.nullable(),
  /** The case that took this one over as its duplicate; undone by setting it back to null. */
  mergedInto: ApplicationId.nullable(),
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
  /** Nebenbestimmungen (§ 36 VwVfG): conditions, time limits, reservations. */
  conditions: z.string().max(8_000),
  /** What is granted or charged, in euro cents, where the decision is about money; rules of release go by it. */
  amountCents: z.int().min(0).nullable(),
  /** The fee for the decision itself, in euro cents. */
  feeCents: z.int().min(0).nullable(),
  /** The letter as it was linted and approved, but for its day; null where none is written. */
  letter: Letter.nullable(),
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
  settledForName: z.string().max(120).nullable(),
  settledAt: Instant.nullable(),
  settleReason: z.string().max(4_000).nullable(),
})
export type Decision = Readonly<z.infer<typeof Decision>>

export const EVENT_KINDS = [
  'received', 'captured', 'claimed', 'released', 'proposed', 'approved', 'returned', 'rejected',
  'noted', 'viewed', 'asked', 'resumed', 'extended', 'assigned', 'handed-over', 'followed-up', 'tagged', 'task-added',
  'task-done', 'task-reopened', 'task-freed', 'closed', 'reopened', 'merged', 'unmerged', 'linked', 'unlinked', 'certified', 'file-added',
  'letter-provided',
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
  /** The person stood in for (i. V.), where the right to act was lent. */
  actingFor: PersonId.nullable(),
  actingForName: z.string().max(120).nullable(),
  text: z.string().max(8_000).nullable(),
  commandId: CommandId.nullable(),
})
export type ApplicationEvent = Readonly<z.infer<typeof ApplicationEvent>>

/** What a file is to its case: sent along, sent later, scanned here, the town's letter, made from another file (turned, annotated, redacted), from a citizen's message that was handed over into the case and may be somebody else's. */
export const ATTACHMENT_KINDS = ['application', 'answer', 'scan', 'letter', 'derived', 'message'] as const

/** Clockwise, in degrees. */
export const FILE_ROTATIONS = [0, 90, 180, 270] as const

/** A part of a page, in shares of its width and height from the upper left of the page as it lies in the file. */
export const PageArea = z.object({
  page: z.int().min(1).max(100_000),
  left: z.number().min(0).max(1),
  top: z.number().min(0).max(1),
  width: z.number().min(0).max(1),
  height: z.number().min(0).max(1),
})
export type PageArea = Readonly<z.infer<typeof PageArea>>

/** A note on a part of a page; it lies beside the file and never in it. */
export const FileNote = z.object({
  id: z.uuid(),
  area: PageArea,
  text: z.string().min(1).max(1_000),
  authorId: PersonId,
  authorName: z.string().max(120),
  at: Instant,
})
export type FileNote = Readonly<z.infer<typeof FileNote>>

/** How many notes a file carries at most. */
export const MOST_FILE_NOTES = 100

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
  kind: z.enum(ATTACHMENT_KINDS),
  /** Whether a virus scanner has looked at it; of a file with a finding no byte is kept, only this row if it was there before. */
  scan: z.enum(['not-scanned', 'clean', 'infected']),
  /** The file this one was made from. */
  derivedFrom: AttachmentId.nullable(),
  addedByName: z.string().max(120).nullable(),
  /** How it is turned when it is shown; the file itself stays as it came. */
  rotation: z.literal(FILE_ROTATIONS),
  notes: z.array(FileNote).max(MOST_FILE_NOTES),
  /** Not to be passed on (nicht weitergeben), because there is a redacted copy for that. */
  isWithheld: z.boolean(),
})
export type Attachment = Readonly<z.infer<typeof Attachment>>

export const applications = defineTable({
  name: 'applications',
  schema: Application,
  columns: {
    id: 'text', scope: 'text', version: 'integer', number: 'integer', reference: 'text', serviceId: 'text',
    formId: 'text', departmentId: 'text', personId: 'text', applicantName: 'text', locality: 'text', subject: 'text',
    status: 'text', outcome: 'text', assigneeId: 'text', assigneeName: 'text', channel: 'text',
    receivedAt: 'instant', dueAt: 'instant', suspendedAt: 'instant', heldDueAt: 'instant', extendedAt: 'instant',
    decidedAt: 'instant', decisionId: 'text', closedAt: 'instant', followUpAt: 'instant', followUpOnAnswer: 'boolean',
    followUpNote: 'text', tags: 'json', parentId: 'text', mergedInto: 'text', unreadMessages: 'integer',
    attachmentCount: 'integer', form: 'json', searchText: 'text',
  },
  deskHolds: 'all-of-scope',
})

export const decisions = defineTable({
  name: 'decisions',
  schema: Decision,
  columns: {
    id: 'text', scope: 'text', version: 'integer', applicationId: 'text', outcome: 'text', reason: 'text',
    conditions: 'text', amountCents: 'integer', feeCents: 'integer', letter: 'json', contentHash: 'text', releaseMode: 'text', state: 'text', authors: 'json', proposedBy: 'text',
    proposedByName: 'text', proposedAt: 'instant', settledBy: 'text', settledByName: 'text', settledFor: 'text',
    settledForName: 'text', settledAt: 'instant', settleReason: 'text',
  },
  deskHolds: 'with-its-application',
})

export const applicationEvents = defineTable({
  name: 'application_events',
  schema: ApplicationEvent,
  columns: {
    id: 'text', scope: 'text', version: 'integer', applicationId: 'text', kind: 'text', at: 'instant',
    actorId: 'text', actorName: 'text', actingFor: 'text', actingForName: 'text', text: 'text', commandId: 'text',
  },
  deskHolds: 'with-its-application',
})

export const attachments = defineTable({
  name: 'attachments',
  schema: Attachment,
  columns: {
    id: 'text', scope: 'text', version: 'integer', applicationId: 'text', filename: 'text', mediaType: 'text',
    size: 'integer', sha256: 'text', addedAt: 'instant', kind: 'text', scan: 'text', derivedFrom: 'text', addedByName: 'text',
    rotation: 'integer', notes: 'json', isWithheld: 'boolean',
  },
  deskHolds: 'with-its-application',
})
