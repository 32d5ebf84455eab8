import { AppointmentId, AppointmentServiceId, DepartmentId, derivedUuid, OpeningHoursId, PersonId, PlaceId, ResourceId, SessionId, VaccinationId, VaccineId, VisitId, type BatchId } from '../../ids.ts'
import { healthScope } from '../../scope.ts'
import type { RowOf } from '../../tables.ts'
import { instantFromMs, msOf, plusDays } from '../../time.ts'
import { batchIdOf } from './catalogue-commands.ts'
import type { DoseDraft } from './documentation.ts'
import { QUESTIONS, type QuestionId } from './questionnaire.ts'
import type { Batch, Vaccination, VaccinationSession, Vaccine, Visit } from './tables.ts'
import { vaccineeIdOf, type Vaccinee } from './vaccinee.ts'

const SCOPE = healthScope(DepartmentId.parse('ordnung'))
/** Tuesday, 24 November 2026, 10:00 in Tangerhütte. */
export const SESSION_NOW = instantFromMs(Date.UTC(2026, 10, 24, 9))

export const INFLUENZA = { code: '6142004', name: 'Influenza' } as const

export const aVaccinee = (overrides: Partial<Vaccinee> = {}): Vaccinee => ({
  familyName: 'Großkopf', givenName: 'Änne', birthDay: '1948-03-02', gender: 'female', street: 'Am Anger 3', postalCode: '39517', place: 'Tangerhütte', locality: 'Uchtdorf',
  email: null, phone: '03935 123', ...overrides,
})

export const aVaccine = (overrides: Partial<Vaccine> = {}): Vaccine => ({
  id: VaccineId.parse('0192a000-0000-7000-8000-00000000ac01'), scope: SCOPE, version: 1, name: 'Beispielgrippe 2026/2027', manufacturer: 'Beispielwerk', snomed: '', atc: 'J07BB02',
  pzns: ['12345678'], gtins: ['04150123456782'], diseases: [INFLUENZA], isLive: false, observeMinutes: 15, active: true, ...overrides,
})

export const aBatch = (overrides: Partial<Batch> = {}): Batch => {
  const { vaccineId, lot } = { vaccineId: aVaccine().id, lot: 'AB123', ...overrides }
  const id: BatchId = batchIdOf(vaccineId, lot)
  return { id, scope: SCOPE, version: 1, vaccineId, lot, expiresOn: '2027-06-30', blockedReason: null, blockedAt: null, addedAt: SESSION_NOW, addedByName: 'Person 1', ...overrides }
}

export const aSession = (overrides: Partial<VaccinationSession> = {}): VaccinationSession => ({
  id: SessionId.parse('0192a000-0000-7000-8000-00000000ad01'), scope: SCOPE, version: 1, placeId: PlaceId.parse('0192a000-0000-7000-8000-000000000e00'), title: 'Grippeimpfung für Ältere',
  day: '2026-11-24', startTime: '09:00', endTime: '15:00', openingHoursId: OpeningHoursId.parse('0192a000-0000-7000-8000-00000000f0a1'),
  serviceIds: [AppointmentServiceId.parse('0192a000-0000-7000-8000-0000000005e1')], resourceIds: [ResourceId.parse('0192a000-0000-7000-8000-000000000c01')],
  responsible: { personId: PersonId.parse('0192a000-0000-7000-8000-0000000000a9'), name: 'Dr. med. Eva Arndt', address: 'Breite Straße 1, 39517 Tangerhütte' }, team: [],
  vaccineIds: [aVaccine().id], fromAge: 60, groups: 'Menschen ab 60', stock: [], standBy: [], ticketKey: '', status: 'open', closedAt: null, ...overrides,
})

const done = { at: SESSION_NOW, byName: 'Person 1' }

/** Checked in and nothing more; `label` makes its id. */
export function aVisit(label = 'one', overrides: Partial<Visit> = {}): Visit {
  const person = overrides.person ?? aVaccinee()
  return {
    id: VisitId.parse(derivedUuid('test/visit', label)), scope: SCOPE, version: 1, sessionId: aSession().id, appointmentId: null, vaccineeId: vaccineeIdOf(person), person, checkedIn: done,
    history: [], answers: null, answered: null, verdict: null, consent: null, vaccinationId: null, vaccinatedAt: null, observeUntil: null, observation: null, departed: null, twinId: null,
    ...overrides,
  }
}

/** Every question answered with no. */
export const noAnswers = (): NonNullable<Visit['answers']> => ({ given: Object.fromEntries(QUESTIONS.map(({ id }) => [id, 'no'])) as NonNullable<Visit['answers']>['given'], note: '' })

/** One question answered with yes. */
export const flaggedBy = (question: QuestionId): NonNullable<Visit['answers']> => ({ ...noAnswers(), given: { ...noAnswers().given, [question]: 'yes' } })

/** Asked and agreed to: nothing stands between them and the dose. */
export const aReadyVisit = (label = 'one', overrides: Partial<Visit> = {}): Visit =>
  aVisit(label, { answers: noAnswers(), answered: done, consent: { ...done, kind: 'oral', guardianName: '', informed: true }, ...overrides })

/** All that § 22 IfSG wants, for a first dose against influenza. */
export const aDraft = (overrides: Partial<DoseDraft> = {}): DoseDraft => ({
  vaccineId: aVaccine().id, lot: 'AB123', expiresOn: '2027-06-30', doses: [{ code: INFLUENZA.code, number: 1 }], site: 'left-arm', vaccinatorName: 'Person 1', hintsGiven: true, nextDoses: [],
  noneDue: true, againstRule: null, ...overrides,
})

/** A documented dose; `label` makes its id. */
export function aVaccination(label = 'one', overrides: Partial<Vaccination> = {}): Vaccination {
  const person = overrides.person ?? aVaccinee()
  const vaccineeId = vaccineeIdOf(person)
  if (vaccineeId === null) throw new Error('whoever is vaccinated has a date of birth')
  const { id: vaccineId, name: vaccineName, manufacturer, diseases } = aVaccine()
  return {
    id: VaccinationId.parse(derivedUuid('test/vaccination', label)), scope: SCOPE, version: 1, sessionId: aSession().id, visitId: aVisit(label).id, vaccineeId, person, day: '2026-11-24',
    at: SESSION_NOW, vaccineId, vaccineName, manufacturer, lot: 'AB123', expiresOn: '2027-06-30', diseases, doses: [{ code: INFLUENZA.code, number: 1 }], site: 'left-arm',
    responsible: aSession().responsible, vaccinatorName: 'Person 1', againstRule: null, nextDoses: [], confirmation: { kind: 'awaited' }, number: 'I-2026-000001', documentedAt: SESSION_NOW, seal: '', replacesId: null,
    replacedById: null, reason: null, isVoid: false, twinId: null, ...overrides,
  }
}

/** A time booked at the station of the session, at the moment of `SESSION_NOW`. */
export function aBookedTime(overrides: Partial<RowOf<'appointments'>> = {}): RowOf<'appointments'> {
  const startsAt = overrides.startsAt ?? SESSION_NOW
  const endsAt = instantFromMs(msOf(startsAt) + 10 * 60_000)
  const { placeId, serviceIds, resourceIds } = aSession()
  return {
    id: AppointmentId.parse('0192a000-0000-7000-8000-0000000000f1'), scope: SCOPE, version: 1, placeId, serviceIds, persons: 1, channel: 'portal', resourceId: resourceIds[0] ?? null,
    startsAt, endsAt, occupiedFrom: startsAt, occupiedUntil: endsAt, name: 'Änne Großkopf', email: null, phone: null, note: '', priority: 2, ticket: null, sequence: 0, heldUntil: null,
    createdAt: plusDays(SESSION_NOW, -9), createdByName: null, status: 'booked', waitingSince: null, calledAt: null, callCount: 0, counterId: null, servedBy: null, servedByName: null,
    servingSince: null, endedAt: null, stays: [], sentOn: null, before: null, steppedAt: null, ...overrides,
  }
}
