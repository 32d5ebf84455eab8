import { oc } from '@orpc/contract'
import * as z from 'zod'
import { Cents, Day } from '../domains/notices/content.ts'
import { correct, sendAgain } from '../domains/notices/correct-command.ts'
import { enterConsent, withdrawConsent } from '../domains/notices/consent-commands.ts'
import { setKind } from '../domains/notices/kind-commands.ts'
import { addRows, beginRun, leaveOut, mend, takeIn } from '../domains/notices/prepare-commands.ts'
import { record } from '../domains/notices/record-command.ts'
import { setLaw, takeOutLaw } from '../domains/notices/rule-set-commands.ts'
import { cancelRun, pauseRun, releaseRun, repeatFailed, resumeRun, returnRun, takeBack } from '../domains/notices/release-commands.ts'
import { markBooked } from '../domains/notices/ledger-commands.ts'
import { enterPrinted } from '../domains/notices/print-commands.ts'
import { SAMPLE_REASONS } from '../domains/notices/sample.ts'
import { MailboxConsent, Notice, NoticeKind, NoticeRun, SENT_STATES } from '../domains/notices/tables.ts'
import { chooseWay } from '../domains/notices/way-commands.ts'
import { NoticeId, NoticeRunId } from '../ids.ts'
import { NoticeLetterFile, NoticeLetterQuery } from '../wire/notices.ts'
import { entryFor, Saved } from './entry.ts'
import { refusable } from './refusable.ts'

const Count = z.int().min(0)

/** A run as this desk knows it; `isPending` while a change of one's own, to it or to one of its notices, is not at the service yet. */
export const ShownRun = NoticeRun.extend({
  isPending: z.boolean(),
  kindTitle: z.string(),
  /** How many letters it has and what they ask for together, without those that were left out. */
  letters: Count,
  totalCents: Cents,
})
export type ShownRun = z.infer<typeof ShownRun>

/** What the notices of a run come to: how many there are, are left out, have something wrong in their finished letter, could not be sent. */
const RunCounts = z.object({ all: Count, leftOut: Count, withProblems: Count, failed: Count })
export type RunCounts = z.infer<typeof RunCounts>

/** One thing that is wrong with finished letters: with how many, and one of them. */
const FoundProblem = z.object({ code: z.string(), letters: Count, example: z.object({ noticeId: NoticeId, name: z.string(), found: z.string() }) })
export type FoundProblem = z.infer<typeof FoundProblem>

export const WholeRun = z.object({ run: ShownRun, kind: NoticeKind.nullable(), counts: RunCounts, problems: z.array(FoundProblem) })
export type WholeRun = z.infer<typeof WholeRun>

export const NOTICE_FILTERS = ['all', 'problems', 'left-out', 'failed'] as const
export type NoticeFilter = (typeof NOTICE_FILTERS)[number]

/** By what a list of notices can be in order. */
export const NOTICE_ORDERS = ['number', 'name', 'place', 'reference', 'totalCents', 'dueDay'] as const
export type NoticeOrder = (typeof NOTICE_ORDERS)[number]

/** A notice as the list of its run shows it. */
export const NoticeLine = z.object({
  id: NoticeId,
  number: z.int(),
  name: z.string(),
  place: z.string(),
  /** Kassenzeichen. */
  reference: z.string(),
  totalCents: Cents,
  dueDay: Day,
  stage: z.enum(['left-out', 'waiting', ...SENT_STATES]),
  /** How much is wrong with its finished letter. */
  problems: Count,
})
export type NoticeLine = z.infer<typeof NoticeLine>

const NoticeListQuery = z.object({
  runId: NoticeRunId,
  filter: z.enum(NOTICE_FILTERS),
  /** A part of a name or of a Kassenzeichen; empty: any. */
  text: z.string().max(100),
  order: z.enum(NOTICE_ORDERS),
  isDescending: z.boolean(),
  start: Count,
  end: Count,
})
export type NoticeListQuery = z.infer<typeof NoticeListQuery>

/** A notice with `isPending` as on its run. */
export const ShownNotice = Notice.extend({ isPending: z.boolean() })
export type ShownNotice = z.infer<typeof ShownNotice>

/** An agreement to a mailbox with `isPending` as on its run. */
export const ShownConsent = MailboxConsent.extend({ isPending: z.boolean(), kindTitle: z.string() })
export type ShownConsent = z.infer<typeof ShownConsent>

const noticeQueries = {
  /** The kinds of mass notice of the departments a person works for. */
  kinds: oc.output(z.object({ kinds: z.array(NoticeKind) })),
  /** All runs, the newest first. */
  runs: oc.output(z.object({ runs: z.array(ShownRun) })),
  /** One run with what is in it; null where there is none. */
  run: oc.input(z.object({ runId: NoticeRunId })).output(z.object({ whole: WholeRun.nullable() })),
  /** Lines `start` to `end` of what a filter lets through. */
  list: oc.input(NoticeListQuery).output(z.object({ rows: z.array(NoticeLine), total: Count })),
  one: oc.input(z.object({ noticeId: NoticeId })).output(z.object({ notice: ShownNotice.nullable() })),
  /** Who agreed to get which notices in their mailbox: those that hold, then those that ended, the newest first. */
  consents: oc.output(z.object({ consents: z.array(ShownConsent) })),
  /** Its letter as PDF; set by the service. */
  letter: oc.input(NoticeLetterQuery).output(refusable(NoticeLetterFile)),
  /** Notices to be looked at before a run is released: the extremes, and others by chance, which `seed` decides. */
  sample: oc.input(z.object({ runId: NoticeRunId, seed: z.int().min(0) })).output(z.object({ sample: z.array(z.object({ notice: Notice, reasons: z.array(z.enum(SAMPLE_REASONS)) })) })),
}

const entries = {
  ...noticeQueries,
  'enter-consent': entryFor(enterConsent),
  'withdraw-consent': entryFor(withdrawConsent),
  'set-kind': entryFor(setKind),
  'set-law': entryFor(setLaw),
  'take-out-law': entryFor(takeOutLaw),
  'begin-run': entryFor(beginRun),
  'add-rows': entryFor(addRows),
  mend: entryFor(mend),
  'leave-out': entryFor(leaveOut),
  'take-in': entryFor(takeIn),
  /** Gives the run for release with the letters as this desk has them; count, sum and hash are the core's. */
  submit: oc.input(z.object({ runId: NoticeRunId, dated: Day })).output(Saved),
  return: entryFor(returnRun),
  release: entryFor(releaseRun),
  'take-back': entryFor(takeBack),
  pause: entryFor(pauseRun),
  resume: entryFor(resumeRun),
  cancel: entryFor(cancelRun),
  repeat: entryFor(repeatFailed),
  record: entryFor(record),
  'choose-way': entryFor(chooseWay),
  printed: entryFor(enterPrinted),
  booked: entryFor(markBooked),
  correct: entryFor(correct),
  'send-again': entryFor(sendAgain),
}
type Entries = typeof entries

/** Named, because the contract written out in one piece is longer than the compiler writes types. */
export interface NoticesContract extends Entries {}
export const noticesContract: NoticesContract = entries
