import { afterEach, beforeEach, expect, test } from 'vitest'
import { aForm, aTownService } from '../../../shared/domains/applications/testing.ts'
import { TemplateId } from '../../../shared/domains/letters/tables.ts'
import { aTemplate } from '../../../shared/domains/letters/testing.ts'
import { TownId } from '../../../shared/ids.ts'
import type { ExchangeLook, ServiceFile } from '../../../shared/wire/service-exchange.ts'
import { testService, type TestService } from '../../testing.ts'

let giving: TestService
let taking: TestService
beforeEach(async () => {
  giving = await testService()
  await giving.change([{ table: 'services', row: aTownService({ contact: { name: 'Katrin Sommer', telephone: '03935 1', email: 'k@example.org', room: '1' } }) }, { table: 'letter_templates', row: aTemplate() }])
  taking = await testService({ townId: TownId.parse('stendal'), townName: 'Stendal' }, { filled: 'staff' })
})
afterEach(async () => {
  await giving.close()
  await taking.close()
})

const SERVICE = aTownService().id

interface Answer extends ServiceFile, ExchangeLook {
  readonly id: string
  readonly drafts: number
  readonly code: string
}

async function ask(service: TestService, method: 'GET' | 'POST', path: string, payload?: object) {
  const reply = await service.app.inject({ method, url: `/v1/service-exchange/${path}`, headers: await service.bearer('administrator'), ...(payload ? { payload } : {}) })
  return { status: reply.statusCode, body: reply.json<Answer>() }
}
const fileOf = async (service: TestService): Promise<string> => JSON.stringify((await ask(service, 'GET', 'file')).body)
const lookAt = async (file: string): Promise<ExchangeLook> => (await ask(taking, 'POST', 'look', { file })).body
const take = (file: string, more: object = {}) => ask(taking, 'POST', 'imports', { file, services: [SERVICE], templates: [aTemplate().id], departmentId: 'bau', ...more })
const draft = async () => (await taking.database.db.selectFrom('service_drafts').select(['content', 'settled_at', 'based_on']).where('town_id', '=', TownId.parse('stendal')).execute())[0]

test('what another town offers is looked at, becomes drafts of one’s own, and goes again in one go', async () => {
  const file = await fileOf(giving)
  expect(file).not.toMatch(/Katrin|k@example|03935|ordnung|personId/)
  const look = await lookAt(file)
  expect(look).toMatchObject({ from: 'Tangerhütte', services: [{ id: SERVICE, standing: 'new' }], templates: [{ id: aTemplate().id, standing: 'new' }] })
  expect(await draft()).toBeUndefined()

  const taken = await take(file)
  expect(taken).toMatchObject({ status: 200, body: { drafts: 2 } })
  expect(await draft()).toMatchObject({ based_on: null, settled_at: null, content: { departmentId: 'bau', contact: null, title: aTownService().title, form: { schema: aForm().schema } } })
  expect(await lookAt(file)).toMatchObject({ services: [{ standing: 'clash' }], templates: [{ standing: 'clash' }] })
  expect((await take(file)).body.code).toBe('service-exchange/being-written')

  expect((await ask(taking, 'POST', `imports/${taken.body.id}/undone`, {})).body).toEqual({ undone: 2, kept: 0 })
  expect((await draft())?.settled_at).not.toBeNull()
  expect((await ask(taking, 'POST', `imports/${taken.body.id}/undone`, {})).status).toBe(409)
  expect(await lookAt(file)).toMatchObject({ services: [{ standing: 'new' }] })
})

test('what is there already is the same, or changed in what is told; department and contact stay one’s own', async () => {
  await taking.change([{ table: 'services', row: aTownService({ departmentId: 'bau' as never, legalBasis: 'Satzung der Stadt Stendal' }) }, { table: 'forms', row: aForm() }, { table: 'letter_templates', row: aTemplate() }])
  const file = await fileOf(giving)
  expect(await lookAt(file)).toMatchObject({ services: [{ standing: 'changed', changes: [{ part: 'legalBasis', here: 'Satzung der Stadt Stendal', there: aTownService().legalBasis }], questions: [] }], templates: [{ standing: 'same', changes: [] }] })
  await take(file, { templates: [], departmentId: 'ordnung' })
  expect(await draft()).toMatchObject({ based_on: expect.stringMatching(/^[0-9a-f]{64}$/), content: { departmentId: 'bau', contact: null, legalBasis: aTownService().legalBasis } })
})

test('of two who take the same over at once one gets the drafts, and the other is told that they are being written', async () => {
  const file = await fileOf(giving)
  const taken = await Promise.all([take(file), take(file)])
  expect(taken.toSorted((one, other) => one.status - other.status).map(({ status, body }) => [status, body.drafts, body.code])).toEqual([[200, 2, undefined], [409, undefined, 'service-exchange/being-written']])
  expect(await taking.database.db.selectFrom('service_imports').select('id').execute()).toHaveLength(1)
})

test('more than another town could read is refused where it is written', async () => {
  const long = { ...aTemplate(), paragraphs: Array.from({ length: 20 }, () => 'x'.repeat(7_000)) }
  await giving.change(Array.from({ length: 10 }, (_, index) => ({ table: 'letter_templates', row: { ...long, id: TemplateId.parse(`template-${index}`) } }) as const))
  expect((await ask(giving, 'GET', 'file')).body.code).toBe('service-exchange/too-much')
})

test('a draft in which somebody has written since is left to them', async () => {
  const { body: { id } } = await take(await fileOf(giving), { templates: [] })
  const [row] = (await taking.database.db.selectFrom('feed').select('row').where('town_id', '=', TownId.parse('stendal')).where('table_name', '=', 'service_drafts').execute())
  await taking.change([{ table: 'service_drafts', row: { ...JSON.parse(row?.row ?? '{}'), version: 0 } }])
  expect((await ask(taking, 'POST', `imports/${id}/undone`, {})).body).toEqual({ undone: 0, kept: 1 })
  expect((await draft())?.settled_at).toBeNull()
})

test('a file with a single other letter, of another key, of another version or of anything else is refused', async () => {
  const file = await fileOf(giving)
  const other = JSON.parse(await fileOf(taking)) as ServiceFile
  const whole = JSON.parse(file) as ServiceFile
  const altered = JSON.stringify({ ...whole, content: { ...whole.content, from: 'Tangermünde' } })
  for (const [given, code] of [[altered, 'altered'], [JSON.stringify({ ...whole, key: other.key }), 'altered'], [JSON.stringify({ ...whole, signature: other.signature }), 'altered'],
    [JSON.stringify({ ...whole, content: { ...whole.content, version: 2, news: [] } }), 'newer'], [await fileOf(taking), 'own-town'], [JSON.stringify({ ...whole, content: { ...whole.content, version: 0 } }), 'unreadable'], ['{"a":', 'unreadable'], [JSON.stringify({ ...whole, more: 1 }), 'unreadable']] as const)
    expect((await ask(taking, 'POST', 'look', { file: given })).body.code).toBe(`service-exchange/${code}`)
  const { app } = taking
  const large = await app.inject({ method: 'POST', url: '/v1/service-exchange/look', headers: await taking.bearer('administrator'), payload: { file: 'x'.repeat(30_000_000) } })
  expect([large.statusCode, large.json<{ readonly code: string }>().code]).toEqual([413, 'request/too-large'])
  expect((await ask(taking, 'POST', 'look', { file: `{"a":"${'x'.repeat(1_150_000)}"}` })).body.code).toBe('service-exchange/unreadable')
  expect((await take(file, { services: [], templates: [] })).body.code).toBe('service-exchange/nothing-chosen')
  expect((await take(file, { departmentId: 'nirgends' })).body.code).toBe('applications/unknown-department')
})
