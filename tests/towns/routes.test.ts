import type { InjectOptions } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DESKS, isOpen, MATRIX_LOGINS } from '../../service/http/testing.ts'
import { TEST_APPLICATION, TEST_FILE } from '../../service/testing.ts'
import { contentHash, sha256Hex } from '../../shared/canonical.ts'
import { UNMARKED } from '../../shared/domains/applications/new-file.ts'
import { aStaffAccount } from '../../shared/domains/staff/testing.ts'
import { aVaccination } from '../../shared/domains/vaccinations/testing.ts'
import { AccountId, AttachmentId, derivedUuid, PersonId } from '../../shared/ids.ts'
import type { RowOf } from '../../shared/tables.ts'
import { aRecall, BEGUN, begunIn } from './foreign-records.ts'
import { DESTINATION, FOREIGN, told, twoTowns, type Told, type TwoTowns } from './two-towns.ts'

let towns: TwoTowns
beforeAll(async () => {
  towns = await twoTowns()
  await towns.foreign.change([{ table: 'vaccination_recalls', row: RECALL }, { table: 'attachments', row: LETTER }])
  await towns.foreign.database.db.insertInto('fit_connect_mappings').values({
    town_id: FOREIGN, id: MAPPING, schema_uri: 'urn:schema', service_identifier: null, service_id: 'dog-registration', form_version: 1, mapping_version: 1, state: 'draft', labels: '{}', fields: '{}', fixed: '{}', tried_at: null,
    changed_at: TEST_APPLICATION.receivedAt, changed_by_name: 'Lars Behrends',
  }).execute()
  await begunIn(towns.foreign, FOREIGN, TEST_APPLICATION.personId)
  const command = { id: COMMAND, name: 'messages.send', version: 1, basedOn: [], after: [], recordedAt: TEST_APPLICATION.receivedAt, input: { applicationId: TEST_APPLICATION.id, subject: 'Frage', text: 'Bitte senden Sie den Nachweis.' } }
  await told(towns.foreign, { method: 'POST', url: '/v1/commands', payload: { commands: [command] } }, await towns.foreign.bearer('clerk.ordnung'))
  await towns.foreign.change([{ table: 'staff', row: ONLY_THERE }])
  await told(towns.foreign, { url: `/v1/session?desk=${DESK}` }, await towns.foreign.bearer('clerk.ordnung'))
})
afterAll(() => towns.close())

/** Rows of the matrix that name an id nobody has, asked about one that the foreign town has. */
const NAMED: Readonly<Record<string, () => InjectOptions>> = {
  'GET /v1/commands/:id': () => ({ url: `/v1/commands/${COMMAND}` }),
  'GET /v1/privacy/people/:id/export': () => ({ url: `/v1/privacy/people/${TEST_APPLICATION.personId}/export` }),
  'POST /v1/letters/:letterId/proof': () => ({ method: 'POST', url: `/v1/letters/${LETTER.id}/proof`, payload: {} }),
  'POST /v1/portal-link/destinations/:id/keys': () => ({ method: 'POST', url: `/v1/portal-link/destinations/${DESTINATION}/keys`, payload: { purpose: 'signing' } }),
  'PUT /v1/portal-link/destinations/:id/keys/:kid/known': () => ({ method: 'PUT', url: `/v1/portal-link/destinations/${DESTINATION}/keys/${MAPPING}/known`, payload: {} }),
  'GET /v1/staff/accounts/:accountId/duties': () => ({ url: `/v1/staff/accounts/${ONLY_THERE.id}/duties` }),
  'POST /v1/staff/accounts/:accountId/password': () => ({ method: 'POST', url: `/v1/staff/accounts/${ONLY_THERE.id}/password`, payload: {} }),
  'POST /v1/staff/devices/:deskId/cut-off': () => ({ method: 'POST', url: `/v1/staff/devices/${DESK}/cut-off`, payload: {} }),
  'POST /v1/staff/devices/:deskId/allow': () => ({ method: 'POST', url: `/v1/staff/devices/${DESK}/allow`, payload: {} }),
  'GET /v1/portal-link/mappings/:id': () => ({ url: `/v1/portal-link/mappings/${MAPPING}` }),
  'PUT /v1/portal-link/mappings/:id': () => ({ method: 'PUT', url: `/v1/portal-link/mappings/${MAPPING}`, payload: { changedAt: '2026-11-22T09:00:00.000Z', fields: {} } }),
  'POST /v1/portal-link/mappings/:id/trial': () => ({ method: 'POST', url: `/v1/portal-link/mappings/${MAPPING}/trial`, payload: { example: '{}' } }),
  'POST /v1/portal-link/mappings/:id/use': () => ({ method: 'POST', url: `/v1/portal-link/mappings/${MAPPING}/use`, payload: { changedAt: '2026-11-22T09:00:00.000Z' } }),
  'PUT /v1/people/merges/:id': () => ({ method: 'PUT', url: `/v1/people/merges/${BEGUN.merge}`, payload: { fromId: TEST_APPLICATION.personId, intoId: MAPPING, reason: 'Dieselbe Person' } }),
  'PUT /v1/people/merges/:id/undone': () => ({ method: 'PUT', url: `/v1/people/merges/${BEGUN.merge}/undone`, payload: { reason: 'Doch nicht' } }),
  'POST /v1/service-exchange/imports/:id/undone': () => ({ method: 'POST', url: `/v1/service-exchange/imports/${BEGUN.import}/undone`, payload: {} }),
  'PUT /v1/privacy/deletions/:id': () => ({ method: 'PUT', url: `/v1/privacy/deletions/${BEGUN.deletion}`, payload: { fingerprint: contentHash([]) } }),
  'PUT /v1/protection/requests/:id/extended': () => ({ method: 'PUT', url: `/v1/protection/requests/${BEGUN.request}/extended`, payload: { reason: 'Viele Akten' } }),
  'PUT /v1/protection/requests/:id/answered': () => ({ method: 'PUT', url: `/v1/protection/requests/${BEGUN.request}/answered`, payload: { outcome: 'granted', answer: '', answeredOn: '2026-11-22' } }),
  'POST /v1/vaccinations/deletions/:id/release': () => ({ method: 'POST', url: `/v1/vaccinations/deletions/${BEGUN.healthDeletion}/release`, payload: {} }),
  'POST /v1/vaccinations/recalls/:recallId/persons': () => ({ method: 'POST', url: `/v1/vaccinations/recalls/${RECALL.id}/persons`, payload: { after: null, limit: 10 } }),
  'POST /v1/vaccinations/recalls/:recallId/letters': () => ({ method: 'POST', url: `/v1/vaccinations/recalls/${RECALL.id}/letters`, payload: { vaccinationIds: [aVaccination().id] } }),
}
/** In these the id is that of something new, which whoever asks makes up. */
const MADE_UP: readonly string[] = ['PUT /v1/vaccinations/deletions/:id', 'PUT /v1/people/choices/:id', 'PUT /v1/people/secrecy/:id', 'PUT /v1/audit/verifications/:id', 'PUT /v1/protection/requests/:id']
const ROWS = Object.entries(DESKS).map(([name, { request }]): readonly [string, { readonly request: () => InjectOptions }] => [name, { request: NAMED[name] ?? request }])
const COMMAND = derivedUuid('test/towns', 'command')
const RECALL = aRecall()
const MAPPING = derivedUuid('test/towns', 'mapping')
const DESK = derivedUuid('test/towns', 'desk')
const ONLY_THERE = aStaffAccount({ id: AccountId.parse(derivedUuid('test/towns', 'account')), personId: PersonId.parse(derivedUuid('test/towns', 'person')), version: 0, login: 'only.there', name: 'Nur Dort' })
const LETTER: RowOf<'attachments'> = {
  id: AttachmentId.parse(derivedUuid('test/towns', 'letter')), scope: TEST_APPLICATION.scope, version: 0, applicationId: TEST_APPLICATION.id, filename: 'Bescheid.pdf', mediaType: 'application/pdf', size: TEST_FILE.length, sha256: sha256Hex(TEST_FILE),
  addedAt: TEST_APPLICATION.receivedAt, kind: 'letter', ...UNMARKED,
}
const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g
/** What of these answers is another one each time: how far the database is as a whole, who signed, under which number the log has it. */
const OF_THE_MOMENT: Readonly<Record<string, (body: string) => string>> = {
  'GET /v1/snapshot': body => body.split('\n').filter(line => !line.startsWith('{"kind":"head"')).join('\n'),
  'GET /v1/service-exchange/file': body => JSON.stringify(JSON.parse(body, (key, value: unknown) => (key === 'signature' || key === 'key' ? undefined : value))),
  'POST /v1/town-setup/test-mail': body => body.replaceAll(UUID, ''),
  'GET /v1/audit/entries/:position': withoutSums,
  'GET /v1/audit/state': withoutProgress,
  'PUT /v1/audit/verifications/:id': withoutProgress,
  // Signed and packed; that it holds the own town alone says the test of the export.
  'POST /v1/audit/export': body => (body.startsWith('PK') ? 'a file' : body),
}
function withoutSums(body: string): string {
  return body.replaceAll(/[0-9a-f]{64}/g, '')
}
/** How far a verification is; what it finds is tried where it is made. */
function withoutProgress(body: string): string {
  return JSON.stringify(JSON.parse(body, (key, value: unknown) => (key === 'verification' || key === 'state' || key === 'done' || key === 'of' || key === 'endedAt' || key === 'verdict' ? undefined : value)))
}
const comparable = (name: string, { status, body }: Told): Told => ({ status, body: OF_THE_MOMENT[name]?.(body) ?? body })

test('every route of signed-in people is asked here', () => {
  const names = towns.own.routes.map(({ method, url }) => `${method} ${url}`)
  expect(names.filter(name => !isOpen(name) && !Object.hasOwn(DESKS, name))).toEqual([])
})

test.each(ROWS)('%s: with a sign-in of one town nobody gets into the other', async (_, { request }) => {
  for (const login of MATRIX_LOGINS) {
    const [atHome, elsewhere] = [await towns.own.bearer(login), await towns.foreign.bearer(login)]
    const plain = { ...request(), payloadAsStream: false }
    expect(await told(towns.foreign, plain, atHome)).toMatchObject({ status: 401 })
    expect(await told(towns.own, plain, elsewhere)).toMatchObject({ status: 401 })
  }
})

test.each(ROWS)('%s: what is another town’s is as if it had never been', async (name, { request }) => {
  const before = await positionOf('stendal')
  for (const login of MATRIX_LOGINS) {
    const asked = request()
    const [here, nowhere] = [await told(towns.own, asked, await towns.own.bearer(login)), await told(towns.alone, asked, await towns.alone.bearer(login))]
    expect([login, comparable(name, here)]).toEqual([login, comparable(name, nowhere)])
  }
  expect(await positionOf('stendal')).toBe(before)
})

test.each(['town', 'department:ordnung', 'department:bau', 'channel:ordnung', 'cards:ordnung', 'health:ordnung'])('a first load of %s holds no row of another town', async scope => {
  for (const login of MATRIX_LOGINS) {
    const request = { url: `/v1/snapshot?scope=${scope}` }
    const [here, nowhere] = [await told(towns.own, request, await towns.own.bearer(login)), await told(towns.alone, request, await towns.alone.bearer(login))]
    expect([login, comparable('GET /v1/snapshot', here)]).toEqual([login, comparable('GET /v1/snapshot', nowhere)])
    expect(here.body).not.toContain(FOREIGN)
  }
})

test('where the records are they are found: nobody was asked about nothing', async () => {
  const weak: string[] = []
  for (const [name, { request }] of ROWS.filter(([route]) => route.includes(':') && !MADE_UP.includes(route))) {
    const answers = await Promise.all(MATRIX_LOGINS.map(async login => {
      const asked = request()
      return [await told(towns.foreign, asked, await towns.foreign.bearer(login)), await told(towns.own, asked, await towns.own.bearer(login))]
    }))
    if (answers.every(([there, here]) => JSON.stringify(there) === JSON.stringify(here))) weak.push(name)
  }
  expect(weak).toEqual([])
})

async function positionOf(town: string): Promise<number> {
  const head = await towns.own.database.db.selectFrom('town_heads').select('position').where('town_id', '=', town as never).executeTakeFirstOrThrow()
  return head.position
}
