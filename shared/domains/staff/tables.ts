import * as z from 'zod'
import { Grant } from '../../actor.ts'
import { AccountId, DepartmentId, PersonId, ServiceId, SuggestionId } from '../../ids.ts'
import { Json } from '../../json.ts'
import { defineTable, rowBase } from '../../table.ts'
import { Instant } from '../../time.ts'

/** Stands in for another person between two moments, with that person's grants. */
export const Deputyship = z.object({ forPersonId: PersonId, from: Instant, until: Instant })
export type Deputyship = Readonly<z.infer<typeof Deputyship>>

/** The picture of a signature, whose bytes the service keeps by their hash; measures in pixels. */
export const Facsimile = z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/), kind: z.enum(['png', 'jpeg']), width: z.int().min(1), height: z.int().min(1) })
export type Facsimile = Readonly<z.infer<typeof Facsimile>>

/** What stands at the head and at the foot of a department's letters. */
export const Letterhead = z.object({
  authority: z.string().min(1).max(200),
  street: z.string().max(120),
  postalCode: z.string().max(10),
  place: z.string().max(80),
  telephone: z.string().max(60),
  email: z.string().max(254),
  /** Head of the authority or their deputy, by whose name a letter is valid (§ 37 Abs. 3 VwVfG). */
  signatory: z.string().max(120),
  /** The small line above the recipient; empty: authority, street and place. */
  senderLine: z.string().max(120),
  bankName: z.string().max(80),
  /** Without blanks. */
  iban: z.string().max(34),
  openingHours: z.string().max(160),
  /** Name and seat of the administrative court, for templates that tell of an action at law. */
  court: z.string().max(200),
  /** Printed above the signatory's name; a letter without it says that it is valid without. Absent, so that letters of before say the same as they did. */
  facsimile: Facsimile.exactOptional(),
})
export type Letterhead = Readonly<z.infer<typeof Letterhead>>
/** What a letterhead says in words. */
export type LetterheadText = Exclude<keyof Letterhead, 'facsimile'>

export const Department = z.object({
  ...rowBase,
  id: DepartmentId,
  name: z.string().min(1).max(120),
  position: z.int(),
  letterhead: Letterhead.nullable(),
  /** Since when nobody gets tasks there any more. Rows written before there was such a thing do not say it, and mean never. */
  closedAt: Instant.nullable().default(null),
})
export type Department = Readonly<z.infer<typeof Department>>

/** An account of a member of staff. Two accounts of one person carry the same `personId`: rules look at persons. */
export const Staff = z.object({
  ...rowBase,
  id: AccountId,
  personId: PersonId,
  login: z.string().min(2).max(80),
  name: z.string().min(1).max(120),
  grants: z.array(Grant).max(60),
  deputyships: z.array(Deputyship).max(60),
  active: z.boolean(),
  /** The moment from which somebody who is leaving may nothing any more. Rows of before do not say it. */
  leavesAt: Instant.nullable().default(null),
})
export type Staff = Readonly<z.infer<typeof Staff>>

/** A setting that follows a person to every desk, in that person's own scope: column layouts, language. */
export const Preference = z.object({ ...rowBase, accountId: AccountId, key: z.string().min(1).max(60), value: Json })
export type Preference = Readonly<z.infer<typeof Preference>>

export const SUGGESTION_STATES = ['open', 'planned', 'done', 'declined'] as const

/** An idea of a member of staff about a service or a screen, and what became of it. */
export const Suggestion = z.object({
  ...rowBase,
  id: SuggestionId,
  about: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('service'), serviceId: ServiceId }),
    z.object({ kind: z.literal('screen'), screen: z.string().min(1).max(60) }),
  ]),
  text: z.string().min(1).max(4_000),
  accountId: AccountId,
  authorId: PersonId,
  authorName: z.string().max(120),
  at: Instant,
  state: z.enum(SUGGESTION_STATES),
  answer: z.string().max(4_000).nullable(),
  answeredBy: PersonId.nullable(),
  answeredByName: z.string().max(120).nullable(),
  answeredAt: Instant.nullable(),
  /** When the author read the answer. */
  answerSeenAt: Instant.nullable(),
})
export type Suggestion = Readonly<z.infer<typeof Suggestion>>

export const departments = defineTable({
  name: 'departments',
  schema: Department,
  columns: { id: 'text', scope: 'text', version: 'integer', name: 'text', position: 'integer', letterhead: 'json', closedAt: 'instant' },
  deskHolds: 'all-of-scope',
})

export const staff = defineTable({
  name: 'staff',
  schema: Staff,
  columns: {
    id: 'text', scope: 'text', version: 'integer', personId: 'text', login: 'text', name: 'text',
    grants: 'json', deputyships: 'json', active: 'boolean', leavesAt: 'instant',
  },
  deskHolds: 'all-of-scope',
})

export const preferences = defineTable({
  name: 'preferences',
  schema: Preference,
  columns: { id: 'text', scope: 'text', version: 'integer', accountId: 'text', key: 'text', value: 'json' },
  deskHolds: 'all-of-scope',
})

export const suggestions = defineTable({
  name: 'suggestions',
  schema: Suggestion,
  columns: {
    id: 'text', scope: 'text', version: 'integer', about: 'json', text: 'text', accountId: 'text', authorId: 'text', authorName: 'text',
    at: 'instant', state: 'text', answer: 'text', answeredBy: 'text', answeredByName: 'text', answeredAt: 'instant',
    answerSeenAt: 'instant',
  },
  deskHolds: 'all-of-scope',
})
