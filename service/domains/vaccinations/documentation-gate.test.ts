import { beforeEach, describe, expect, test } from 'vitest'
import { anActor } from '../../../shared/domains/staff/testing.ts'
import { aBatch, aDraft, aReadyVisit, aSession, aVaccination, aVaccinee, aVisit, flaggedBy, INFLUENZA, SESSION_NOW } from '../../../shared/domains/vaccinations/testing.ts'
import type { DoseDraft } from '../../../shared/domains/vaccinations/documentation.ts'
import type { Json } from '../../../shared/json.ts'
import { aCommand, testPipeline } from '../../commands/testing.ts'
import { commitChanges } from '../../store/commit.ts'
import { anOrigin, testEngines } from '../../store/testing.ts'
import { COMPLETIONS } from '../completions.ts'
import { TEST_GUARDS, townPerTest } from '../testing.ts'
import { aVaccinationPlace, sessionClock } from './testing.ts'

/** What a program that is not ours may send, past every screen. */
describe.each(testEngines())('the gate of § 22 IfSG on $kind', ({ open }) => {
  const own = townPerTest(open)
  const ready = aReadyVisit()
  beforeEach(() => own.database.db.transaction().execute(trx => commitChanges(trx, { ...anOrigin(), townId: own.townId }, [
    ...aVaccinationPlace(), { table: 'vaccine_batches', row: aBatch({ lot: 'OLD1', expiresOn: '2026-11-23' }) }, { table: 'vaccination_visits', row: ready },
    { table: 'vaccination_visits', row: aVisit('nothing', { person: aVaccinee({ givenName: '', birthDay: null }), vaccineeId: null }) },
    { table: 'vaccination_visits', row: aReadyVisit('flagged', { answers: flaggedBy('allergy') }) }, { table: 'vaccinations', row: aVaccination('before', { day: '2026-11-01', number: '' }) },
  ])))

  const send = async (label: string, name: string, input: Json): Promise<unknown> => {
    const { id } = aVaccination('before')
    const { version } = await own.database.db.selectFrom('vaccinations').select('version').where('town_id', '=', own.townId).where('id', '=', id).executeTakeFirstOrThrow()
    const command = aCommand(label, name, input, { recordedAt: SESSION_NOW, basedOn: [{ table: 'vaccinations', id, version }] })
    const [answer] = await testPipeline(own.database, { clock: sessionClock, guards: TEST_GUARDS, completions: COMPLETIONS }).run(anActor('clerk', '1', { townId: own.townId }), [command])
    return answer?.kind === 'refused' ? [answer.code, ...Object.values(answer.facts)] : answer?.kind
  }
  const document = (label: string, draft: Partial<DoseDraft> = {}, visitId = ready.id) => send(label, 'vaccinations.document', { visitId, draft: aDraft(draft), history: [], flags: ['allergy'] })

  test('is the service’s own: each item that is missing is named, bad batches and doses out of order are refused, and no number is used up', async () => {
    const nothing = { vaccineId: null, lot: '', expiresOn: null, doses: [], site: null, vaccinatorName: '', hintsGiven: false, noneDue: false }
    expect(await document('a', nothing, aVisit('nothing').id)).toEqual(['vaccinations/incomplete', 'given-name birth-day answers consent vaccine lot expiry site vaccinator hints next-dose'])
    expect(await document('b', {}, aVisit('flagged').id)).toEqual(['vaccinations/incomplete', 'verdict'])
    expect(await document('c', { lot: 'ZZ9' })).toEqual(['vaccinations/unknown-batch', 'ZZ9'])
    expect(await document('d', { lot: 'OLD1', expiresOn: '2026-11-23' })).toEqual(['vaccinations/expired', 'OLD1', '2026-11-23'])
    expect(await document('e', { doses: [{ code: INFLUENZA.code, number: 3 }] })).toEqual(['vaccinations/against-rules', 'wrong-number'])
    expect(await document('f', { doses: [{ code: INFLUENZA.code, number: 3 }], againstRule: 'Weil ich es sage.' })).toEqual(['vaccinations/against-rules', 'wrong-number'])
    expect(await send('g', 'vaccinations.judge', { visitId: ready.id, may: 'yes', isOnDose: true, note: 'Selbst erlaubt' })).toEqual(['commands/not-allowed'])
    expect(await document('h')).toBe('applied')
    const rows = await own.database.db.selectFrom('vaccinations').select(['number', 'visit_id']).where('town_id', '=', own.townId).where('number', '<>', '').execute()
    expect(rows).toEqual([{ number: 'I-2026-000001', visit_id: ready.id }])
  })

  test('nobody is born tomorrow, whichever command says so', async () => {
    const person = aVaccinee({ birthDay: '2026-11-25' })
    const { scope: _scope, version: _version, twinId: _twin, ...visit } = aVisit('carried', { person })
    const { vaccineId, lot, expiresOn, doses, site, vaccinatorName, nextDoses, id: vaccinationId } = aVaccination('before')
    const inputs: readonly (readonly [string, Json])[] = [
      ['check-in', { sessionId: aSession().id, appointmentId: null, person }], ['change-person', { visitId: ready.id, person }], ['take-over', { visit }],
      ['correct', { vaccinationId, content: { person, vaccineId, lot, expiresOn, doses, site, vaccinatorName, nextDoses }, reason: 'Geburtsdatum' }],
    ]
    for (const [name, input] of inputs) expect([name, await send(name, `vaccinations.${name}`, input)]).toEqual([name, ['vaccinations/born-in-future']])
  })
})
