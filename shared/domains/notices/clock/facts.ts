import * as z from 'zod'
import { ApplicationId, NoticeId, PersonId } from '../../../ids.ts'
import { Instant } from '../../../time.ts'

export const FactId = z.uuid()
export type FactId = z.infer<typeof FactId>

const base = {
  id: FactId,
  /** The day on which it happened, in Germany; not the one on which it was entered. */
  day: z.iso.date(),
  at: Instant,
  /** Who entered it; null where the service did. */
  byPersonId: PersonId.nullable(),
  byName: z.string().max(120),
  /** What proves it or what has to be known about it. */
  note: z.string().max(300),
}
const ofDelivery = { ...base, of: FactId }

/**
 * What is known about one notice after it was made, each with its day. `of` names the delivery, and for `settled` the
 * objection, that an entry speaks of. Entries are added and never changed: what was wrong is put right by `corrected`.
 */
export const NoticeFact = z.discriminatedUnion('kind', [
  z.object({ ...base, kind: z.literal('posted'), isAbroad: z.boolean() }),
  /** Lay in the citizen's mailbox from that day on, and they were told so. */
  z.object({ ...base, kind: z.literal('provided') }),
  /** Given to the recipient against a signature, or formally served. */
  z.object({ ...base, kind: z.literal('handed-over') }),
  z.object({ ...ofDelivery, kind: z.literal('retrieved') }),
  /** The mail came back. */
  z.object({ ...ofDelivery, kind: z.literal('returned') }),
  /** It is proved that it arrived on that day. */
  z.object({ ...ofDelivery, kind: z.literal('received') }),
  /** The recipient says that it never arrived, and the town cannot prove that it did. */
  z.object({ ...ofDelivery, kind: z.literal('never-received') }),
  /** How the instruction on remedies turned out to be. */
  z.object({ ...base, kind: z.literal('instruction'), quality: z.enum(['right', 'missing', 'wrong']) }),
  z.object({ ...base, kind: z.literal('objected'), caseId: ApplicationId.nullable() }),
  /** For `decided`, the day on which the decision was served. */
  z.object({ ...base, kind: z.literal('settled'), of: FactId, outcome: z.enum(['withdrawn', 'decided', 'remedied']) }),
  /** The recipient does without remedies. */
  z.object({ ...base, kind: z.literal('waived') }),
  /** Another notice stands in its place. */
  z.object({ ...base, kind: z.literal('replaced'), byNoticeId: NoticeId.nullable() }),
  /** An entry was wrong: it happened on this other day, or, null, not at all. The last correction of an entry holds. */
  z.object({ ...base, kind: z.literal('corrected'), of: FactId, rightDay: z.iso.date().nullable() }),
])
export type NoticeFact = Readonly<z.infer<typeof NoticeFact>>

/** As many as one notice can have. */
export const MOST_FACTS = 60

/** People enter only so many: what the service finds out has room after that. */
export const MOST_ENTERED = 50

export type FactKind = NoticeFact['kind']

/** The facts of some kinds. */
export type FactOf<Kind extends FactKind> = Extract<NoticeFact, { readonly kind: Kind }>

/** Every delivery is announced for itself; the first announcement counts. */
export type Delivery = FactOf<'posted' | 'provided' | 'handed-over'>

export const isDelivery = (fact: NoticeFact): fact is Delivery => fact.kind === 'posted' || fact.kind === 'provided' || fact.kind === 'handed-over'
