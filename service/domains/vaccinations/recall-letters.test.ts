import { afterAll, beforeAll, expect, test } from 'vitest'
import { aSession, aVaccination, aVaccinee, aVaccine, SESSION_NOW } from '../../../shared/domains/vaccinations/testing.ts'
import type { Recall, Vaccination } from '../../../shared/domains/vaccinations/tables.ts'
import type { Vaccinee } from '../../../shared/domains/vaccinations/vaccinee.ts'
import { DepartmentId, derivedUuid, RecallId } from '../../../shared/ids.ts'
import { healthArchiveScope } from '../../../shared/scope.ts'
import type { BatchExtent, RecallLetters } from '../../../shared/wire/vaccinations.ts'
import { TEST_STAFF, testService, type TestService } from '../../testing.ts'
import { readPdf } from '../letters/testing.ts'
import { aVaccinationPlace } from './testing.ts'

const ARCHIVE = healthArchiveScope(DepartmentId.parse('ordnung'))

const RECALL: Recall = {
  id: RecallId.parse(derivedUuid('test', 'recall')), scope: aSession().scope, version: 1, vaccineId: aVaccine().id, vaccineName: aVaccine().name, lot: 'AB123', reason: 'Kühlkette unterbrochen #let x = 1',
  openedAt: SESSION_NOW, openedByName: 'Person 1', closedAt: null, closedByName: null,
}

const given = (familyName: string, person: Partial<Vaccinee> = {}, more: Partial<Vaccination> = {}): Vaccination => aVaccination(familyName, { person: aVaccinee({ familyName, ...person }), ...more })
const GIVEN = [given('Großkopf'), given('Lehmann', {}, { scope: ARCHIVE, day: '2020-11-05' }), given('Nirgends', { street: '' }), given('Anders', {}, { lot: 'ZZ9' })]

let town: TestService
beforeAll(async () => {
  town = await testService()
  await town.change([...aVaccinationPlace(), { table: 'vaccination_recalls', row: RECALL }, ...GIVEN.map(row => ({ table: 'vaccinations', row }) as const)])
})
afterAll(() => town.close())

async function ask<Reply>(login: string, url: string, payload: object): Promise<Reply & { readonly code?: string }> {
  const response = await town.app.inject({ method: 'POST', url: `/v1/vaccinations${url}`, headers: await town.bearer(login), payload })
  return response.json()
}

const letters = (login: string, wanted: readonly Vaccination[]) => ask<RecallLetters>(login, `/recalls/${RECALL.id}/letters`, { vaccinationIds: wanted.map(({ id }) => id) })
const extent = (login: string, lot = 'ab123') => ask<BatchExtent>(login, '/batches/extent', { vaccineId: aVaccine().id, lot })

test('whoever may call a batch back sees how many persons on how many days that concerns, years ago too', async () => {
  expect(await extent('lead.ordnung')).toEqual({ persons: 3, days: 2, firstDay: '2020-11-05', lastDay: '2026-11-24' })
  expect(await extent('lead.ordnung', 'nobody')).toEqual({ persons: 0, days: 0, firstDay: null, lastDay: null })
})

test('letters come in one file in the order asked for, each counted by itself; who has no address, or another batch, gets none', async () => {
  const [first, second, nowhere, other] = GIVEN as [Vaccination, Vaccination, Vaccination, Vaccination]
  const { pdf, vaccinationIds } = await letters('clerk.ordnung', [second, nowhere, first, other])
  expect(vaccinationIds).toEqual([second.id, first.id])
  const { pages, isTagged, metadata, texts } = await readPdf(Buffer.from(pdf, 'base64'))
  const wordsOn = (page: number): string => texts.filter(text => text.page === page).map(({ text }) => text).join(' ')
  expect([pages, isTagged, metadata.includes('pdfuaid')]).toEqual([2, true, true])
  for (const said of ['Änne Lehmann', '5. November 2020', 'Kühlkette unterbrochen #let x = 1', 'Seite 1 von 1']) expect(wordsOn(1)).toContain(said)
  expect(wordsOn(1)).not.toContain('Großkopf')
  for (const said of ['Änne Großkopf', '24. November 2026', 'Seite 1 von 1']) expect(wordsOn(2)).toContain(said)
  const noted = await town.database.db.selectFrom('health_accesses').select(['kind', 'about']).execute()
  expect(noted).toContainEqual({ kind: 'recalled', about: RECALL.id })
  expect((await letters('clerk.ordnung', [nowhere])).code).toBe('vaccinations/no-address')
})

test.each(TEST_STAFF.map(({ login }) => login).filter(login => !['clerk.ordnung', 'lead.ordnung'].includes(login)))('%s gets no letter and no count, not even of none', async login => {
  expect((await letters(login, GIVEN)).code).toBe('commands/record-missing')
  expect((await extent(login)).code).toBe('commands/record-missing')
})

test('a count is for those who may call back, letters are for the whole team', async () => {
  expect((await extent('clerk.ordnung')).code).toBe('commands/record-missing')
})
