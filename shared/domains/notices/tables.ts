import * as z from 'zod'
import { ConsentId, NoticeId, NoticeRunId, PersonId } from '../../ids.ts'
import { defineTable, rowBase } from '../../table.ts'
import { Instant } from '../../time.ts'
import { LetterTemplate, TemplateId } from '../letters/tables.ts'
import { Letterhead } from '../staff/tables.ts'
import { MOST_FACTS, NoticeFact } from './clock/facts.ts'
import { NoticeRules, NoticeRuleSet, RuleSetId } from './clock/rule-sets.ts'
import { Channel, Way } from './channels.ts'
import { Cents, Day, NoticeContent } from './content.ts'

const Name = z.string().max(120)
const Hash = z.string().length(64)
const Count = z.int().min(0).max(1_000_000)

export const KindId = z.string().regex(/^[a-z][a-z0-9-]{1,59}$/)
export type KindId = z.infer<typeof KindId>

/** How the columns of a table are called in the files of a kind: our field → their heading. */
export const ColumnMapping = z.record(z.string().max(60), z.string().max(200))
export type ColumnMapping = Readonly<z.infer<typeof ColumnMapping>>

/** What is the same for every row of the files of a kind, where no column says it: our field → as it was typed. */
export const ForAllRows = z.record(z.string().max(60), z.string().max(200))

/** A kind of mass notice, with what is remembered from run to run. In the scope of its department. */
export const NoticeKind = z.object({
  ...rowBase,
  id: KindId,
  title: z.string().min(1).max(120),
  templateId: TemplateId,
  /** By which law notices of this kind are announced and become final. */
  ruleSetId: RuleSetId,
  mapping: ColumnMapping,
  forAll: ForAllRows,
  isColor: z.boolean(),
  isDuplex: z.boolean(),
  /** How long a release can be taken back before the first letter leaves. */
  coolingMinutes: z.int().min(0).max(1_440),
  /** So many days letters wait at the print centre, and can be called back there; 0: they are printed at once. */
  holdDays: z.int().min(0).max(31),
  /** Whether those who agreed to it get their notice in their mailbox. */
  offersMailbox: z.boolean(),
  /** So many years after a run was made its notices are kept. */
  retentionYears: z.int().min(1).max(30),
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
  /** How the print centre prints them and how long it waits, as the kind said it then. */
  isColor: z.boolean(),
  isDuplex: z.boolean(),
  holdDays: NoticeKind.shape.holdDays,
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
  /** How many go which way. */
  byChannel: z.record(Channel, Count),
})
export type Checked = Readonly<z.infer<typeof Checked>>

/** How many letters of a run are how far; the rest waits. */
export const Tally = z.object({
  handedOver: Count, processed: Count, atPrintCentre: Count, dispatched: Count, provided: Count, retrieved: Count, toPrint: Count, printed: Count, failed: Count, cancelled: Count,
})
export type Tally = Readonly<z.infer<typeof Tally>>

export const NOTHING_SENT: Tally = { handedOver: 0, processed: 0, atPrintCentre: 0, dispatched: 0, provided: 0, retrieved: 0, toPrint: 0, printed: 0, failed: 0, cancelled: 0 }

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
  /** When its amounts were given to the finance system last. */
  booked: By.nullable(),
})
export type NoticeRun = Readonly<z.infer<typeof NoticeRun>>

/** What is wrong with a finished letter: a code of the check, and what was found. */
export const LetterProblem = z.object({ code: z.string().max(60), page: z.int().min(1).max(1_000), found: z.string().max(200) })
export type LetterProblem = Readonly<z.infer<typeof LetterProblem>>

/**
 * `handed-over`: the print centre has it. `processed`, `at-print-centre`, `dispatched` are its own words; only `dispatched`
 * is posted. `provided`: lies in the recipient's mailbox; `retrieved`: was opened there. `to-print`: waits to be printed in the
 * house; `printed`: was, and went to the post. `failed` is final for this attempt; `cancelled` never left.
 */
export const SENT_STATES = ['handed-over', 'processed', 'at-print-centre', 'dispatched', 'provided', 'retrieved', 'to-print', 'printed', 'failed', 'cancelled'] as const
export const SentState = z.enum(SENT_STATES)
export type SentState = z.infer<typeof SentState>

export const Sent = z.object({
  channel: Channel,
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
  /** Of a registered letter: the post's code of how far it is, since when. */
  track: z.object({ code: z.string().max(80), at: Instant }).nullable(),
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
  way: Way,
  /** The notice in whose place this one stands. */
  replaces: NoticeId.nullable(),
  /** Why it does not go out with its run. */
  leftOut: ByWithReason.nullable(),
  checked: z.object({ channel: Channel, pages: z.int().min(1).max(1_000), problems: z.array(LetterProblem).max(20) }).nullable(),
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
    id: 'text', scope: 'text', version: 'integer', title: 'text', templateId: 'text', ruleSetId: 'text', mapping: 'json', forAll: 'json', isColor: 'boolean', isDuplex: 'boolean',
    coolingMinutes: 'integer', holdDays: 'integer', offersMailbox: 'boolean', retentionYears: 'integer', active: 'boolean',
  },
  deskHolds: 'all-of-scope',
})

export const noticeRuns = defineTable({
  name: 'notice_runs',
  schema: NoticeRun,
  columns: {
    id: 'text', scope: 'text', version: 'integer', kindId: 'text', title: 'text', createdAt: 'instant', authors: 'json', source: 'json', expected: 'json', added: 'integer',
    submitted: 'json', checked: 'json', returned: 'json', released: 'json', paused: 'json', cancelled: 'json', tally: 'json', handedOverAt: 'instant', booked: 'json',
  },
  deskHolds: 'all-of-scope',
})

export const notices = defineTable({
  name: 'notices',
  schema: Notice,
  columns: {
    id: 'text', scope: 'text', version: 'integer', runId: 'text', number: 'integer', content: 'json', contentHash: 'text', way: 'json', replaces: 'text', leftOut: 'json', checked: 'json', sent: 'json', facts: 'json',
  },
  deskHolds: 'all-of-scope',
})

/**
 * Somebody agreed to get the notices under a Kassenzeichen in their mailbox. `withdrawnAt` ends it; a new agreement is a new row.
 * In the scope of the department whose notices they are.
 */
export const MailboxConsent = z.object({
  ...rowBase,
  id: ConsentId,
  kindId: KindId,
  /** Kassenzeichen. */
  reference: z.string().min(1).max(35),
  name: z.string().min(1).max(80),
  /** Gets the word that something is waiting, and nothing else. */
  email: z.email().max(254),
  givenAt: Instant,
  /** By the citizen on the portal, or on paper and entered by staff. */
  how: z.enum(['portal', 'paper']),
  enteredByName: Name.nullable(),
  withdrawnAt: Instant.nullable(),
  /** When the mail server refused the address for good: from then on nothing is provided under this agreement. */
  emailFailedAt: Instant.nullable(),
})
export type MailboxConsent = Readonly<z.infer<typeof MailboxConsent>>

export const mailboxConsents = defineTable({
  name: 'mailbox_consents',
  schema: MailboxConsent,
  columns: {
    id: 'text', scope: 'text', version: 'integer', kindId: 'text', reference: 'text', name: 'text', email: 'text', givenAt: 'instant', how: 'text', enteredByName: 'text', withdrawnAt: 'instant',
    emailFailedAt: 'instant',
  },
  deskHolds: 'all-of-scope',
})

export const MOST_OWN_VERSIONS = 40

/** What the town set of a law: the versions it added to those that came with the program, by their days. `ruleSetsOf` puts both together. */
export const NoticeRuleSetRow = z.object({
  ...rowBase, id: RuleSetId, title: NoticeRuleSet.shape.title, versions: z.array(NoticeRules).max(MOST_OWN_VERSIONS), changedAt: Instant.nullable(), changedByName: Name.nullable(),
})
export type NoticeRuleSetRow = Readonly<z.infer<typeof NoticeRuleSetRow>>

export const noticeRuleSets = defineTable({
  name: 'notice_rule_sets',
  schema: NoticeRuleSetRow,
  columns: { id: 'text', scope: 'text', version: 'integer', title: 'text', versions: 'json', changedAt: 'instant', changedByName: 'text' },
  deskHolds: 'all-of-scope',
})
