import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Bilingual } from '../../shared/json.ts'
import { isCrestSize, MOST_CREST_KB, TownCrest, type TownSetup } from '../../shared/wire/town-setup.ts'
import { createAccounts } from '../identity/accounts.ts'
import { TEST_TOWN, testService, type TestService } from '../testing.ts'
import { createTestMail } from './test-mail.ts'

let service: TestService
beforeEach(async () => {
  service = await testService({}, { filled: 'staff' })
})
afterEach(() => service.close())

interface Answer extends TownSetup {
  readonly firstPassword: string
  readonly code: string
  readonly message: Bilingual
}

async function ask(method: 'GET' | 'POST' | 'PUT', path: string, payload?: object) {
  const reply = await service.app.inject({ method, url: `/v1/town-setup${path}`, headers: await service.bearer('administrator'), ...(payload ? { payload } : {}) })
  return { status: reply.statusCode, body: reply.json<Answer>() }
}
const refused = async (path: string, payload: object): Promise<string> => (await ask('POST', path, payload)).body.code
const JANA = { login: 'jana.weiss', name: 'Jana Weiß', grants: [{ role: 'clerk', departmentId: 'kultur' }] }

test('a department and somebody in it are added, who can sign in at once with the password shown', async () => {
  expect(await refused('/people', JANA)).toBe('applications/unknown-department')
  const { body } = await ask('POST', '/departments', { id: 'kultur', name: 'Kulturamt' })
  expect(body.departments.at(-1)).toEqual({ id: 'kultur', name: 'Kulturamt', hasLetterhead: false })
  for (const again of [{ id: 'kultur', name: 'Kultur' }, { id: 'kultur-2', name: 'kulturamt' }]) expect(await refused('/departments', again)).toBe('town-setup/known-department')

  const added = await ask('POST', '/people', JANA)
  expect(added).toMatchObject({ status: 200, body: { firstPassword: expect.stringMatching(/^[\w-]{20}$/) } })
  const accounts = createAccounts(service.database.db, TEST_TOWN)
  expect(await accounts.checkPassword('jana.weiss', added.body.firstPassword)).toMatchObject({ login: 'jana.weiss', name: 'Jana Weiß' })
  expect(await refused('/people', { ...JANA, login: 'Jana.Weiss' })).toBe('town-setup/known-login')
  expect((await ask('GET', '')).body.accounts).toBe(body.accounts + 1)
  const written = (await service.database.db.selectFrom('audit_log').select('entry').execute()).map(({ entry }) => entry).join()
  expect(written).toMatch(/town-setup\.add-department.*town-setup\.add-person/s)
  expect(written).not.toContain(added.body.firstPassword)
})

test('a role of a department needs one, and one of the whole town has none', async () => {
  const wrong = [{ role: 'lead', departmentId: null }, { role: 'physician', departmentId: null }, { role: 'administrator', departmentId: 'bau' }]
  const clerk = { role: 'clerk', departmentId: 'bau' }
  for (const grants of [...wrong.map(grant => [grant]), ...wrong.map(grant => [clerk, grant]), [clerk, clerk], []]) expect(await refused('/people', { ...JANA, grants })).toBe('request/invalid')
})

test('one person has several tasks from the first day, also that of a physician; of an unknown department nothing is given', async () => {
  const grants = [{ role: 'clerk', departmentId: 'ordnung' }, { role: 'physician', departmentId: 'ordnung' }, { role: 'lead', departmentId: 'bau' }, { role: 'officer', departmentId: null }]
  expect(await refused('/people', { ...JANA, grants: [...grants, { role: 'lead', departmentId: 'kultur' }] })).toBe('applications/unknown-department')
  expect(await ask('POST', '/people', { ...JANA, grants })).toMatchObject({ status: 200 })
  expect((await service.database.db.selectFrom('staff').select('grants').where('login', '=', JANA.login).executeTakeFirstOrThrow()).grants).toEqual(grants)
})

test('what fits by its size can be sent, and a drawing that grows beyond it when it is cleaned is refused with the limit', async () => {
  const fits = (bytes: number) => [isCrestSize(bytes), TownCrest.safeParse({ kind: 'png', base64: Buffer.alloc(bytes).toString('base64') }).success]
  expect([fits(MOST_CREST_KB * 1024), fits(MOST_CREST_KB * 1024 + 3)]).toEqual([[true, true], [false, false]])
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><title>${'>'.repeat(200_000)}</title><path d="M0 0h1"/></svg>`
  const { status, body } = await ask('PUT', '/branding', { colour: '#0b4f8a', crest: { kind: 'svg', base64: Buffer.from(drawing).toString('base64') } })
  expect({ status, body }).toMatchObject({ status: 413, body: { code: 'town-setup/crest-too-large', facts: { most: MOST_CREST_KB } } })
  // The file itself is small enough, and nobody is told otherwise.
  expect(body.message).toEqual({ de: expect.stringMatching(/^Dieses Wappen .*bereinigt/), en: expect.stringMatching(/^This crest .*cleaned/) })
  expect(await service.database.db.selectFrom('town_brandings').selectAll().execute()).toEqual([])
})

test('only an e-mail that the mail server took counts as one that was tried', async () => {
  expect(await refused('/test-mail', { to: 'lars@example.org' })).toBe('town-setup/mail-unreachable')
  expect((await ask('GET', '')).body.mailTestedAt).toBeNull()
})

test('a test e-mail names the town and is another one each time', async () => {
  const sent: { readonly messageId: string; readonly to: string; readonly from: string; readonly text: string }[] = []
  const sender = { townName: 'Tangerhütte', from: 'rathaus@tangerhuette.example' }
  const send = createTestMail({ townId: TEST_TOWN, sender, transport: { send: async mail => { sent.push(mail); return sent.length > 1 ? 'refused-for-good' : 'accepted' }, close: () => undefined } })
  expect([await send('lars@example.org'), await send('lars@example.org')]).toEqual(['accepted', 'refused-for-good'])
  expect(sent[0]).toMatchObject({ to: 'lars@example.org', from: sender.from, text: expect.stringContaining('Tangerhütte') })
  expect(sent[0]?.messageId).not.toBe(sent[1]?.messageId)
  const broken = createTestMail({ townId: TEST_TOWN, sender, transport: { send: () => Promise.reject(new Error('connection refused')), close: () => undefined } })
  expect(await broken('lars@example.org')).toBe('unreachable')
})
