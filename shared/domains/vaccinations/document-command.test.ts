import { expect, test } from 'vitest'
import type { Change } from '../../command.ts'
import { DepartmentId, derivedUuid, VaccineId } from '../../ids.ts'
import { healthScope } from '../../scope.ts'
import { rowsUnderCommands } from '../../testing.ts'
import { anActor } from '../staff/testing.ts'
import { documentDose } from './document-command.ts'
import type { DoseDraft } from './documentation.ts'
import type { QuestionId } from './questionnaire.ts'
import { ruleIdOf, SPACING } from './rules.ts'
import type { VaccinationRules, Visit } from './tables.ts'
import { aBatch, aDraft, aReadyVisit, aSession, aVaccine, aVaccinee, flaggedBy, INFLUENZA, SESSION_NOW } from './testing.ts'
import { aSchedule, liveSpacing } from './testing-schedules.ts'

const FOREIGN = aVaccine({ id: VaccineId.parse(derivedUuid('test', 'foreign')), scope: healthScope(DepartmentId.parse('bau')) })
const START: readonly Change[] = [{ table: 'vaccination_sessions', row: aSession() }, { table: 'vaccines', row: aVaccine() }, { table: 'vaccines', row: FOREIGN }, { table: 'vaccine_batches', row: aBatch() }]
const withRows = (...more: readonly Change[]) => rowsUnderCommands([...START, ...more], anActor('clerk'), SESSION_NOW)
const visitRow = (more: Partial<Visit> = {}): Change => ({ table: 'vaccination_visits', row: aReadyVisit('one', more) })
const given = (draft: Partial<DoseDraft> = {}, flags: QuestionId[] = [], history: Visit['history'] = []) => ({ visitId: aReadyVisit().id, draft: aDraft(draft), history, flags })

const MISSING: readonly (readonly [string, Partial<Visit>, Partial<DoseDraft>])[] = [
  ['family-name', { person: aVaccinee({ familyName: ' ' }) }, {}],
  ['given-name', { person: aVaccinee({ givenName: '' }) }, {}],
  ['birth-day', { person: aVaccinee({ birthDay: null }), vaccineeId: null }, {}],
  ['answers', { answers: null }, {}],
  ['verdict', { answers: flaggedBy('allergy') }, {}],
  ['consent', { consent: null }, {}],
  ['vaccine', {}, { vaccineId: null }],
  ['vaccine', {}, { vaccineId: FOREIGN.id }],
  ['lot', {}, { lot: ' ' }],
  ['expiry', {}, { expiresOn: null }],
  ['dose-number', {}, { doses: [{ code: '76902006', number: 1 }] }],
  ['site', {}, { site: null }],
  ['vaccinator', {}, { vaccinatorName: ' ' }],
  ['hints', {}, { hintsGiven: false }],
  ['next-dose', {}, { noneDue: false }],
]
test.each(MISSING)('without %s nothing is completed, and it is named alone', (item, visit, draft) => {
  expect(withRows(visitRow(visit)).run(documentDose, given(draft, ['allergy']))).toEqual({ code: 'vaccinations/incomplete', facts: { missing: item } })
})

test('without somebody responsible, by name and address, nothing is completed', () => {
  const responsible = { ...aSession().responsible, name: ' ', address: ' ' }
  expect(withRows({ table: 'vaccination_sessions', row: aSession({ responsible }) }, visitRow()).run(documentDose, given())).toEqual({ code: 'vaccinations/incomplete', facts: { missing: 'responsible responsible-address' } })
})

test('only the diseases of the product are numbered, each once', () => {
  const { run, get } = withRows(visitRow())
  const doses = [{ code: INFLUENZA.code, number: 1 }, { code: '76902006', number: 4 }, { code: INFLUENZA.code, number: 9 }]
  expect(run(documentDose, given({ doses }))).toBe('ok')
  expect(get('vaccinations', get('vaccination_visits', aReadyVisit().id)?.vaccinationId ?? '')?.doses).toEqual(doses.slice(0, 1))
})

test('a dose out of order is refused with what is wrong', () => {
  expect(withRows(visitRow()).run(documentDose, given({ doses: [{ code: INFLUENZA.code, number: 5 }] }))).toEqual({ code: 'vaccinations/against-rules', facts: { codes: 'wrong-number' } })
})

test('a live vaccine keeps its distance from another one of which a pass names the disease alone', () => {
  const yellowFever = aSchedule({ id: 'yellow-fever', disease: { code: '16541001', name: 'Gelbfieber' }, isLive: true })
  const rules = (key: string, content: Partial<VaccinationRules>): Change => ({ table: 'vaccination_rules', row: { id: ruleIdOf(aSession().scope, key), scope: aSession().scope, version: 0, schedules: [], spacing: [], ...content } })
  const pass = { day: '2026-11-10', vaccineName: 'Gelbfieber', vaccine: null, diseases: [yellowFever.disease], isLive: null, lot: '', source: 'pass' as const, vaccinationId: null }
  const { run } = withRows({ table: 'vaccines', row: aVaccine({ isLive: true }) }, visitRow(), rules(yellowFever.disease.code, { schedules: [yellowFever] }), rules(SPACING, { spacing: [liveSpacing()] }))
  expect(run(documentDose, given({}, [], [pass]))).toEqual({ code: 'vaccinations/against-rules', facts: { codes: 'too-early' } })
})

test('a dose given where nobody knew of another desk’s red flag, and of a no to it, is written down', () => {
  const refused = { at: SESSION_NOW, byName: 'Dr. Arndt', personId: aSession().responsible.personId, may: 'never' as const, isOnDose: false, note: 'Allergie' }
  const { run, get } = withRows(visitRow({ answers: flaggedBy('allergy'), verdict: refused }))
  expect(run(documentDose, given({}, ['allergy']))).toEqual({ code: 'vaccinations/incomplete', facts: { missing: 'verdict' } })
  expect([run(documentDose, given()), get('vaccination_visits', aReadyVisit().id)?.verdict]).toEqual(['ok', refused])
  // A no to something else than a red flag holds for everybody.
  expect(withRows(visitRow({ verdict: refused })).run(documentDose, given())).toEqual({ code: 'vaccinations/incomplete', facts: { missing: 'verdict' } })
})
