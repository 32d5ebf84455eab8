import { oc } from '@orpc/contract'
import * as z from 'zod'
import { RequestKind, RequestOutcome } from '../domains/audit/requests.ts'
import { Instant } from '../time.ts'
import { KnownPersonId } from './privacy.ts'

const Count = z.int().min(0)
const Words = (most: number) => z.string().trim().min(1).max(most)

/** What a citizen asked for by the GDPR. */
export const PrivacyRequest = z.object({
  id: z.uuid(),
  kind: RequestKind,
  name: z.string(),
  personId: KnownPersonId.nullable(),
  note: z.string(),
  receivedOn: z.iso.date(),
  /** The day by which it is answered. */
  dueOn: z.iso.date(),
  recordedAt: Instant,
  recordedBy: z.string(),
  extensionReason: z.string().nullable(),
  answeredOn: z.iso.date().nullable(),
  outcome: RequestOutcome.nullable(),
  answer: z.string().nullable(),
})
export type PrivacyRequest = z.infer<typeof PrivacyRequest>

/** When something of an activity is deleted, and what was deleted last. */
export const ActivityRun = z.object({
  task: z.string(),
  lastAt: Instant.nullable(),
  /** As the task says it: `forgotten 12`; null when it failed or never ran. */
  outcome: z.string().nullable(),
  nextAt: Instant.nullable(),
})
export type ActivityRun = z.infer<typeof ActivityRun>

/** One line of the record of processing (Art. 30 GDPR), in German as the record is kept. */
export const ProcessingActivity = z.object({
  id: z.string(),
  title: z.string(),
  purpose: z.string(),
  basis: z.string(),
  persons: z.string(),
  data: z.string(),
  recipients: z.string(),
  retention: z.string(),
  isHealth: z.boolean(),
  tables: z.array(z.string()),
  runs: z.array(ActivityRun),
})
export type ProcessingActivity = z.infer<typeof ProcessingActivity>

/** What the data protection officer looks at first. */
export const ProtectionOverview = z.object({
  /** Open ones first, by the day they are due; then those answered, newest first. */
  requests: z.array(PrivacyRequest).max(500),
  activities: z.array(ProcessingActivity),
  /** Cases and runs of notices that may be deleted now by their rules. */
  deletable: Count,
  /** Services of which ended cases are kept without end. */
  withoutRule: Count,
  /** Notices that an open objection keeps. */
  held: Count,
  /** Secrecies that hold. */
  secrecies: Count,
  /** Information given out, newest first; the name as long as it is kept. */
  given: z.array(z.object({ at: Instant, byName: z.string().nullable(), personName: z.string().nullable() })).max(50),
})
export type ProtectionOverview = z.infer<typeof ProtectionOverview>

export const RequestRecorded = z.object({ id: z.uuid(), kind: RequestKind, name: Words(200), personId: KnownPersonId.nullable(), note: z.string().trim().max(2_000), receivedOn: z.iso.date() })
export type RequestRecorded = z.infer<typeof RequestRecorded>

export const RequestExtended = z.object({ id: z.uuid(), reason: Words(500) })

export const RequestAnswered = z.object({ id: z.uuid(), outcome: RequestOutcome, answer: z.string().trim().max(2_000), answeredOn: z.iso.date() })
export type RequestAnswered = z.infer<typeof RequestAnswered>

/** For the data protection officer; under `/v1/protection`. */
export const protectionContract = {
  overview: oc.route({ method: 'GET', path: '/protection', tags: ['privacy'], summary: 'What is due, the record of processing and what was deleted' }).output(ProtectionOverview),
  record: oc
    .route({ method: 'PUT', path: '/protection/requests/{id}', tags: ['privacy'], summary: 'Put down what a citizen asked for' })
    .input(RequestRecorded)
    .output(PrivacyRequest),
  extend: oc
    .route({ method: 'PUT', path: '/protection/requests/{id}/extended', tags: ['privacy'], summary: 'Take two months more, once, with the reason (Art. 12 (3) GDPR)' })
    .input(RequestExtended)
    .output(PrivacyRequest),
  answer: oc
    .route({ method: 'PUT', path: '/protection/requests/{id}/answered', tags: ['privacy'], summary: 'Say how it was answered' })
    .input(RequestAnswered)
    .output(PrivacyRequest),
}
