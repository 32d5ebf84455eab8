import { oc } from '@orpc/contract'
import * as z from 'zod'
import { KindId } from '../domains/notices/tables.ts'
import { ApplicationId, ConsentId, NoticeId, NoticeRunId, PersonId, ServiceId } from '../ids.ts'
import { Bilingual } from '../json.ts'
import { Instant } from '../time.ts'

const ServiceOrKind = z.union([ServiceId, KindId])

/** Cases of one service, or runs of one kind of notice, that may be deleted, and why. */
export const DeletableService = z.object({
  /** The service, or the kind of notice. */
  serviceId: ServiceOrKind,
  title: Bilingual,
  /** How long they are kept and by which rule. */
  months: z.int(),
  basis: z.string(),
  count: z.int(),
})
export type DeletableService = z.infer<typeof DeletableService>

/** A case, or a run of notices with all of them. */
export const DeletableCase = z.object({
  id: z.union([ApplicationId, NoticeRunId]),
  /** Of a run its title. */
  reference: z.string(),
  serviceId: ServiceOrKind,
  /** Of a run the moment in which it was made. */
  endedAt: Instant,
  /** The first day on which it may be deleted. */
  from: z.iso.date(),
})
export type DeletableCase = z.infer<typeof DeletableCase>

/** What a deletion would take away; `fingerprint` stands for exactly these cases and runs. */
export const DeletionPreview = z.object({
  asOf: Instant,
  fingerprint: z.string().regex(/^[0-9a-f]{64}$/),
  total: z.int(),
  services: z.array(DeletableService),
  /** The first of them, oldest first; all are counted in `services`. */
  cases: z.array(DeletableCase).max(500),
  /** Services of which ended cases are kept without end because nobody has set a rule. */
  withoutRule: z.array(z.object({ serviceId: ServiceId, title: Bilingual, count: z.int() })),
  /** Runs of notices that would be deleted, but for so many notices with an objection of which no end is known. */
  withObjections: z.array(z.object({ runId: NoticeRunId, title: z.string(), count: z.int() })),
})
export type DeletionPreview = z.infer<typeof DeletionPreview>

/** A deletion and how far it is: what was planned is bound to what was shown. Names no citizen and no case. */
export const DeletionRun = z.object({
  id: z.uuid(),
  begunAt: Instant,
  endedAt: Instant.nullable(),
  byName: z.string(),
  planned: z.int(),
  deleted: z.int(),
  /** Not deleted because they were reopened meanwhile or another case still hangs on them. */
  kept: z.int(),
  services: z.array(DeletableService),
})
export type DeletionRun = z.infer<typeof DeletionRun>

/** A person of cases by their own id; whoever got notices, by one of these; whoever agreed to a mailbox, by that. */
export const KnownPersonId = z.union([PersonId, NoticeId, ConsentId])
export type KnownPersonId = z.infer<typeof KnownPersonId>

export const FoundPerson = z.object({
  id: KnownPersonId,
  name: z.string(),
  email: z.string().nullable(),
  /** Where notices went; empty for a person of cases. */
  address: z.string(),
  applications: z.int(),
  notices: z.int(),
  /** Under secrecy: neither address is told. */
  isHidden: z.boolean(),
})
export type FoundPerson = z.infer<typeof FoundPerson>

/** Who did what with personal data, newest first. */
export const AccessEntry = z.object({
  at: Instant,
  kind: z.enum(['viewed', 'viewed-notice', 'viewed-notice-letter', 'printed-notice-letters', 'viewed-letter-proof', 'exported-list', 'exported-person', 'searched-person', 'viewed-person', 'opened-secret', 'deleted', 'health-read', 'health-searched', 'health-recalled', 'health-fetched-back', 'health-printed', 'health-exported']),
  personName: z.string().nullable(),
  /** The case looked at, or of whose letter the proof was looked at, the Kassenzeichen of the notice, the title of the run of which letters were printed, or the person the data were given out of; null where it is about many. Of health data what they were read for, and never whose. */
  subject: z.string().nullable(),
})
export type AccessEntry = z.infer<typeof AccessEntry>

export const AccessQuery = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  /** Part of a reference or of a name of staff. */
  text: z.string().max(80).default(''),
  before: Instant.optional(),
})

/** For the data protection officer and, as far as deletion goes, the administrator; under `/v1/privacy`. */
export const privacyContract = {
  preview: oc
    .route({ method: 'GET', path: '/privacy/deletable', tags: ['privacy'], summary: 'What may be deleted, and by which rule' })
    .output(DeletionPreview),
  run: oc
    .route({ method: 'PUT', path: '/privacy/deletions/{id}', tags: ['privacy'], summary: 'Begin a deletion or go on with it: some cases per call' })
    .input(z.object({ id: z.uuid(), fingerprint: z.string().regex(/^[0-9a-f]{64}$/) }))
    .output(DeletionRun),
  runs: oc
    .route({ method: 'GET', path: '/privacy/deletions', tags: ['privacy'], summary: 'Reports of deletions, newest first' })
    .output(z.object({ runs: z.array(DeletionRun).max(100) })),
  people: oc
    .route({ method: 'POST', path: '/privacy/people', tags: ['privacy'], summary: 'Citizens by name, e-mail address or Kassenzeichen; in the body, so that no log on the way keeps a name' })
    .input(z.object({ search: z.string().trim().min(3).max(120) }))
    .output(z.object({ people: z.array(FoundPerson).max(100) })),
  accessLog: oc
    .route({ method: 'GET', path: '/privacy/access-log', tags: ['privacy'], summary: 'Who looked at which case, gave out or deleted data' })
    .input(AccessQuery)
    .output(z.object({ entries: z.array(AccessEntry).max(200), more: z.boolean() })),
}

/** `GET /v1/privacy/people/{id}/export`: everything about a person as a ZIP (`application/zip`), beside this contract because it is bytes. */
export const PERSON_EXPORT_PATH = '/privacy/people'
