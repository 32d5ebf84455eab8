import * as z from 'zod'
import { contentHash } from '../../canonical.ts'
import type { Way } from './channels.ts'

/** `2026-11-22`, a day of the calendar. */
export const Day = z.iso.date()

const Line = z.string().max(80)
export const Cents = z.int().min(0).max(100_000_000_00)

/** For whom a notice is, as the window of the envelope and the greeting want it. */
export const Recipient = z.object({
  /** A person's whole name, or a company's. */
  name: z.string().min(1).max(80),
  /** `c/o`, a second name, a department; empty where there is none. */
  addition: Line,
  street: Line,
  houseNumber: z.string().max(20),
  postalCode: z.string().max(20),
  place: z.string().min(1).max(80),
  /** In German capitals as the post wants it; empty inland. */
  country: Line,
})
export type Recipient = Readonly<z.infer<typeof Recipient>>

/** Why somebody owes: as owner, by a heritable building right, or as whoever uses the land. */
export const DEBTOR_ROLES = ['owner', 'leaseholder', 'user'] as const
export const DebtorRole = z.enum(DEBTOR_ROLES)
export type DebtorRole = z.infer<typeof DebtorRole>

/** A piece of land as the land register names it. */
export const Parcel = z.object({
  /** Gemarkung. */
  district: z.string().min(1).max(80),
  /** Flur. */
  section: z.string().min(1).max(10),
  /** Flurstück, `12/4`. */
  number: z.string().min(1).max(20),
  areaSquareMetres: z.int().min(0).max(1_000_000_000).nullable(),
  /** As the notice prints it; it has to say the same as the three above. */
  label: z.string().max(160),
})
export type Parcel = Readonly<z.infer<typeof Parcel>>

/** One line of what is charged: `cents` for all of it. */
export const NoticeItem = z.object({ label: z.string().min(1).max(120), cents: Cents })

/** Why another notice takes the place of one: something in it was wrong, it came back and goes to a new address, or it could not leave for the old one. */
export const REPLACEMENTS = ['corrected', 'new-address', 'never-sent'] as const

/** The notice in whose place one stands, as its letter names it. */
export const Replaced = z.object({
  /** Its Kassenzeichen. */
  reference: z.string().min(1).max(35),
  /** The day it bears. */
  dated: Day,
  why: z.enum(REPLACEMENTS),
  /** In the words of whoever prepared it; for the file, not for the letter. */
  reason: z.string().min(3).max(300),
})
export type Replaced = Readonly<z.infer<typeof Replaced>>

/** All that one notice says beside the words that every notice of its run shares. */
export const NoticeContent = z.object({
  recipient: Recipient,
  /** `Sehr geehrte Frau Schulz`; empty: the letter greets without a name. */
  salutation: z.string().max(120),
  debtorRole: DebtorRole,
  parcels: z.array(Parcel).max(60),
  period: z.object({ from: Day, to: Day }),
  items: z.array(NoticeItem).min(1).max(40),
  totalCents: Cents,
  /** Kassenzeichen: by what a payment is recognised. */
  reference: z.string().min(1).max(35),
  dueDay: Day,
  email: z.email().max(254).nullable(),
  /** Not there unless it stands in the place of another. */
  replaced: Replaced.exactOptional(),
})
export type NoticeContent = Readonly<z.infer<typeof NoticeContent>>

/** What people and tables say of a notice; which one it replaces is known by how it was made. */
export const WrittenContent = NoticeContent.omit({ replaced: true })
export type WrittenContent = Readonly<z.infer<typeof WrittenContent>>

/** One notice of a run, as far as the run's hash goes. */
export interface HashedNotice {
  readonly number: number
  /** Of its content. */
  readonly hash: string
  readonly way: Way
}

/** One hash over all notices that go out and the way chosen for each, in the order of their numbers: whoever releases, releases exactly these. */
export const hashOfNotices = (notices: readonly HashedNotice[]): string =>
  contentHash(notices.toSorted((a, b) => a.number - b.number).map(({ number, hash, way }) => [number, hash, way.channel, way.registered]))
