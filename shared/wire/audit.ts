import { oc } from '@orpc/contract'
import * as z from 'zod'
import { Role } from '../actor.ts'
import { Instant } from '../time.ts'

const Position = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER)
const Count = z.int().min(0)

/** Of actions as the log names them: `applications.approve`. */
const Action = z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)?$/).max(80)

/** The general part, or readings and changes of health data alone. */
export const AuditPart = z.enum(['general', 'health'])
export type AuditPart = z.infer<typeof AuditPart>

/** Days are both included. */
export const AuditQuery = z.object({
  part: AuditPart.default('general'),
  from: z.iso.date(),
  to: z.iso.date(),
  /** Part of the name or of the login of whoever did it. Empty: everybody. */
  who: z.string().trim().max(80).default(''),
  /** None: all. */
  actions: z.array(Action).max(300).default([]),
  /** An id; for the data protection officer also a reference number or a person's whole name. Empty: all. */
  record: z.string().trim().max(120).default(''),
  /** Only what stands below: the place of the last entry of the page before. */
  before: z.object({ at: Instant, position: Position }).nullable().default(null),
})
export type AuditQuery = z.infer<typeof AuditQuery>

export const AuditEntry = z.object({
  position: Count,
  at: Instant,
  /** Null: done by the service itself, or by a citizen. */
  personName: z.string().nullable(),
  action: z.string(),
  /** The kinds of records that it changed, and how many of each. */
  records: z.array(z.object({ table: z.string(), count: Count })),
  /** Reference number or name of what it is about; null for administrators and where there is none. */
  subject: z.string().nullable(),
  /** What health data were read for; null in the general part. */
  purpose: z.string().nullable(),
})
export type AuditEntry = z.infer<typeof AuditEntry>

/** One record of an entry. */
export const AuditChange = z.object({
  table: z.string(),
  id: z.string(),
  kind: z.enum(['made', 'changed', 'deleted']),
  /** As `subject` of an entry. */
  subject: z.string().nullable(),
  /** Names of the fields that differ; null where the versions are no longer kept. */
  fields: z.array(z.string()).nullable(),
})
export type AuditChange = z.infer<typeof AuditChange>

/** A right that was given or taken. */
export const AuditRight = z.object({
  kind: z.enum(['given', 'taken']),
  /** Whose: the name of an account as it is now, or its id; null where it is what a group gives. */
  name: z.string().nullable(),
  /** The group of the town's own sign-in that it comes by. */
  group: z.string().nullable(),
  role: Role,
  /** Null: the whole town. */
  departmentName: z.string().nullable(),
})
export type AuditRight = z.infer<typeof AuditRight>

/** So many of an entry are told one by one. */
export const MOST_CHANGES = 200

export const AuditEntryDetail = AuditEntry.extend({ about: z.string().nullable(), hash: z.string(), rights: z.array(AuditRight), changes: z.array(AuditChange).max(MOST_CHANGES), changesInAll: Count })
export type AuditEntryDetail = z.infer<typeof AuditEntryDetail>

/** What came of a verification. */
export const ChainVerdict = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('intact'), entries: Count, hash: z.string() }),
  z.object({ kind: z.literal('tampered'), position: Count }),
])
export type ChainVerdict = z.infer<typeof ChainVerdict>

/** One that somebody asked for; `broken-off` when whoever did it gives no sign of life any more. */
export const AuditVerification = z.object({
  id: z.uuid(), byName: z.string(), begunAt: Instant, endedAt: Instant.nullable(), state: z.enum(['running', 'broken-off', 'ended']), done: Count, of: Count, verdict: ChainVerdict.nullable(),
})
export type AuditVerification = z.infer<typeof AuditVerification>

export const AuditProblem = z.enum(['tampered', 'not-verified', 'anchor-differs', 'anchor-failed'])
export type AuditProblem = z.infer<typeof AuditProblem>

/** How the log stands. */
export const AuditState = z.object({
  entries: Count,
  /** By the nightly task; null before the first night. */
  nightly: z.object({ at: Instant, verdict: ChainVerdict.nullable() }).nullable(),
  verification: AuditVerification.nullable(),
  anchors: z.object({
    /** Where they go to: whether a folder is set up, and how many addresses. */
    folder: z.boolean(), addresses: Count,
    last: z.object({ at: Instant, entries: Count }).nullable(),
  }),
  problems: z.array(AuditProblem),
})
export type AuditState = z.infer<typeof AuditState>

export const AnchorCheck = z.object({
  verdict: z.enum(['fits', 'differs', 'missing', 'before-restore', 'not-signed', 'other-town', 'unreadable']),
  /** What it says; null where it cannot be read. */
  entries: Count.nullable(),
  at: Instant.nullable(),
})
export type AnchorCheck = z.infer<typeof AnchorCheck>

/** Texts of anchors as they were kept: files, e-mails, or the signature alone. */
export const AnchorsBrought = z.object({ anchors: z.array(z.string().max(8_000)).min(1).max(400) })

/** Why entries are given out, and which. */
export const AuditExportQuery = AuditQuery.omit({ before: true }).extend({ reason: z.string().trim().min(5).max(500) })
export type AuditExportQuery = z.infer<typeof AuditExportQuery>

export const AuditExport = z.object({ at: Instant, byName: z.string(), reason: z.string(), entries: Count })
export type AuditExport = z.infer<typeof AuditExport>

/** `POST /v1/audit/export`: entries as a ZIP (`application/zip`), beside this contract because it is bytes. */
export const AUDIT_EXPORT_PATH = '/audit/export'
export const MOST_EXPORTED = 100_000

/** For the data protection officer and administrators of the whole town; under `/v1/audit`. */
export const auditContract = {
  search: oc
    .route({ method: 'POST', path: '/audit/entries', tags: ['audit'], summary: 'Entries of the audit log, newest first; in the body, so that no log on the way keeps a name' })
    .input(AuditQuery)
    .output(z.object({ entries: z.array(AuditEntry).max(50), more: z.boolean() })),
  entry: oc
    .route({ method: 'GET', path: '/audit/entries/{position}', tags: ['audit'], summary: 'One entry with what it changed' })
    .input(z.object({ position: Position }))
    .output(AuditEntryDetail),
  state: oc
    .route({ method: 'GET', path: '/audit/state', tags: ['audit'], summary: 'Whether the log is whole, since when that is known, and where its head was taken' })
    .output(AuditState),
  verify: oc
    .route({ method: 'PUT', path: '/audit/verifications/{id}', tags: ['audit'], summary: 'Begin to recompute the whole chain; asked again it says how far it is' })
    .input(z.object({ id: z.uuid() }))
    .output(AuditVerification),
  checkAnchors: oc
    .route({ method: 'POST', path: '/audit/anchors', tags: ['audit'], summary: 'Compare heads that were kept elsewhere with the log' })
    .input(AnchorsBrought)
    .output(z.object({ checks: z.array(AnchorCheck) })),
  exports: oc
    .route({ method: 'GET', path: '/audit/exports', tags: ['audit'], summary: 'What was given out of the log, and what for' })
    .output(z.object({ exports: z.array(AuditExport).max(100) })),
}
