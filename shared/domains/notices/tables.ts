import * as z from 'zod'
import { NoticeId, NoticeRunId, PersonId } from '../../ids.ts'
import { defineTable, rowBase } from '../../table.ts'
import { Instant } from '../../time.ts'
import { LetterTemplate, TemplateId } from '../letters/tables.ts'
import { Letterhead } from '../staff/tables.ts'
import { MOST_FACTS, NoticeFact } from './clock/facts.ts'
import { RuleSetId } from './clock/rule-sets.ts'
import { Cents, Day, NoticeContent } from './content.ts'

const Name = z.string().max(120)
const Hash = z.string().length(64)
const Count = z.int().min(0).max(1_000_000)

export const KindId = z.string().regex(/^[a-z][a-z0-9-]{1,59}$/)
export type KindId = z.infer<typeof KindId>

/** How the columns of a table are called in the files of a kind: our field → their heading. */
export const ColumnMapping = z.record(z.string().max(60), z.string().max(200))
export type ColumnMapping = Readonly<z.infer<typeof ColumnMapping>>

/** A kind of mass notice, with what is remembered from run to run. In the scope of its department. */
export const NoticeKind = z.object({
  ...rowBase,
  id: KindId,
  title: z.string().min(1).max(120),
  templateId: TemplateId,
  /** By which law notices of this kind are announced and become final. */
  ruleSetId: RuleSetId,
  mapping: ColumnMapping,
  isColor: z.boolean(),
  isDuplex: z.boolean(),
  /** How long a release can be taken back before the first letter leaves. */
  coolingMinutes: z.int().min(0).max(1_440),
  active: z.boolean(),
})
export type NoticeKind = Readonly<z.infer<typeof NoticeKind>>

const By = z.object({ at: Instant, byPersonId: PersonId, byName: Name })
const ByWithReason = By.extend({ reason: z.string().max(1_000) })

/** Everything a letter of a run is made from beside the notice itself, as it stood when the run was given for release. */
export const Paper = z.object({
  template: LetterTemplate.pick({ id: true, templateVersion: true, subject: true, paragraphs: true, remedies: true, asked: true, outcome: true }),
  letterhead: Letterhead.nullable(),
  /** What stands on the letters as their day. */
  dated: Day,
})
export type Paper = Readonly<z.infer<typeof Paper>>

/** What the service found in the finished letters, and what sending them costs. */
export const Checked = z.object({
  at: Instant,
  contentHash: Hash,
  letters: Count,
  pages: Count,
  sheets: Count,
  cents: Cents,
  /** Letters in which something is not as it has to be. */
  withProblems: Count,
})
export type Checked = Readonly<z.infer<typeof Checked>>

/** How many letters of a run are how far; the rest waits. */
export const Tally = z.object({ handedOver: Count, processed: Count, atPrintCentre: Count, dispatched: Count, failed: Count, cancelled: Count })
export type Tally = Readonly<z.infer<typeof Tally>>

export const NoticeRun = z.object({
  ...rowBase,
  id: NoticeRunId,
  kindId: KindId,
  title: z.string().min(1).max(120),
  createdAt: Instant,
  /** Everybody who had a hand in what the notices say. */
  authors: z.array(z.object({ personId: PersonId, name: Name })).min(1).max(50),
  source: z.object({ fileName: z.string().max(200), sha256: Hash }),
  /** What the file had to give; before all of them have arrived the run is still being prepared. */
  expected: z.object({ count: Count, totalCents: Cents }),
  /** How many have arrived. */
  added: Count,
  submitted: By.extend({ contentHash: Hash, rowsHash: Hash, count: Count, totalCents: Cents, paper: Paper }).nullable(),
  checked: Checked.nullable(),
  /** Why it was given back last. */
  returned: ByWithReason.nullable(),
  /** From `outAt` on letters leave. */
  released: By.extend({ contentHash: Hash, outAt: Instant, looked: z.array(NoticeId).max(50) }).nullable(),
  paused: By.nullable(),
  cancelled: ByWithReason.nullable(),
  tally: Tally,
  /** When the last letter had been handed over or refused. */
  handedOverAt: Instant.nullable(),
})
export type NoticeRun = Readonly<z.infer<typeof NoticeRun>>

/** What is wrong with a finished letter: a code of the check, and what was found. */
export const LetterProblem = z.object({ code: z.string().max(60), page: z.int().min(1).max(1_000), found: z.string().max(200) })
export type LetterProblem = Readonly<z.infer<typeof LetterProblem>>

/**
 * `handed-over`: the print centre has it. `processed`, `at-print-centre`, `dispatched` are its own words; only `dispatched`
 * is posted. `failed` is final for this attempt; `cancelled` never left.
 */
export const SENT_STATES = ['handed-over', 'processed', 'at-print-centre', 'dispatched', 'failed', 'cancelled'] as const
export const SentState = z.enum(SENT_STATES)
export type SentState = z.infer<typeof SentState>

export const Sent = z.object({
  state: SentState,
  /** 1 for the first time; one more each time it was repeated. Names the letter at the print centre together with the notice's id. */
  attempt: z.int().min(1).max(99),
  letterId: z.string().max(40).nullable(),
  handedOverAt: Instant.nullable(),
  changedAt: Instant,
  /** The day on which it was posted. */
  postedDay: Day.nullable(),
  /** The print centre's code and words, where it failed. */
  reason: z.string().max(300).nullable(),
  /** Of the file that was handed over. */
  sha256: Hash.nullable(),
})
export type Sent = Readonly<z.infer<typeof Sent>>

export const Notice = z.object({
  ...rowBase,
  id: NoticeId,
  runId: NoticeRunId,
  /** In the order of the file, from 1. */
  number: z.int().min(1).max(1_000_000),
  content: NoticeContent,
  contentHash: Hash,
  /** Why it does not go out with its run. */
  leftOut: ByWithReason.nullable(),
  checked: z.object({ pages: z.int().min(1).max(1_000), problems: z.array(LetterProblem).max(20) }).nullable(),
  /** Null while it waits. */
  sent: Sent.nullable(),
  /** What became of it, the posting included: the oldest entry first. */
  facts: z.array(NoticeFact).max(MOST_FACTS),
})
export type Notice = Readonly<z.infer<typeof Notice>>

export const noticeKinds = defineTable({
  name: 'notice_kinds',
  schema: NoticeKind,
  columns: {
    id: 'text', scope: 'text', version: 'integer', title: 'text', templateId: 'text', ruleSetId: 'text', mapping: 'json', isColor: 'boolean', isDuplex: 'boolean',
    coolingMinutes: 'integer', active: 'boolean',
  },
  deskHolds: 'all-of-scope',
})

export const noticeRuns = defineTable({
  name: 'notice_runs',
  schema: NoticeRun,
  columns: {
    id: 'text', scope: 'text', version: 'integer', kindId: 'text', title: 'text', createdAt: 'instant', authors: 'json', source: 'json', expected: 'json', added: 'integer',
    submitted: 'json', checked: 'json', returned: 'json', released: 'json', paused: 'json', cancelled: 'json', tally: 'json', handedOverAt: 'instant',
  },
  deskHolds: 'all-of-scope',
})

export const notices = defineTable({
  name: 'notices',
  schema: Notice,
  columns: {
    id: 'text', scope: 'text', version: 'integer', runId: 'text', number: 'integer', content: 'json', contentHash: 'text', leftOut: 'json', checked: 'json', sent: 'json', facts: 'json',
  },
  deskHolds: 'all-of-scope',
})
