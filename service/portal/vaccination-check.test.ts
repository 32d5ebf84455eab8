import { afterAll, beforeAll, expect, test } from 'vitest'
import { aVaccination, aVaccinee, SESSION_NOW } from '../../shared/domains/vaccinations/testing.ts'
import { sealOf } from '../domains/vaccinations/seal/seal.ts'
import { signingKey } from '../domains/vaccinations/seal/seal-keys.ts'
import { TEST_TOWN, testService, type TestService } from '../testing.ts'

let service: TestService
let seal: string
beforeAll(async () => {
  service = await testService()
  const record = aVaccination('one', { person: aVaccinee({ givenName: '<b>Änne</b>' }) })
  seal = await sealOf(TEST_TOWN, record, await signingKey(service.database.db, TEST_TOWN, SESSION_NOW))
  await service.change([{ table: 'vaccinations', row: { ...record, seal } }])
})
afterAll(() => service.close())

const post = (code: string, query = '') =>
  service.app.inject({ method: 'POST', url: `/verify/vaccination${query}`, headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams({ code }).toString() })

test('whoever scans a code is told that it is genuine, in both languages, with what the code itself says', async () => {
  const german = await post(`https://somewhere.example/verify/vaccination#${seal}`)
  expect(german.statusCode).toBe(200)
  for (const part of ['Echt und gültig.', '&lt;b&gt;Änne&lt;/b&gt; Großkopf', '2. März 1948', '24. November 2026', 'Influenza (1. Dosis)', 'AB123']) expect(german.body).toContain(part)
  expect(german.headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' })
  expect((await post(seal, '?lang=en')).body).toContain('Genuine and valid.')
  expect((await post('etwas anderes')).body).toContain('Nicht von uns.')
})

test('the page asks for a code and has one script of its own; nothing of a code stands in an address', async () => {
  const asked = await service.app.inject('/verify/vaccination')
  expect([asked.statusCode, asked.headers['content-security-policy']]).toEqual([200, expect.stringContaining("script-src 'self'")])
  expect((await post('  ')).statusCode).toBe(422)
  const script = await service.app.inject('/verify/vaccination.js')
  expect([script.headers['content-type'], script.body.includes('requestSubmit')]).toEqual(['text/javascript; charset=utf-8', true])
  expect((await service.app.inject('/verify/00000-00000')).statusCode).toBe(404)
})

test('the keys are there for everybody', async () => {
  const reply = await service.app.inject('/.well-known/vaccination-keys')
  expect([reply.statusCode, reply.headers['access-control-allow-origin'], reply.json<{ keys: readonly object[] }>().keys.length]).toEqual([200, '*', 1])
  expect(reply.body).not.toContain('"d"')
})
