import { afterAll, beforeAll, expect, test } from 'vitest'
import { aVaccination, aVaccinee, aVaccine, INFLUENZA } from '../../../../shared/domains/vaccinations/testing.ts'
import type { Vaccination } from '../../../../shared/domains/vaccinations/tables.ts'
import { readRecords } from '../../../../shared/formats/fhir/read-bundle.ts'
import { DepartmentId, PlaceId, VaccinationId } from '../../../../shared/ids.ts'
import { healthArchiveScope, healthScope } from '../../../../shared/scope.ts'
import type { RecordsFile } from '../../../../shared/wire/vaccinations.ts'
import { testService, type TestService } from '../../../testing.ts'
import { aVaccinationPlace } from '../testing.ts'

const PURPOSE = 'Auskunft an die Person'
const ELSEWHERE = healthScope(DepartmentId.parse('bau'))

const of = (label: string, more: Partial<Vaccination> = {}): Vaccination => aVaccination(label, more)
const replaced = of('replaced', { replacedById: VaccinationId.parse(of('first').id), lot: 'WRONG' })
const GIVEN = [
  of('first', { day: '2025-10-07', lot: 'OLD1', scope: healthArchiveScope(DepartmentId.parse('ordnung')) }), of('second', { lot: 'AB123' }), replaced, of('void', { isVoid: true, lot: 'NEVER' }),
  of('somebody', { person: aVaccinee({ familyName: 'Lehmann' }) }), of('elsewhere', { scope: ELSEWHERE, lot: 'OTHER' }),
]

let town: TestService
beforeAll(async () => {
  town = await testService()
  const [place, ...more] = aVaccinationPlace()
  if (place?.table !== 'places') throw new Error('a session has a place')
  const other = { table: 'places', row: { ...place.row, id: PlaceId.parse('0192a000-0000-7000-8000-000000000e99'), scope: ELSEWHERE } } as const
  await town.change([place, other, ...more, ...GIVEN.map(row => ({ table: 'vaccinations', row }) as const)])
})
afterAll(() => town.close())

const giveOut = async ({ id }: Pick<Vaccination, 'id'>, more: { readonly login?: string; readonly signedInSecondsAgo?: number; readonly purpose?: string; readonly format?: string } = {}) => {
  const { login = 'clerk.ordnung', signedInSecondsAgo = 0, purpose = PURPOSE, format = 'mio' } = more
  const response = await town.app.inject({ method: 'POST', url: `/v1/vaccinations/records/${id}/export`, headers: await town.bearer(login, { signedInSecondsAgo }), payload: { purpose, format } })
  return { status: response.statusCode, body: response.json<RecordsFile & { readonly code?: string }>() }
}
const lotsIn = ({ text }: RecordsFile) => {
  const read = readRecords(text, '2026-11-24')
  return read.kind === 'read' ? read.doses.map(({ dose }) => dose.lot) : [read.reason]
}
const noted = () => town.database.db.selectFrom('health_accesses').select(['kind', 'purpose', 'about']).execute()

test('all that counts of a person is given out, archived too, and nothing that was replaced or never given, of somebody else or of another department', async () => {
  for (const format of ['mio', 'fhir']) {
    const { status, body } = await giveOut(of('second'), { format })
    expect([status, body.records, lotsIn(body)]).toEqual([200, 2, ['OLD1', 'AB123']])
    expect(body.text).toContain(format === 'mio' ? '"type": "document"' : '"type": "collection"')
    expect((await giveOut(of('first'), { format })).body.text).toBe(body.text)
  }
})

test('it takes a purpose and a sign-in of the last minutes; without them nothing is told', async () => {
  expect(await giveOut(of('second'), { signedInSecondsAgo: 600 })).toMatchObject({ status: 403, body: { code: 'session/sign-in-again' } })
  for (const purpose of ['', '   x  ']) expect((await giveOut(of('second'), { purpose })).status).toBe(400)
})

test('who gave out what is kept with the purpose before it is told, by ids alone', async () => {
  const before = (await noted()).length
  await giveOut(of('second'), { signedInSecondsAgo: 600 })
  expect(await noted()).toHaveLength(before)
  await giveOut(of('second'), { purpose: 'Umzug, für die Hausärztin' })
  expect(await noted()).toContainEqual({ kind: 'exported', purpose: 'Umzug, für die Hausärztin', about: of('second').id })
  const log = await town.database.db.selectFrom('audit_log').select('entry').execute()
  const entries = log.map(({ entry }) => entry).filter(entry => entry.includes('vaccinations.exported'))
  expect(entries.length).toBeGreaterThan(0)
  expect(entries.filter(entry => /Großkopf|Umzug/.test(entry))).toEqual([])
})

test('nobody outside the scope gets any of it, nor learns that it is there', async () => {
  for (const login of ['clerk.bau', 'administrator', 'protection']) expect((await giveOut(of('second'), { login })).body).not.toHaveProperty('text')
  expect(await giveOut(of('elsewhere'))).toMatchObject({ status: 404, body: { code: 'commands/record-missing' } })
  expect(await giveOut({ id: VaccinationId.parse('0192a000-0000-7000-8000-00000000ffff') })).toMatchObject({ status: 404 })
})

test('a product that has gone from the catalogue keeps no record from being given out', async () => {
  const gone = of('gone', { person: aVaccinee({ familyName: 'Schulze' }), vaccineId: aVaccine({ id: of('gone').vaccineId }).id, diseases: [INFLUENZA] })
  await town.change([{ table: 'vaccinations', row: { ...gone, vaccineId: '0192a000-0000-7000-8000-00000000dead' as Vaccination['vaccineId'] } }])
  expect((await giveOut(gone)).body.records).toBe(1)
})
