import { expect, test } from 'vitest'
import type { Grant, Role } from '../../actor.ts'
import { momentOf, stateOf } from '../../command.ts'
import { AppointmentId, CommandId, DepartmentId, derivedUuid, PersonId, VaccineId, VisitId } from '../../ids.ts'
import { instantFromMs, msOf, type Instant } from '../../time.ts'
import { rowsUnderCommands } from '../../testing.ts'
import { anActor } from '../staff/testing.ts'
import { addBatch, blockBatch } from './catalogue-commands.ts'
import { documentDose } from './document-command.ts'
import { correct, noteSigned, voidRecord } from './record-commands.ts'
import { stageOf } from './stage.ts'
import { aBatch, aDraft, aReadyVisit, aSession, aVaccination, aVaccine, aVaccinee, aVisit, noAnswers, SESSION_NOW } from './testing.ts'
import { answer, checkIn, consent, endObservation, judge, leave, takeOver } from './visit-commands.ts'

const START = [{ table: 'vaccination_sessions', row: aSession() }, { table: 'vaccines', row: aVaccine() }, { table: 'vaccine_batches', row: aBatch() }] as const
const team = anActor('clerk')
const physician = anActor('physician', '9')
const visitId = VisitId.parse(derivedUuid('0192a000-0000-7000-8000-00000000c0de', 'visit'))
const YES = { may: 'yes', isOnDose: false } as const
const ORAL = { kind: 'oral', guardianName: '' } as const
const withVisit = (visit = aReadyVisit(), now = SESSION_NOW) => rowsUnderCommands([...START, { table: 'vaccination_visits', row: visit }], team, now)

test('from check-in to going home, by one desk', () => {
  const { run, get } = rowsUnderCommands(START, team, SESSION_NOW)
  const stage = () => stageOf(get('vaccination_visits', visitId) ?? aVisit())
  expect(run(checkIn, { sessionId: aSession().id, appointmentId: null, person: aVaccinee({ familyName: ' Großkopf ' }) })).toBe('ok')
  expect([stage(), run(answer, { visitId, answers: noAnswers(), flags: [] }), stage(), run(consent, { visitId, ...ORAL }), stage()]).toEqual(['arrived', 'ok', 'consent', 'ok', 'ready'])
  expect([run(documentDose, { visitId, draft: aDraft(), history: [], flags: [] }), stage()]).toEqual(['ok', 'watched'])
  expect(get('vaccination_visits', visitId)).toMatchObject({ observeUntil: instantFromMs(msOf(SESSION_NOW) + 15 * 60_000), person: { familyName: 'Großkopf' } })
  expect(run(endObservation, { visitId, event: '' })).toMatchObject({ code: 'vaccinations/watched-too-short' })
  expect([run(endObservation, { visitId, event: 'Wollte nicht warten.' }), stage()]).toEqual(['ok', 'done'])
})

test('a red flag holds until a physician has spoken, and only for these answers', () => {
  const { run, get } = withVisit(aVisit())
  const { id } = aVisit()
  const flagged = { ...noAnswers(), given: { ...noAnswers().given, allergy: 'unknown' as const } }
  run(answer, { visitId: id, answers: flagged, flags: [] })
  const documented = () => run(documentDose, { visitId: id, draft: aDraft(), history: [], flags: ['allergy'] })
  expect([run(consent, { visitId: id, ...ORAL }), stageOf(get('vaccination_visits', id) ?? aVisit())]).toEqual(['ok', 'physician'])
  expect(documented()).toMatchObject({ code: 'vaccinations/incomplete', facts: { missing: 'verdict' } })
  expect(run(judge, { visitId: id, ...YES, note: 'Pollen' })).toEqual({ code: 'commands/not-allowed' })
  expect(run(judge, { visitId: id, ...YES, note: '' }, physician)).toMatchObject({ code: 'vaccinations/reason-missing' })
  expect(run(judge, { visitId: id, ...YES, note: 'Pollen' }, physician)).toBe('ok')
  run(answer, { visitId: id, answers: { ...flagged, given: { ...flagged.given, 'acute-illness': 'yes' } }, flags: ['allergy'] })
  expect([stageOf(get('vaccination_visits', id) ?? aVisit()), documented()]).toMatchObject(['physician', { code: 'vaccinations/incomplete' }])
})

test('what is missing is named, one by one', () => {
  const { run } = withVisit(aVisit('one', { person: aVaccinee({ birthDay: null }), vaccineeId: null }))
  const draft = aDraft({ site: null, hintsGiven: false, noneDue: false, doses: [] })
  expect(run(documentDose, { visitId: aVisit().id, draft, history: [], flags: [] })).toMatchObject({ code: 'vaccinations/incomplete', facts: { missing: 'birth-day answers consent dose-number site hints next-dose' } })
})

test.each([
  ['not in the list', { lot: 'ZZ9' }, 'vaccinations/unknown-batch'],
  ['with another expiry date', { expiresOn: '2027-01-31' }, 'vaccinations/other-expiry'],
] as const)('a batch that is %s is not documented', (_what, draft, code) => {
  expect(withVisit().run(documentDose, { visitId: aReadyVisit().id, draft: aDraft(draft), history: [], flags: [] })).toMatchObject({ code })
})

test('a blocked batch and one past its date are refused, with the reason', () => {
  const { run } = withVisit()
  run(blockBatch, { vaccineId: aVaccine().id, lot: 'AB123', reason: 'Kühlkette' }, anActor('lead', '2'))
  expect(run(documentDose, { visitId: aReadyVisit().id, draft: aDraft(), history: [], flags: [] })).toEqual({ code: 'vaccinations/blocked-batch', facts: { lot: 'AB123', reason: 'Kühlkette' } })
  const old = rowsUnderCommands([...START.slice(0, 2), { table: 'vaccine_batches', row: aBatch({ expiresOn: '2026-11-23' }) }, { table: 'vaccination_visits', row: aReadyVisit() }], team, SESSION_NOW)
  expect(old.run(documentDose, { visitId: aReadyVisit().id, draft: aDraft({ expiresOn: '2026-11-23' }), history: [], flags: [] })).toMatchObject({ code: 'vaccinations/expired' })
  expect(old.run(addBatch, { vaccineId: aVaccine().id, lot: 'ab123', expiresOn: '2027-06-30' })).toMatchObject({ code: 'vaccinations/other-expiry' })
})

test('a dose that the history speaks against needs a physician’s word and a reason', () => {
  const same = { day: '2026-11-24', vaccineName: 'Beispielgrippe', vaccine: null, diseases: [...aVaccine().diseases], isLive: false, lot: 'X', source: 'pass' as const, vaccinationId: null }
  const { run } = withVisit(aReadyVisit('one', { history: [same] }))
  const documented = (againstRule: string | null) => run(documentDose, { visitId: aReadyVisit().id, draft: aDraft({ againstRule }), history: [same], flags: [] })
  expect(documented(null)).toMatchObject({ code: 'vaccinations/against-rules', facts: { codes: 'given-that-day wrong-number' } })
  expect(documented('Pass falsch datiert')).toMatchObject({ code: 'vaccinations/against-rules' })
  run(judge, { visitId: aReadyVisit().id, ...YES, note: 'Pollen' }, physician)
  expect(documented('Pass falsch datiert')).toMatchObject({ code: 'vaccinations/against-rules' })
  run(judge, { visitId: aReadyVisit().id, ...YES, isOnDose: true, note: 'Pass gesehen' }, physician)
  expect(documented('Pass falsch datiert')).toBe('ok')
})

test('what a desk without a connection gave counts as given then, whatever came to light or was blocked since', () => {
  const late = instantFromMs(msOf(SESSION_NOW) + 6 * 3_600_000)
  const since = { day: '2026-11-24', vaccineName: 'Beispielgrippe', vaccine: null, diseases: [...aVaccine().diseases], isLive: false, lot: 'X', source: 'here' as const, vaccinationId: null }
  const batch = aBatch({ blockedReason: 'Kühlkette', blockedAt: instantFromMs(msOf(SESSION_NOW) + 1) })
  const rows = [aSession({ status: 'closed' }), aVaccine(), batch, aReadyVisit('one', { history: [since] })] as const
  const state = stateOf(new Map([rows[0], rows[1], rows[2], rows[3]].map((row, index) => [`${['vaccination_sessions', 'vaccines', 'vaccine_batches', 'vaccination_visits'][index]}/${row.id}`, row])))
  const decided = (recordedAt: Instant, history: typeof rows[3]['history'] = []) =>
    documentDose.decide(state, { visitId: aReadyVisit().id, draft: aDraft(), history, flags: [] }, momentOf(team, late, CommandId.parse(derivedUuid('late', 'one')), recordedAt))
  expect(decided(SESSION_NOW)).toMatchObject({ ok: true, value: [{ row: { at: SESSION_NOW, day: '2026-11-24' } }, { row: { observeUntil: instantFromMs(msOf(SESSION_NOW) + 15 * 60_000) } }] })
  expect(decided(SESSION_NOW, [since])).toMatchObject({ error: { code: 'vaccinations/against-rules' } })
  // A clock that is wrong by a day is not believed.
  for (const wrong of [-24, 24]) expect(decided(instantFromMs(msOf(SESSION_NOW) + wrong * 3_600_000))).toMatchObject({ error: { code: 'vaccinations/blocked-batch' } })
})

test('a correction is a new version with a reason, and the one before stays, marked as replaced', () => {
  const before = aVaccination('one', { confirmation: { kind: 'by-hand', at: SESSION_NOW, notedByName: 'Person 1' } })
  const { run, get } = rowsUnderCommands([...START, { table: 'vaccinations', row: before }], team, SESSION_NOW)
  const { person, vaccineId, lot, expiresOn, doses, site, vaccinatorName, nextDoses } = before
  const content = { person: { ...person, givenName: 'Anne' }, vaccineId, lot, expiresOn, doses, site, vaccinatorName, nextDoses }
  expect(run(correct, { vaccinationId: before.id, content, reason: '' })).toMatchObject({ code: 'vaccinations/reason-missing' })
  expect(run(correct, { vaccinationId: before.id, content, reason: 'Vorname' })).toBe('ok')
  const after = get('vaccinations', get('vaccinations', before.id)?.replacedById ?? '')
  expect(after).toMatchObject({ replacesId: before.id, replacedById: null, reason: 'Vorname', confirmation: { kind: 'awaited' }, person: { givenName: 'Anne' }, day: before.day })
  expect(run(correct, { vaccinationId: before.id, content, reason: 'Noch einmal' })).toEqual({ code: 'vaccinations/replaced' })
  expect(run(noteSigned, { vaccinationIds: [after?.id ?? before.id] })).toBe('ok')
  expect(run(voidRecord, { vaccinationId: after?.id ?? before.id, reason: 'Nie gegeben' })).toEqual({ code: 'commands/not-allowed' })
  expect(run(voidRecord, { vaccinationId: after?.id ?? before.id, reason: 'Nie gegeben' }, physician)).toBe('ok')
})

test('a ticket from another desk brings what is missing here and changes nothing that is known', () => {
  const { run, get } = withVisit(aVisit('one', { answers: noAnswers(), answered: { at: SESSION_NOW, byName: 'Hier' } }))
  const { scope: _scope, version: _version, twinId: _twin, ...visit } = aReadyVisit('one', { answered: { at: SESSION_NOW, byName: 'Dort' } })
  expect(run(takeOver, { visit })).toBe('ok')
  expect(get('vaccination_visits', visit.id)).toMatchObject({ answered: { byName: 'Hier' }, consent: { kind: 'oral' } })
})

test('what two desks do apart with one person is not refused, so that both documentations come through', () => {
  const { run, get } = withVisit(aReadyVisit('one', { vaccinationId: aVaccination('elsewhere').id, answered: { at: SESSION_NOW, byName: 'Dort' } }))
  const { id } = aReadyVisit()
  expect([run(answer, { visitId: id, answers: noAnswers(), flags: [] }), run(consent, { visitId: id, ...ORAL }), run(judge, { visitId: id, ...YES, note: 'Gesehen' }, physician)]).toEqual(['ok', 'ok', 'ok'])
  expect(get('vaccination_visits', id)).toMatchObject({ answered: { byName: 'Dort' }, verdict: null })
  expect(run(documentDose, { visitId: id, draft: aDraft(), history: [], flags: [] })).toBe('ok')
  expect([run(leave, { visitId: id, reason: 'Ging wieder' }), get('vaccination_visits', id)?.departed]).toEqual(['ok', null])
  expect([run(endObservation, { visitId: id, event: '' }), run(endObservation, { visitId: id, event: '' }), run(endObservation, { visitId: id, event: 'Schwindel' })]).toEqual(['ok', 'ok', { code: 'vaccinations/wrong-stage', facts: { stage: 'done' } }])
})

test('a dose that was given is written down though another desk has seen the person leave', () => {
  const { run, get } = withVisit(aVisit('one', { departed: { at: SESSION_NOW, byName: 'Dort', reason: 'Ging wieder' } }))
  const { id } = aVisit()
  expect([run(answer, { visitId: id, answers: noAnswers(), flags: [] }), run(consent, { visitId: id, ...ORAL }), run(documentDose, { visitId: id, draft: aDraft(), history: [], flags: [] })]).toEqual(['ok', 'ok', 'ok'])
  expect(stageOf(get('vaccination_visits', id) ?? aVisit())).toBe('watched')
})

test('of two desks that see somebody leave the first counts, and whoever comes back with their ticket has not gone', () => {
  const { run, get } = withVisit(aReadyVisit())
  const { id } = aReadyVisit()
  const departed = () => get('vaccination_visits', id)?.departed?.reason
  expect([run(leave, { visitId: id, reason: 'Fieber' }), run(leave, { visitId: id, reason: 'Keine Zeit' }), departed()]).toEqual(['ok', 'ok', 'Fieber'])
  const { scope: _scope, version: _version, twinId: _twin, ...visit } = aReadyVisit()
  expect([run(takeOver, { visit }), departed()]).toEqual(['ok', undefined])
})

test('a correction takes nothing away that has to be there, and names the batch as the list does', () => {
  const before = aVaccination()
  const { run, get } = rowsUnderCommands([...START, { table: 'vaccine_batches', row: aBatch({ lot: 'CD456' }) }, { table: 'vaccinations', row: before }], team, SESSION_NOW)
  const { person, vaccineId, lot, expiresOn, doses, site, vaccinatorName, nextDoses } = before
  const content = { person, vaccineId, lot, expiresOn, doses, site, vaccinatorName, nextDoses }
  const corrected = (more: Partial<typeof content>) => run(correct, { vaccinationId: before.id, content: { ...content, ...more }, reason: 'Schreibfehler' })
  expect(corrected({ person: { ...person, givenName: '', birthDay: null }, lot: ' ', doses: [], vaccinatorName: '' })).toEqual({ code: 'vaccinations/incomplete', facts: { missing: 'given-name birth-day lot dose-number vaccinator' } })
  expect(corrected({ lot: 'cd456' })).toBe('ok')
  expect(get('vaccinations', get('vaccinations', before.id)?.replacedById ?? '')).toMatchObject({ lot: 'CD456' })
})

test('a correction keeps what was said of the product then, and says what the catalogue says of another one', () => {
  const before = aVaccination('one', { vaccineName: 'Beispielgrippe 2025/2026', manufacturer: 'Altes Werk' })
  const other = aVaccine({ id: VaccineId.parse(derivedUuid('test', 'other')), name: 'Beispielgrippe Hochdosis' })
  const { person, lot, expiresOn, doses, site, vaccinatorName, nextDoses } = before
  const correctedTo = (vaccineId: VaccineId) => {
    const { run, get } = rowsUnderCommands([...START, { table: 'vaccines', row: other }, { table: 'vaccine_batches', row: aBatch({ vaccineId: other.id }) }, { table: 'vaccinations', row: before }], team, SESSION_NOW)
    expect(run(correct, { vaccinationId: before.id, content: { person, vaccineId, lot, expiresOn, doses, site, vaccinatorName, nextDoses }, reason: 'Produkt' })).toBe('ok')
    return get('vaccinations', get('vaccinations', before.id)?.replacedById ?? '')
  }
  expect(correctedTo(before.vaccineId)).toMatchObject({ vaccineName: 'Beispielgrippe 2025/2026', manufacturer: 'Altes Werk' })
  expect(correctedTo(other.id)).toMatchObject({ vaccineName: 'Beispielgrippe Hochdosis', manufacturer: 'Beispielwerk' })
})

test('who came to somewhere else cannot be checked in here, and nobody is born tomorrow', () => {
  const { run } = rowsUnderCommands(START, team, SESSION_NOW)
  const input = { sessionId: aSession().id, appointmentId: null, person: aVaccinee() }
  expect(run(checkIn, { ...input, appointmentId: AppointmentId.parse('0192a000-0000-7000-8000-0000000000f9') })).toMatchObject({ code: 'commands/record-missing' })
  expect(run(checkIn, { ...input, person: aVaccinee({ birthDay: '2026-11-25' }) })).toEqual({ code: 'vaccinations/born-in-future' })
  expect(run(leave, { visitId: aVisit().id, reason: 'x' })).toMatchObject({ code: 'commands/record-missing' })
})

const grant = (role: Role, departmentId: Grant['departmentId'], viaPersonId: PersonId | null = null) => ({ role, departmentId, viaPersonId, viaName: null })
const ORDNUNG = DepartmentId.parse('ordnung')

test.each([
  ['of another department', grant('clerk', DepartmentId.parse('bau'))],
  ['for the whole town', grant('lead', null)],
  ['lent by somebody', grant('clerk', ORDNUNG, PersonId.parse('0192a000-0000-7000-8000-0000000000a2'))],
])('a right %s opens no health data', (_what, given) => {
  const { run } = withVisit(aVisit())
  expect(run(answer, { visitId: aVisit().id, answers: noAnswers(), flags: [] }, { ...team, grants: [given] })).toMatchObject({ code: 'commands/record-missing' })
  expect(run(answer, { visitId: aVisit().id, answers: noAnswers(), flags: [] })).toBe('ok')
})
