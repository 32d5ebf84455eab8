import { oc } from '@orpc/contract'
import * as z from 'zod'
import { PostalAddress } from '../domains/people/contact.ts'
import { DUPLICATE_REASONS } from '../domains/people/duplicates.ts'
import { PersonId } from '../ids.ts'
import { Bilingual } from '../json.ts'
import { Instant } from '../time.ts'
import { Purpose } from './vaccinations.ts'

/** Why a person did something with a citizen's file, in their own words. */
const Reason = z.string().trim().min(3).max(500)

/** How the town may reach somebody first: what messages and letters propose. */
export const CONTACT_WAYS = ['mailbox', 'email', 'letter', 'telephone'] as const
/** From where a preference or a consent came. */
export const CHOICE_SOURCES = ['portal', 'paper', 'telephone', 'counter'] as const

/** What is known of somebody beside the name. Of a person under secrecy all of it is null until a reason was given. */
const Reachable = {
  emails: z.array(z.string()).max(20),
  phones: z.array(z.string()).max(20),
  addresses: z.array(PostalAddress).max(20),
}

export const PersonSummary = z.object({
  /** Under which the file stands. */
  id: PersonId,
  name: z.string(),
  /** Other spellings and names of before. */
  otherNames: z.array(z.string()).max(20),
  birthDay: z.string().nullable(),
  ...Reachable,
  /** The last day of a secrecy that holds; null for none. */
  secretUntil: z.string().nullable(),
  isHidden: z.boolean(),
})
export type PersonSummary = z.infer<typeof PersonSummary>

/** One thing that happened between a person and the town; only what the reader may see is among them, and nothing else is counted. */
export const TimelineEntry = z.object({
  table: z.enum(['applications', 'decisions', 'letters', 'messages', 'appointments', 'hall_bookings', 'notices', 'mailbox_consents', 'service_cards', 'subscribers', 'vaccinations', 'vaccination_visits']),
  id: z.string(),
  at: Instant,
  title: Bilingual,
  detail: z.string(),
  state: z.string(),
  /** What has to be opened to see it: the case, the run of notices; null where it stands for itself. */
  parentId: z.string().nullable(),
  /** Of a message: the conversation it is part of, which is kept for whoever wrote it, whatever case it was taken to. */
  conversationId: z.uuid().nullable(),
  /** Found by name and one thing more, by the account, by hand, or only under the same e-mail address. */
  how: z.enum(['by-id', 'account', 'contact', 'by-hand', 'same-address']),
})
export type TimelineEntry = z.infer<typeof TimelineEntry>

export const PersonChoice = z.object({
  id: z.uuid(),
  kind: z.enum(['way', 'consent']),
  /** What somebody agreed to; empty for a preferred way. */
  subject: z.string().max(120),
  /** One of the ways; of a consent `given` or `withdrawn`. */
  value: z.string().max(40),
  source: z.enum(CHOICE_SOURCES),
  at: Instant,
  byName: z.string(),
})
export type PersonChoice = z.infer<typeof PersonChoice>

/** Who set, extended or lifted a secrecy, and on which basis. */
export const SecrecyChange = z.object({ kind: z.enum(['set', 'extended', 'lifted']), until: z.string().nullable(), reason: z.string(), at: Instant, byName: z.string() })
export type SecrecyChange = z.infer<typeof SecrecyChange>

/** Two files that were made one; it stands until `undoneAt`. */
export const PersonMerge = z.object({
  id: z.uuid(), fromId: PersonId, fromName: z.string(), intoId: PersonId, intoName: z.string(), reason: z.string(), at: Instant, byName: z.string(),
  undoneAt: Instant.nullable(), undoneByName: z.string().nullable(), undoneReason: z.string().nullable(),
})
export type PersonMerge = z.infer<typeof PersonMerge>

export const PersonFile = z.object({
  person: PersonSummary,
  entries: z.array(TimelineEntry).max(500),
  /** Whether there are older entries than those told. */
  hasMore: z.boolean(),
  /** Newest first. */
  choices: z.array(PersonChoice).max(200),
  preferredWay: z.enum(CONTACT_WAYS).nullable(),
  secrecyChanges: z.array(SecrecyChange).max(100),
  merges: z.array(PersonMerge).max(100),
  /** Whether the reader may ask for vaccinations, with a purpose; says nothing about whether there are any. */
  mayAskVaccinations: z.boolean(),
})
export type PersonFile = z.infer<typeof PersonFile>

export const DuplicatePair = z.object({
  one: PersonSummary, other: PersonSummary, score: z.int(), reasons: z.array(z.enum(DUPLICATE_REASONS)), oneRecords: z.int(), otherRecords: z.int(),
})
export type DuplicatePair = z.infer<typeof DuplicatePair>

/** Records that lead to a person's file. */
const PERSON_TABLES = ['applications', 'appointments', 'hall_bookings', 'notices', 'mailbox_consents', 'service_cards', 'conversations', 'vaccinations', 'vaccination_visits'] as const
export const PersonRecord = z.object({ table: z.enum(PERSON_TABLES), recordId: z.string().min(1).max(80) })
export type PersonRecord = z.infer<typeof PersonRecord>

export const FileQuery = z.object({ id: PersonId, reason: Reason.nullable() })
export const MergeInput = z.object({ id: z.uuid(), fromId: PersonId, intoId: PersonId, reason: Reason })
export const UndoInput = z.object({ id: z.uuid(), reason: Reason })
export const ApartInput = z.object({ oneId: PersonId, otherId: PersonId, reason: Reason })
export const ChoiceInput = z.object({ personId: PersonId, id: z.uuid(), kind: PersonChoice.shape.kind, subject: z.string().trim().max(120), value: z.string().max(40), source: z.enum(CHOICE_SOURCES) })
  .refine(({ kind, subject, value }) => (kind === 'way' ? subject === '' && (CONTACT_WAYS as readonly string[]).includes(value) : subject !== '' && ['given', 'withdrawn'].includes(value)))
/** `until` null lifts it. `id` makes a repetition harmless. */
export const SecrecyInput = z.object({ personId: PersonId, id: z.uuid(), until: z.iso.date().nullable(), reason: Reason })
/** `personId` null: of somebody of whom nothing else is known. */
export const AssignInput = PersonRecord.extend({ personId: PersonId.nullable(), reason: Reason })
export const PersonSearchInput = z.object({ search: z.string().trim().min(2).max(120) })

const FOUND = z.object({ people: z.array(PersonSummary).max(50), hasMore: z.boolean() })
const DONE = z.object({})

/** The files of citizens, for those who work on cases; under `/v1/people`. Names and reasons go in bodies, so that no log on the way keeps them. */
export const peopleContract = {
  search: oc.route({ method: 'POST', path: '/people/search', tags: ['people'], summary: 'Citizens by name in any spelling, birth date, e-mail address, telephone, address or Kassenzeichen' })
    .input(PersonSearchInput).output(FOUND),
  file: oc.route({ method: 'POST', path: '/people/file', tags: ['people'], summary: 'The file of a citizen, as far as the reader may see it; the reading is logged' })
    .input(FileQuery).output(PersonFile),
  of: oc.route({ method: 'POST', path: '/people/of-record', tags: ['people'], summary: 'In whose file a record stands' })
    .input(PersonRecord).output(z.object({ personId: PersonId.nullable(), preferredWay: z.enum(CONTACT_WAYS).nullable() })),
  vaccinations: oc.route({ method: 'POST', path: '/people/vaccinations', tags: ['people'], summary: 'The vaccinations in a file, for the team that documents them; the purpose is logged' })
    .input(z.object({ id: PersonId, purpose: Purpose })).output(z.object({ entries: z.array(TimelineEntry).max(500) })),
  duplicates: oc.route({ method: 'GET', path: '/people/duplicates', tags: ['people'], summary: 'Files that may be of one person, likeliest first' })
    .output(z.object({ pairs: z.array(DuplicatePair).max(100), hasMore: z.boolean() })),
  merge: oc.route({ method: 'PUT', path: '/people/merges/{id}', tags: ['people'], summary: 'Make two files one; can be undone at any time' }).input(MergeInput).output(DONE),
  undo: oc.route({ method: 'PUT', path: '/people/merges/{id}/undone', tags: ['people'], summary: 'Take a merge back, also after later ones' }).input(UndoInput).output(DONE),
  apart: oc.route({ method: 'PUT', path: '/people/apart', tags: ['people'], summary: 'Two files are not of one person' }).input(ApartInput).output(DONE),
  choose: oc.route({ method: 'PUT', path: '/people/choices/{id}', tags: ['people'], summary: 'Put down a preferred way of contact or a consent' }).input(ChoiceInput).output(DONE),
  secrecy: oc.route({ method: 'PUT', path: '/people/secrecy/{id}', tags: ['people'], summary: 'Set, extend or lift a secrecy (§ 51 BMG)' }).input(SecrecyInput).output(DONE),
  assign: oc.route({ method: 'PUT', path: '/people/records', tags: ['people'], summary: 'Put a record into a citizen’s file by hand' }).input(AssignInput).output(DONE),
}
