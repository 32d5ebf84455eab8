import { oc } from '@orpc/contract'
import * as z from 'zod'
import { Cents, Day } from '../domains/notices/content.ts'
import { KindId, MailboxConsent } from '../domains/notices/tables.ts'
import { NoticeId } from '../ids.ts'
import { Instant } from '../time.ts'

/** A kind of notice that one can have in a mailbox. */
export const MailboxOffer = z.object({
  kindId: KindId,
  title: z.string(),
  /** So many days a notice can be opened before it goes by post; null: it counts as announced whether or not it is opened. */
  openWithinDays: z.int().min(1).nullable(),
})
export type MailboxOffer = Readonly<z.infer<typeof MailboxOffer>>

/** What somebody says who wants their notices in a mailbox: as on the last notice, and where to tell them that something is waiting. */
export const MailboxAsked = MailboxConsent.pick({ kindId: true, reference: true, name: true, email: true }).extend({ language: z.enum(['de', 'en']) })
export type MailboxAsked = Readonly<z.infer<typeof MailboxAsked>>

/** A notice in a mailbox. */
export const MailboxNotice = z.object({
  id: NoticeId,
  title: z.string(),
  /** What the notice is for. */
  period: z.object({ from: Day, to: Day }),
  totalCents: Cents,
  /** Kassenzeichen. */
  reference: z.string(),
  providedAt: Instant,
  /** Until the end of this day it has to be opened; null where that changes nothing, or nothing any more. */
  openUntil: Day.nullable(),
  retrievedAt: Instant.nullable(),
  /** What opening it does: it counts as arrived by that; it does so a few days after `providedAt` in any case; or nothing any more, because it comes by post. */
  opening: z.enum(['counts', 'counts-anyway', 'too-late']),
  /** Of its file; null until it was opened. */
  file: z.object({ sha256: z.string().length(64), size: z.int().min(0) }).nullable(),
})
export type MailboxNotice = Readonly<z.infer<typeof MailboxNotice>>

/** A mailbox of notices as whoever has its key sees it. */
export const NoticeMailbox = z.object({
  key: z.string(),
  state: z.enum(['unconfirmed', 'active', 'ended']),
  kind: MailboxOffer,
  reference: z.string(),
  name: z.string(),
  /** Enough of the address to know it again, too little to use it. */
  email: z.string(),
  /** The newest first. */
  notices: z.array(MailboxNotice),
})
export type NoticeMailbox = Readonly<z.infer<typeof NoticeMailbox>>

const ByKey = z.object({ key: z.string().min(1).max(200) })
const tags = ['notices']

/** For portals, under `/public/v1`, without sign-in and rate-limited. Whether there is such a Kassenzeichen is never told. */
export const publicNoticesContract = {
  notices: {
    offers: oc.route({ method: 'GET', path: '/notices/kinds', tags, summary: 'The kinds of notice one can have in a mailbox' }).output(z.object({ offers: z.array(MailboxOffer) })),
    ask: oc
      .route({ method: 'POST', path: '/notices/mailboxes', tags, summary: 'Ask for a mailbox; nothing changes before the address has confirmed it', successStatus: 202 })
      .input(MailboxAsked)
      .output(z.object({})),
  },
}

/** A mailbox of notices by its key, under `/portal/v1`. */
export const portalNoticesContract = {
  notices: {
    mailbox: oc.route({ method: 'GET', path: '/notices/{key}', tags, summary: 'A mailbox and its notices; reading it opens none of them' }).input(ByKey).output(NoticeMailbox),
    confirm: oc.route({ method: 'POST', path: '/notices/{key}/confirmation', tags, summary: 'Agree to the mailbox, within 24 hours' }).input(ByKey).output(NoticeMailbox),
    retrieve: oc.route({ method: 'POST', path: '/notices/{key}/retrievals/{noticeId}', tags, summary: 'The citizen opens a notice; the first time counts' }).input(ByKey.extend({ noticeId: NoticeId })).output(MailboxNotice),
    withdraw: oc.route({ method: 'POST', path: '/notices/{key}/withdrawal', tags, summary: 'Have notices by post again' }).input(ByKey).output(NoticeMailbox),
  },
}
