import { afterAll, beforeAll, expect, test } from 'vitest'
import { aVaccination, aVaccinee } from '../../../../shared/domains/vaccinations/testing.ts'
import type { VaccinationSheetQuery } from '../../../../shared/wire/vaccinations.ts'
import { healthArchiveScope, healthScope } from '../../../../shared/scope.ts'
import { DepartmentId, derivedUuid, PlaceId } from '../../../../shared/ids.ts'
import { testService, type TestService } from '../../../testing.ts'
import { readPdf } from '../../letters/testing.ts'
import { aVaccinationPlace } from '../testing.ts'

let service: TestService
const standing = aVaccination('standing')
const replaced = aVaccination('replaced', { replacedById: standing.id, number: 'I-2026-000002', person: aVaccinee({ familyName: 'Alt' }) })
const gone = aVaccination('void', { isVoid: true, number: 'I-2026-000003' })
const archived = aVaccination('archived', { scope: healthArchiveScope(DepartmentId.parse('ordnung')), number: 'I-2026-000004' })
const elsewhere = aVaccination('elsewhere', { scope: healthScope(DepartmentId.parse('bau')), number: 'I-2026-000005' })
beforeAll(async () => {
  service = await testService()
  const records = [standing, replaced, gone, archived, elsewhere].map(row => ({ table: 'vaccinations', row }) as const)
  // Each department has a place of health, so that what lies there lies open to its own team.
  const placesElsewhere = aVaccinationPlace().flatMap(change => (change.table === 'places' ? [{ table: 'places', row: { ...change.row, id: PlaceId.parse(derivedUuid('test', 'place elsewhere')), scope: elsewhere.scope } } as const] : []))
  await service.change([...aVaccinationPlace(), ...placesElsewhere, ...records])
})
afterAll(() => service.close())

const ask = async (sheet: VaccinationSheetQuery['sheet'], records: readonly { readonly id: string }[], login = 'clerk.ordnung') => {
  const reply = await service.app.inject({ method: 'POST', url: '/v1/vaccinations/sheets', headers: await service.bearer(login), payload: { sheet, vaccinationIds: records.map(({ id }) => id) } })
  const body: { readonly pdf?: string; readonly code?: string } = reply.json()
  return body.pdf === undefined ? body.code : (await readPdf(Buffer.from(body.pdf, 'base64'))).texts.map(({ text }) => text).join(' ')
}

test('the team prints what counts, from the archive too; a replaced version says so, and what was never given is no proof', async () => {
  expect(await ask('certificate', [standing, archived])).toContain('I-2026-000004')
  expect(await ask('certificate', [replaced])).toContain('Ersetzt durch I-2026-000001 am 24. November 2026')
  expect(await ask('certificate', [gone])).toBe('vaccinations/replaced')
})

test('labels and sheets to sign are for what counts alone', async () => {
  expect(await ask('labels', [standing])).toContain('AB123')
  expect(await ask('signatures', [standing])).toContain('Unterschriften ausstehend')
  expect([await ask('labels', [replaced]), await ask('signatures', [standing, replaced])]).toEqual(['vaccinations/replaced', 'vaccinations/replaced'])
})

test('nobody prints what does not lie open to them, not even beside what does', async () => {
  expect([await ask('certificate', [elsewhere]), await ask('certificate', [standing, elsewhere]), await ask('certificate', [standing], 'clerk.bau')]).toEqual(Array(3).fill('commands/record-missing'))
})

test('what was printed is noted with who and what for, before it is told', async () => {
  await ask('certificate', [standing])
  const rows = await service.database.db.selectFrom('health_accesses').select(['kind', 'about', 'purpose']).where('kind', '=', 'printed').where('about', '=', standing.id).execute()
  expect(rows.at(-1)).toEqual({ kind: 'printed', about: standing.id, purpose: 'Impfbescheinigung gedruckt' })
})
