import * as z from 'zod'
import { AppointmentId, AppointmentServiceId, BatchId, OpeningHoursId, PersonId, PlaceId, RecallId, ResourceId, SessionId, SideEffectId, VaccinationId, VaccineeId, VaccineId, VisitId } from '../../ids.ts'
import { defineTable, rowBase } from '../../table.ts'
import { Instant } from '../../time.ts'
import { Disease } from './disease.ts'
import { Answers } from './questionnaire.ts'
import { Schedule, SpacingRule } from './schedule.ts'
import { Vaccinee } from './vaccinee.ts'

// All of these are health data or belong to it: they lie in the scope of a department that is marked as such.

/** A product of the catalogue. */
export const Vaccine = z.object({
  ...rowBase,
  id: VaccineId,
  name: z.string().min(1).max(160),
  manufacturer: z.string().max(160),
  /** SNOMED CT code of the kind of vaccine, for the exchange of records; empty where unknown. */
  snomed: z.string().regex(/^(?:\d{6,18})?$/),
  atc: z.string().max(10),
  pzns: z.array(z.string().regex(/^\d{8}$/)).max(20),
  gtins: z.array(z.string().regex(/^\d{14}$/)).max(20),
  diseases: z.array(Disease).min(1).max(8),
  isLive: z.boolean(),
  /** How long a person is watched afterwards. */
  observeMinutes: z.int().min(0).max(120),
  active: z.boolean(),
})
export type Vaccine = Readonly<z.infer<typeof Vaccine>>

/** A batch of a product; its id follows from both, so that two desks that scan it write one row. */
export const Batch = z.object({
  ...rowBase,
  id: BatchId,
  vaccineId: VaccineId,
  lot: z.string().min(1).max(40),
  expiresOn: z.iso.date(),
  /** Nobody is given it any more; why. */
  blockedReason: z.string().max(500).nullable(),
  /** Since when; what was given of it before is still written down. */
  blockedAt: Instant.nullable(),
  addedAt: Instant,
  addedByName: z.string().max(120),
})
export type Batch = Readonly<z.infer<typeof Batch>>

/** What is known about one disease, or about distances between vaccines, by all editions that were entered; `ruleIdOf` gives its id. */
export const VaccinationRules = z.object({ ...rowBase, schedules: z.array(Schedule).max(60), spacing: z.array(SpacingRule).max(60) })
export type VaccinationRules = Readonly<z.infer<typeof VaccinationRules>>

/** Who is responsible for what is done and signs it (§ 22 Abs. 2 Nr. 4 and 5 IfSG). */
export const Responsible = z.object({ personId: PersonId, name: z.string().min(1).max(160), address: z.string().min(1).max(300) })
export type Responsible = Readonly<z.infer<typeof Responsible>>

/** Doses brought along, and those that nobody got. */
export const StockLine = z.object({ batchId: BatchId, doses: z.int().min(0).max(100_000), wasted: z.int().min(0).max(100_000), wastedReason: z.string().max(300) })
export type StockLine = Readonly<z.infer<typeof StockLine>>

/** Somebody who comes at once when doses are left over. */
export const StandBy = z.object({
  id: z.uuid(), name: z.string().min(1).max(160), phone: z.string().min(1).max(40), birthYear: z.int().min(1900).max(2100).nullable(),
  minutesAway: z.int().min(0).max(600), note: z.string().max(300), state: z.enum(['waiting', 'asked', 'coming', 'declined']), addedAt: Instant,
})
export type StandBy = Readonly<z.infer<typeof StandBy>>

export const VaccinationSession = z.object({
  ...rowBase,
  id: SessionId,
  placeId: PlaceId,
  title: z.string().min(1).max(160),
  day: z.iso.date(),
  startTime: z.string().regex(/^\d{2}:\d{2}$/),
  endTime: z.string().regex(/^\d{2}:\d{2}$/),
  /** The line of the opening hours by which appointments are given out. */
  openingHoursId: OpeningHoursId,
  serviceIds: z.array(AppointmentServiceId).max(10),
  /** The stations of the place that work on this day. */
  resourceIds: z.array(ResourceId).min(1).max(40),
  responsible: Responsible,
  team: z.array(z.object({ name: z.string().min(1).max(120), task: z.string().max(120) })).max(40),
  vaccineIds: z.array(VaccineId).min(1).max(12),
  /** Who is invited: least age on the day, and in words. */
  fromAge: z.int().min(0).max(120).nullable(),
  groups: z.string().max(500),
  stock: z.array(StockLine).max(40),
  standBy: z.array(StandBy).max(200),
  /** By which desks know a ticket of this session for genuine without a connection; base64 of 32 bytes, given by the service. */
  ticketKey: z.string().max(60),
  status: z.enum(['planned', 'open', 'closed', 'cancelled']),
  closedAt: Instant.nullable(),
})
export type VaccinationSession = Readonly<z.infer<typeof VaccinationSession>>

/** A dose that was given before and is documented: here, in a pass that was shown, or in a record that was read in. */
export const EarlierDose = z.object({
  /** `2026-11-24`, or `2019-05` where a pass gives the month alone. */
  day: z.union([z.iso.date(), z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/)]), vaccineName: z.string().max(160),
  /** The kind of vaccine by its code in SNOMED CT; null where nobody knows. */
  vaccine: z.string().max(40).nullable(), diseases: z.array(Disease).min(1).max(8), isLive: z.boolean().nullable(), lot: z.string().max(40),
  source: z.enum(['here', 'pass', 'import']), vaccinationId: VaccinationId.nullable(),
})
export type EarlierDose = Readonly<z.infer<typeof EarlierDose>>

const Done = { at: Instant, byName: z.string().max(120) }

/** What a physician says to a red flag or, where `isOnDose`, also to a dose that the rules speak against. */
export const Verdict = z.object({ ...Done, personId: PersonId, may: z.enum(['yes', 'not-today', 'never']), isOnDose: z.boolean(), note: z.string().max(2_000) })
export type Verdict = Readonly<z.infer<typeof Verdict>>

export const Consent = z.object({ ...Done, kind: z.enum(['oral', 'written', 'guardian']), guardianName: z.string().max(160), informed: z.literal(true) })
export type Consent = Readonly<z.infer<typeof Consent>>

export const Observation = z.object({ ...Done, event: z.string().max(2_000) })
export type Observation = Readonly<z.infer<typeof Observation>>

/**
 * One person's way through a session. Each part is a fact of its own or null, so that what desks without a connection
 * found out apart can be put together again; where the person is follows from them (`stageOf`).
 */
export const Visit = z.object({
  ...rowBase,
  id: VisitId,
  sessionId: SessionId,
  appointmentId: AppointmentId.nullable(),
  vaccineeId: VaccineeId.nullable(),
  person: Vaccinee,
  checkedIn: z.object(Done),
  history: z.array(EarlierDose).max(200),
  answers: Answers.nullable(),
  answered: z.object(Done).nullable(),
  verdict: Verdict.nullable(),
  consent: Consent.nullable(),
  vaccinationId: VaccinationId.nullable(),
  vaccinatedAt: Instant.nullable(),
  observeUntil: Instant.nullable(),
  observation: Observation.nullable(),
  /** Went without being vaccinated; why. */
  departed: z.object({ ...Done, reason: z.string().max(500) }).nullable(),
  /** Another visit of the same person on the same day, until somebody has looked at both. */
  twinId: VisitId.nullable(),
})
export type Visit = Readonly<z.infer<typeof Visit>>

/** The next dose of a disease, as it is printed (§ 22 Abs. 4 IfSG). */
export const NextDose = z.object({ disease: Disease, number: z.int().min(1).max(99), earliest: z.iso.date(), recommended: z.iso.date(), sentence: z.string().max(600) })
export type NextDose = Readonly<z.infer<typeof NextDose>>

/**
 * How the responsible person confirmed it: a signature by hand on the printed sheet, or a qualified electronic one of a
 * provider. A mark of this program is neither.
 */
export const Confirmation = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('awaited') }),
  z.object({ kind: z.literal('by-hand'), at: Instant, notedByName: z.string().max(120) }),
  z.object({ kind: z.literal('qualified'), at: Instant, provider: z.string().max(120), reference: z.string().max(200), signature: z.string().max(40_000) }),
])
export type Confirmation = Readonly<z.infer<typeof Confirmation>>

/** The documentation of one dose; a correction is a version of its own that replaces the one before. */
export const Vaccination = z.object({
  ...rowBase,
  id: VaccinationId,
  sessionId: SessionId,
  visitId: VisitId,
  vaccineeId: VaccineeId,
  person: Vaccinee,
  /** The day in Germany, by which intervals count. */
  day: z.iso.date(),
  at: Instant,
  vaccineId: VaccineId,
  vaccineName: z.string().min(1).max(160),
  manufacturer: z.string().max(160),
  lot: z.string().min(1).max(40),
  expiresOn: z.iso.date(),
  diseases: z.array(Disease).min(1).max(8),
  /** Which dose it is, by disease code. */
  doses: z.array(z.object({ code: z.string().max(18), number: z.int().min(1).max(99) })).max(8),
  site: z.enum(['left-arm', 'right-arm', 'left-thigh', 'right-thigh', 'mouth', 'nose']),
  responsible: Responsible,
  vaccinatorName: z.string().min(1).max(120),
  /** Why it was given though a rule or an answer spoke against it; null where nothing did. */
  againstRule: z.string().max(1_000).nullable(),
  nextDoses: z.array(NextDose).max(8),
  confirmation: Confirmation,
  /** `I-2026-000123`, given by the service; empty until it has answered. */
  number: z.string().max(40),
  /** When this version was written down: of a correction later than the dose. */
  documentedAt: Instant,
  /** What the QR code of the certificate holds, signed by the service; empty until it has answered. */
  seal: z.string().max(4_000),
  /** The version before and after this one, and why there is another. */
  replacesId: VaccinationId.nullable(),
  replacedById: VaccinationId.nullable(),
  reason: z.string().max(1_000).nullable(),
  /** It was never given: written by mistake. */
  isVoid: z.boolean(),
  /** Another documentation of the same person, day and disease, until somebody has looked at both. */
  twinId: VaccinationId.nullable(),
})
export type Vaccination = Readonly<z.infer<typeof Vaccination>>

/** Everybody who was given a batch is found and told. */
export const Recall = z.object({
  ...rowBase,
  id: RecallId,
  vaccineId: VaccineId,
  vaccineName: z.string().max(160),
  lot: z.string().min(1).max(40),
  reason: z.string().min(1).max(1_000),
  openedAt: Instant,
  openedByName: z.string().max(120),
  closedAt: Instant.nullable(),
  closedByName: z.string().max(120).nullable(),
})
export type Recall = Readonly<z.infer<typeof Recall>>

/** How far one person of a recall has been told; one row per documentation. */
export const RecallContact = z.object({
  ...rowBase,
  id: z.uuid(),
  recallId: RecallId,
  vaccinationId: VaccinationId,
  state: z.enum(['letter', 'reached', 'not-reached', 'moved']),
  note: z.string().max(500),
  at: Instant,
  byName: z.string().max(120),
})
export type RecallContact = Readonly<z.infer<typeof RecallContact>>

/** A suspicion of harm beyond the usual reaction; reported by name within 24 hours (§ 6 Abs. 1 Nr. 3, § 9 IfSG). */
export const SideEffect = z.object({
  ...rowBase,
  id: SideEffectId,
  vaccinationId: VaccinationId,
  description: z.string().min(1).max(4_000),
  /** When it began, and when it was suspected here: from then on the 24 hours run. */
  onsetAt: Instant,
  suspectedAt: Instant,
  dueAt: Instant,
  reportedAt: Instant.nullable(),
  reportedByName: z.string().max(120).nullable(),
  reportedTo: z.string().max(200),
})
export type SideEffect = Readonly<z.infer<typeof SideEffect>>

const BASE = { id: 'text', scope: 'text', version: 'integer' } as const

export const vaccines = defineTable({
  name: 'vaccines', schema: Vaccine, deskHolds: 'all-of-scope',
  columns: { ...BASE, name: 'text', manufacturer: 'text', snomed: 'text', atc: 'text', pzns: 'json', gtins: 'json', diseases: 'json', isLive: 'boolean', observeMinutes: 'integer', active: 'boolean' },
})

export const vaccineBatches = defineTable({
  name: 'vaccine_batches', schema: Batch, deskHolds: 'all-of-scope',
  columns: { ...BASE, vaccineId: 'text', lot: 'text', expiresOn: 'text', blockedReason: 'text', blockedAt: 'instant', addedAt: 'instant', addedByName: 'text' },
})

export const vaccinationRules = defineTable({
  name: 'vaccination_rules', schema: VaccinationRules, deskHolds: 'all-of-scope',
  columns: { ...BASE, schedules: 'json', spacing: 'json' },
})

export const vaccinationSessions = defineTable({
  name: 'vaccination_sessions', schema: VaccinationSession, deskHolds: 'all-of-scope',
  columns: {
    ...BASE, placeId: 'text', title: 'text', day: 'text', startTime: 'text', endTime: 'text', openingHoursId: 'text', serviceIds: 'json', resourceIds: 'json', responsible: 'json',
    team: 'json', vaccineIds: 'json', fromAge: 'integer', groups: 'text', stock: 'json', standBy: 'json', ticketKey: 'text', status: 'text', closedAt: 'instant',
  },
})

export const vaccinationVisits = defineTable({
  name: 'vaccination_visits', schema: Visit, deskHolds: 'all-of-scope',
  columns: {
    ...BASE, sessionId: 'text', appointmentId: 'text', vaccineeId: 'text', person: 'json', checkedIn: 'json', history: 'json', answers: 'json', answered: 'json', verdict: 'json',
    consent: 'json', vaccinationId: 'text', vaccinatedAt: 'instant', observeUntil: 'instant', observation: 'json', departed: 'json', twinId: 'text',
  },
})

export const vaccinations = defineTable({
  name: 'vaccinations', schema: Vaccination, deskHolds: 'all-of-scope',
  columns: {
    ...BASE, sessionId: 'text', visitId: 'text', vaccineeId: 'text', person: 'json', day: 'text', at: 'instant', vaccineId: 'text', vaccineName: 'text', manufacturer: 'text',
    lot: 'text', expiresOn: 'text', diseases: 'json', doses: 'json', site: 'text', responsible: 'json', vaccinatorName: 'text', againstRule: 'text', nextDoses: 'json',
    confirmation: 'json', number: 'text', documentedAt: 'instant', seal: 'text', replacesId: 'text', replacedById: 'text', reason: 'text', isVoid: 'boolean', twinId: 'text',
  },
})

export const vaccinationRecalls = defineTable({
  name: 'vaccination_recalls', schema: Recall, deskHolds: 'all-of-scope',
  columns: { ...BASE, vaccineId: 'text', vaccineName: 'text', lot: 'text', reason: 'text', openedAt: 'instant', openedByName: 'text', closedAt: 'instant', closedByName: 'text' },
})

export const recallContacts = defineTable({
  name: 'recall_contacts', schema: RecallContact, deskHolds: 'all-of-scope',
  columns: { ...BASE, recallId: 'text', vaccinationId: 'text', state: 'text', note: 'text', at: 'instant', byName: 'text' },
})

export const sideEffects = defineTable({
  name: 'side_effects', schema: SideEffect, deskHolds: 'all-of-scope',
  columns: { ...BASE, vaccinationId: 'text', description: 'text', onsetAt: 'instant', suspectedAt: 'instant', dueAt: 'instant', reportedAt: 'instant', reportedByName: 'text', reportedTo: 'text' },
})
