import { oc } from '@orpc/contract'
import * as z from 'zod'
import { Channel, Registered } from '../domains/notices/channels.ts'
import { NoticeFact } from '../domains/notices/clock/facts.ts'
import { RuleSetId } from '../domains/notices/clock/rule-sets.ts'
import { Day } from '../domains/notices/content.ts'
import { KindId, SENT_STATES, SentState } from '../domains/notices/tables.ts'
import { ApplicationId, AttachmentId, NoticeId, NoticeRunId } from '../ids.ts'
import { NoticePrintFileQuery, NoticeProofFile, NoticeProofQuery } from '../wire/notice-papers.ts'
import { LetterProof, LetterProofQuery } from '../wire/letters.ts'
import { refusable } from './refusable.ts'

const Count = z.int().min(0)

const line = {
  name: z.string(),
  /** Kassenzeichen, or the Aktenzeichen of the case. */
  reference: z.string(),
  /** The kind of notice, or the service. */
  kindTitle: z.string(),
  channel: Channel,
  registered: Registered.nullable(),
  state: SentState,
  /** On which it was posted or, before that and for a mailbox, handed over; null where neither was. */
  day: Day.nullable(),
  /** The print centre's number of the letter; empty where there is none. */
  letterId: z.string(),
}

/** A notice that left or is leaving, as the list of all deliveries shows it. */
const RunLine = z.object({ id: NoticeId, runId: NoticeRunId, applicationId: z.null(), ...line })
export type RunLine = Readonly<z.infer<typeof RunLine>>

/** The letter of a decision in a case, in the same list. */
const CaseLine = z.object({ id: AttachmentId, runId: z.null(), applicationId: ApplicationId, ...line })
export type CaseLine = Readonly<z.infer<typeof CaseLine>>

export const DeliveryLine = z.union([RunLine, CaseLine])
export type DeliveryLine = Readonly<z.infer<typeof DeliveryLine>>

/** By what the list of deliveries can be in order. */
export const DELIVERY_ORDERS = ['day', 'name', 'reference', 'kindTitle', 'channel', 'state'] as const satisfies readonly (keyof DeliveryLine)[]
export type DeliveryOrder = (typeof DELIVERY_ORDERS)[number]

/** Which deliveries are meant; null and empty: all. */
export const DeliveryFilter = z.object({
  /** A part of a name, of a Kassenzeichen, of an Aktenzeichen or of the number of a letter. */
  text: z.string().max(100),
  channel: Channel.nullable(),
  state: z.enum(SENT_STATES).nullable(),
  kindId: KindId.nullable(),
  from: Day.nullable(),
  to: Day.nullable(),
})
export type DeliveryFilter = Readonly<z.infer<typeof DeliveryFilter>>

/** A letter of a case, a decision or a certificate, as the case shows it: by which way, how far, and what the legal clock goes by. */
export const CaseDelivery = z.object({
  id: AttachmentId, filename: z.string(), channel: Channel, state: SentState, day: Day.nullable(), facts: z.array(NoticeFact), ruleSetId: RuleSetId,
  /** The day of the next decision in the same case, null where there is none; whether that one takes the place of this letter is for people to read. */
  laterDecisionOn: Day.nullable(),
})
export type CaseDelivery = Readonly<z.infer<typeof CaseDelivery>>

const DeliverySort = z.object({ order: z.enum(DELIVERY_ORDERS), isDescending: z.boolean() })

export const DeliveryQuery = DeliveryFilter.extend({ ...DeliverySort.shape, start: Count, end: Count })
export type DeliveryQuery = Readonly<z.infer<typeof DeliveryQuery>>

/**
 * Letters that wait to be printed in the house, as one file holds them: how many, and from which to which postal code. `place` of
 * `files` stays what it was once another file has gone to the post.
 */
export const PrintFile = z.object({ place: z.int().min(1), files: z.int().min(1), noticeIds: z.array(NoticeId), from: z.string(), to: z.string(), sheets: Count })
export type PrintFile = Readonly<z.infer<typeof PrintFile>>

export const noticeDeliveriesContract = {
  /** Lines `start` to `end` of the deliveries of all runs and of the decisions in all cases of this desk. */
  list: oc.input(DeliveryQuery).output(z.object({ rows: z.array(DeliveryLine), total: Count })),
  /** The letters of one case, the newest first; who looks is put down like who looks at the case. */
  ofCase: oc.input(z.object({ applicationId: ApplicationId })).output(refusable(z.object({ deliveries: z.array(CaseDelivery) }))),
  /** What waits to be printed in the house of one run, in the order of the post. */
  toPrint: oc.input(z.object({ runId: NoticeRunId })).output(z.object({ files: z.array(PrintFile) })),
  /** One of these files as PDF, in base64; made by the service. */
  printFile: oc.input(NoticePrintFileQuery).output(refusable(z.object({ pdf: z.string() }))),
  /** All that is known about how a notice reached its recipient, as a sheet; made by the service. */
  proof: oc.input(NoticeProofQuery).output(refusable(NoticeProofFile)),
  /** The same about the letter of a decision in a case. */
  decisionProof: oc.input(LetterProofQuery).output(refusable(LetterProof)),
  /** The amounts of a run for the finance system, as the text of a CSV file. */
  booking: oc.input(z.object({ runId: NoticeRunId })).output(z.object({ csv: z.string() })),
}
