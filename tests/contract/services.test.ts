import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { getEffective } from '../../main/core/cache/rows.ts'
import { draftOf, offerHash, type DraftContent } from '../../shared/domains/applications/service-draft.ts'
import { aForm, aTownService } from '../../shared/domains/applications/testing.ts'
import { DepartmentId, ServiceId } from '../../shared/ids.ts'
import type { JsonObject } from '../../shared/json.ts'
import { openDesk, settled, until, type LiveDesk } from '../sync/support/desk.ts'
import { startTown, type TestTown } from '../sync/support/town.ts'
import { createWeather } from '../sync/support/weather.ts'

let town: TestTown
let administrator: LiveDesk
let clerk: LiveDesk

const SERVICE = ServiceId.parse('dog-registration')
const ANSWERS = { lastName: 'Großkopf', dogName: 'Bello' }
const offered = { service: aTownService({ version: 0 }), form: aForm({ version: 0 }) }

beforeAll(async () => {
  town = await startTown()
  await town.change([
    { table: 'departments', row: { id: DepartmentId.parse('ordnung'), scope: 'town', version: 0, name: 'Ordnung', position: 1, letterhead: null, closedAt: null } },
    { table: 'services', row: offered.service }, { table: 'forms', row: offered.form },
  ])
  await town.grant('anna', 'administrator')
  administrator = await openDesk(town.url, 'anna', createWeather())
  clerk = await openDesk(town.url, 'bernd', createWeather())
  await Promise.all([settled(administrator), settled(clerk)])
})

afterAll(async () => {
  await Promise.all([administrator.close(), clerk.close()])
  await town.close()
})

async function ask(method: 'GET' | 'POST', path: string, body?: object): Promise<{ readonly status: number; readonly body: JsonObject }> {
  const response = await fetch(`${town.url}${path}`, { method, ...(body ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : {}) })
  return { status: response.status, body: await response.json() as JsonObject }
}

const apply = (formVersion: number, form: JsonObject = ANSWERS, serviceId: string = SERVICE) =>
  ask('POST', '/public/v1/submissions', { key: randomUUID(), serviceId, formVersion, form, attachments: [] })

const formAt = ({ cache }: LiveDesk, id: string) => getEffective(cache.db, 'forms', id)
const arrived = (question: () => boolean) => until(question, clerk.sync.changes, clerk.sync.status)

const ready: DraftContent = { ...draftOf(offered), retention: { months: 120, basis: 'Abgabenordnung' }, steps: [{ key: 'check', title: { de: 'Prüfen', en: 'Check' }, role: 'clerk', isRequired: true }] }

/** One more question: the breed. */
const withBreed = (content: DraftContent): DraftContent => ({
  ...content,
  form: {
    ...content.form,
    schema: { ...content.form.schema, properties: { ...(content.form.schema['properties'] as JsonObject), breed: { type: 'string', maxLength: 60 } } },
    sections: content.form.sections.map(section => ({ ...section, fields: [...section.fields, { key: 'breed', label: { de: 'Rasse', en: 'Breed' }, help: null }] })),
    sortable: ['breed'],
  },
})

async function publish(serviceId: ServiceId, content: DraftContent, basedOn: string | null): Promise<void> {
  expect(administrator.sync.submit('services.begin-draft', { serviceId, departmentId: 'ordnung', content, basedOn })).toMatchObject({ ok: true })
  expect(await administrator.sync.run('services.publish', { serviceId })).toMatchObject({ ok: true })
}

test('a new version of a form is at the portal at once and on every desk by sync; cases keep theirs, and an old form is refused by name', async () => {
  const before = await apply(1)
  expect(before.status).toBe(201)
  await publish(SERVICE, withBreed(ready), offerHash(offered))
  expect((await ask('GET', `/public/v1/services/${SERVICE}/form`)).body).toMatchObject({ formVersion: 2, schema: { properties: { breed: {} } } })
  await arrived(() => formAt(clerk, 'dog-registration@2') !== undefined)
  expect(formAt(clerk, 'dog-registration@2')?.sortable).toEqual(['breed'])
  expect(await apply(1)).toMatchObject({ status: 409, body: { code: 'intake/wrong-form-version', facts: { sent: 1, current: 2, field: 'Rasse' } } })
  const after = await apply(2, { ...ANSWERS, breed: 'Dackel' })
  const idOf = ({ body }: typeof before): string => (typeof body['applicationId'] === 'string' ? body['applicationId'] : '')
  await arrived(() => getEffective(clerk.cache.db, 'applications', idOf(after)) !== undefined)
  expect([before, after].map(receipt => getEffective(clerk.cache.db, 'applications', idOf(receipt))?.formId)).toEqual(['dog-registration@1', 'dog-registration@2'])
  expect(clerk.cache.db.prepare('SELECT title, is_required FROM tasks WHERE application_id = ?').all(idOf(after))).toEqual([{ title: 'Prüfen', is_required: 1 }])
})

test('a brand-new service reaches portal and desks without a new program, and is refused by name once withdrawn', async () => {
  const id = ServiceId.parse('bench-sponsoring')
  await publish(id, { ...ready, title: { de: 'Patenschaft für eine Bank', en: 'Sponsoring a bench' } }, null)
  await arrived(() => getEffective(clerk.cache.db, 'services', id) !== undefined)
  expect((await ask('GET', '/public/v1/services')).body['services']).toContainEqual(expect.objectContaining({ id, formVersion: 1 }))
  expect((await apply(1, ANSWERS, id)).status).toBe(201)
  await until(() => getEffective(administrator.cache.db, 'services', id) !== undefined, administrator.sync.changes)
  expect(await administrator.sync.run('services.withdraw', { serviceId: id })).toMatchObject({ ok: true })
  expect(await apply(1, ANSWERS, id)).toMatchObject({ status: 410, body: { code: 'intake/service-withdrawn' } })
  await arrived(() => getEffective(clerk.cache.db, 'services', id)?.active === false)
  expect((await ask('GET', '/public/v1/services')).body['services']).not.toContainEqual(expect.objectContaining({ id }))
})

test('what loosens who decides is published by a second person: not by its author, but by a lead of the department', async () => {
  const lead = await openDesk(town.url, 'carla', createWeather())
  try {
    await settled(lead)
    await until(() => getEffective(administrator.cache.db, 'services', SERVICE)?.formVersion === 2, administrator.sync.changes)
    const current = { service: getEffective(administrator.cache.db, 'services', SERVICE) ?? offered.service, form: formAt(administrator, 'dog-registration@2') ?? offered.form }
    const content: DraftContent = { ...draftOf(current), releaseMode: 'single-by-service' }
    expect(administrator.sync.submit('services.begin-draft', { serviceId: SERVICE, departmentId: 'ordnung', content, basedOn: offerHash(current) })).toMatchObject({ ok: true })
    expect(await administrator.sync.run('services.publish', { serviceId: SERVICE })).toMatchObject({ ok: false, error: { code: 'services/needs-second-person' } })
    await settled(administrator)
    await until(() => getEffective(lead.cache.db, 'service_drafts', SERVICE)?.settledAt === null, lead.sync.changes)
    expect(await lead.sync.run('services.publish', { serviceId: SERVICE })).toMatchObject({ ok: true })
    await arrived(() => getEffective(clerk.cache.db, 'services', SERVICE)?.releaseMode === 'single-by-service')
  } finally {
    await lead.close()
  }
})

test('a clerk changes no service, and what is incomplete is refused by the service too', async () => {
  expect(clerk.sync.submit('services.begin-draft', { serviceId: SERVICE, departmentId: 'ordnung', content: ready, basedOn: null }))
    .toEqual({ ok: false, error: { code: 'commands/not-allowed' } })
  await until(() => getEffective(administrator.cache.db, 'services', SERVICE)?.formVersion === 2, administrator.sync.changes)
  const id = ServiceId.parse('half-a-service')
  administrator.sync.submit('services.begin-draft', { serviceId: id, departmentId: 'ordnung', content: { ...ready, retention: null }, basedOn: null })
  expect(await administrator.sync.run('services.publish', { serviceId: id })).toMatchObject({ ok: false, error: { code: 'services/incomplete', facts: { field: 'retention' } } })
})
