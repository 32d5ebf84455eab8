import { oc } from '@orpc/contract'
import * as z from 'zod'
import { addBatch, blockBatch, setVaccine } from '../domains/vaccinations/catalogue-commands.ts'
import { documentDose } from '../domains/vaccinations/document-command.ts'
import { closeRecall, noteContact, noteReported, openRecall, suspect } from '../domains/vaccinations/recall-commands.ts'
import { correct, keepBoth, noteSigned, voidRecord } from '../domains/vaccinations/record-commands.ts'
import { setRules } from '../domains/vaccinations/rules.ts'
import { setSession, setStandBy, setStock, turnSession } from '../domains/vaccinations/session-commands.ts'
import { CarriedVisit } from '../domains/vaccinations/ticket-payload.ts'
import { Batch, Recall, RecallContact, SideEffect, Vaccination, VaccinationRules, VaccinationSession, Vaccine, Visit } from '../domains/vaccinations/tables.ts'
import { addHistory, answer, changeVaccinee, checkIn, consent, endObservation, judge, leave, removeHistory, takeOver } from '../domains/vaccinations/visit-commands.ts'
import { DepartmentId, RecallId, SessionId, VaccinationId, VaccineId, VisitId } from '../ids.ts'
import { Instant } from '../time.ts'
import { BatchExtent, BatchQuery, FoundRecord, HealthRetention, Purpose, RecallLetters, RecallLettersQuery, RecallQuery, RecallReply, RecordSearch, RecordsExport, RecordsFile, VaccinationFigures, VaccinationFiguresQuery, VaccinationSheet, VaccinationSheetQuery, WholeRecord } from '../wire/vaccinations.ts'
import { entryFor } from './entry.ts'
import { refusable } from './refusable.ts'

const pending = { isPending: z.boolean() } as const

/** As this desk knows it; `isPending` while a change of one's own is not at the service yet. */
export const ShownVisit = Visit.extend(pending)
export type ShownVisit = z.infer<typeof ShownVisit>
export const ShownVaccination = Vaccination.extend(pending)
export type ShownVaccination = z.infer<typeof ShownVaccination>

/** A suspicion with the documentation it is about, which stays with desks until it is reported; null where it has gone since. */
export const SuspectedHarm = z.object({ sideEffect: SideEffect, record: Vaccination.nullable() })
export type SuspectedHarm = z.infer<typeof SuspectedHarm>

export const GivenOfBatch = z.object({ vaccineId: VaccineId, lot: z.string(), doses: z.int() })
export type GivenOfBatch = Readonly<z.infer<typeof GivenOfBatch>>

const vaccinationQueries = {
  /** Products, batches and rules; all of it is needed at a station. */
  catalogue: oc.output(z.object({ vaccines: z.array(Vaccine), batches: z.array(Batch), rules: z.array(VaccinationRules) })),
  /** The sessions this desk holds, those around today, in order of time. */
  sessions: oc.output(z.object({ sessions: z.array(VaccinationSession) })),
  /** A session with everybody who is or was there, and what was documented. */
  session: oc.input(z.object({ sessionId: SessionId })).output(z.object({ session: VaccinationSession.nullable(), visits: z.array(ShownVisit), vaccinations: z.array(ShownVaccination) })),
  /** How many doses of each batch were given in those sessions; lots in capitals, as people write them either way. */
  given: oc.output(z.object({ given: z.array(GivenOfBatch) })),
  /** Recalls that are or were open. */
  recalls: oc.output(z.object({ recalls: z.array(Recall) })),
  /** How far the people of one recall have been told, as far as this desk has heard. */
  'recall-contacts': oc.input(z.object({ recallId: RecallId })).output(z.object({ contacts: z.array(RecallContact) })),
  /** Suspicions with what is left of their 24 hours. */
  'side-effects': oc.output(z.object({ sideEffects: z.array(SuspectedHarm) })),
  /** The state of a visit for the QR code that somebody carries to a desk that has not heard of them. */
  ticket: oc.input(z.object({ visitId: VisitId })).output(refusable(z.object({ text: z.string() }))),
  /** The visit on a ticket that was scanned at a station of a session; nothing is kept of it until it is taken over. */
  'read-ticket': oc.input(z.object({ sessionId: SessionId, text: z.string().max(10_000) })).output(refusable(z.object({ visit: CarriedVisit }))),
  /** Everybody who was given a recalled batch, of all years; asked of the service. */
  'recall-persons': oc.input(RecallQuery).output(refusable(RecallReply)),
  /** How many were given a batch, and when; asked of the service before it is called back. */
  batch: oc.input(BatchQuery).output(refusable(BatchExtent)),
  /** Letters to persons of a recall in one PDF. */
  'recall-letters': oc.input(RecallLettersQuery).output(refusable(RecallLetters)),
  /** Documentations of all years by name and day of birth; asked of the service, which keeps who asked and what for. */
  search: oc.input(RecordSearch).output(refusable(z.object({ records: z.array(FoundRecord), more: z.boolean() }))),
  /** One of them with all its versions. */
  record: oc.input(z.object({ vaccinationId: VaccinationId, purpose: Purpose })).output(refusable(WholeRecord)),
  /** Documentations on paper; set by the service, so it needs a link. */
  sheet: oc.input(VaccinationSheetQuery).output(refusable(VaccinationSheet)),
  /** All that counts of the person of one, as a file for other programs; for whoever has just signed in. */
  'export-records': oc.input(RecordsExport).output(refusable(RecordsFile)),
  /** Brings one back from the archive so that it can be corrected here; it comes with its session as any other. */
  'fetch-back': oc.input(z.object({ vaccinationId: VaccinationId, purpose: Purpose })).output(refusable(z.object({ until: Instant }))),
  /** What a department keeps for longer than it has to, and what of it is proposed to be deleted; asked of the service. */
  retention: oc.input(z.object({ departmentId: DepartmentId })).output(refusable(HealthRetention)),
  'propose-deletion': oc.input(z.object({ id: z.uuid(), departmentId: DepartmentId, fingerprint: HealthRetention.shape.fingerprint })).output(refusable(HealthRetention)),
  'release-deletion': oc.input(z.object({ id: z.uuid() })).output(refusable(HealthRetention)),
  /** Days, batches and coverage of a period, for those who plan sessions. */
  figures: oc.input(VaccinationFiguresQuery).output(refusable(VaccinationFigures)),
}

const entries = {
  ...vaccinationQueries,
  'set-vaccine': entryFor(setVaccine),
  'add-batch': entryFor(addBatch),
  'block-batch': entryFor(blockBatch),
  'set-rules': entryFor(setRules),
  'set-session': entryFor(setSession),
  'turn-session': entryFor(turnSession),
  'set-stock': entryFor(setStock),
  'set-stand-by': entryFor(setStandBy),
  'check-in': entryFor(checkIn),
  'change-person': entryFor(changeVaccinee),
  'add-history': entryFor(addHistory),
  'remove-history': entryFor(removeHistory),
  answer: entryFor(answer),
  judge: entryFor(judge),
  consent: entryFor(consent),
  'end-observation': entryFor(endObservation),
  leave: entryFor(leave),
  'take-over': entryFor(takeOver),
  document: entryFor(documentDose),
  correct: entryFor(correct),
  void: entryFor(voidRecord),
  'note-signed': entryFor(noteSigned),
  'keep-both': entryFor(keepBoth),
  'open-recall': entryFor(openRecall),
  'note-contact': entryFor(noteContact),
  'close-recall': entryFor(closeRecall),
  suspect: entryFor(suspect),
  'note-reported': entryFor(noteReported),
}
type Entries = typeof entries

/** Named, because the contract written out in one piece is longer than the compiler writes types. */
export interface VaccinationsContract extends Entries {}
export const vaccinationsContract: VaccinationsContract = entries
