import { afterEach, expect, test } from 'vitest'
import { instantFromMs } from '../../../shared/time.ts'
import { TOWN_ID } from '../../intake/testing.ts'
import { testDatabase } from '../../store/testing.ts'
import { aForm, fimData, linkedTown, TEST_IDENTIFIER, TEST_SCHEMA, type LinkedTown } from '../testing.ts'
import { addMapping, changeMapping, mappingById, putMappingToUse, tryMapping, type EditParts } from './edit-mappings.ts'

const open: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of open.splice(0).toReversed()) await one.close()
})

async function town(): Promise<LinkedTown & { readonly parts: () => EditParts }> {
  const database = await testDatabase()
  open.push(database)
  const linked = await linkedTown(database)
  open.push(linked)
  await linked.link.runDue()
  const now = () => instantFromMs(linked.clock.nowMs())
  return { ...linked, parts: () => ({ db: database.db, townId: TOWN_ID, byName: 'Lars Behrends', now: now() }) }
}

const SCHEMA = JSON.stringify({ properties: {
  G1: { title: 'Person', properties: { F00000001: { title: 'Vorname' }, F00000002: { title: 'Nachname' }, F00000003: { title: 'Ortschaft' }, F00000004: { title: 'E-Mail-Adresse' }, F00000009: { title: 'Familienstand' } } },
  G2: { title: 'Hund', properties: { F00000005: { title: 'Rufname des Hundes' }, F00000006: { title: 'Geburtsdatum des Hundes' }, F00000007: { title: 'Weitere Hunde' } } }, F00000008: { title: 'Wahr' },
} })
const wanted = { schemaUri: TEST_SCHEMA, serviceIdentifier: null, serviceId: 'dog-registration' as never, schema: SCHEMA, basedOn: null }

function valueOf<Value>(result: { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: { readonly code: string } }): Value {
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

test('a mapping is suggested by names, completed, tried, and used; what waited for it goes on', async () => {
  const linked = await town()
  const sent = await linked.portal.send(aForm())
  await linked.link.runDue()
  expect((await linked.state()).submissions).toMatchObject([{ id: sent.submissionId, problem: 'no-mapping', about: TEST_SCHEMA, serviceIdentifier: TEST_IDENTIFIER, expiresAt: '2026-12-07T09:00:00.000Z' }])
  const { id } = valueOf(await addMapping(linked.parts(), wanted))
  const draft = valueOf(await mappingById(linked.parts(), id))
  expect(draft).toMatchObject({ version: 1, state: 'draft', isTried: false })
  const suggested = Object.fromEntries(draft.questions.flatMap(({ path, field }) => (field === null ? [] : [[path, field]])))
  expect(suggested).toMatchObject({ 'G1/F00000001': 'firstName', 'G2/F00000005': 'dogName' })
  linked.clock.move(1_000)
  const changed = valueOf(await changeMapping(linked.parts(), { id, changedAt: draft.changedAt, fields: { ...suggested, F00000008: 'isTruthful' } }))
  expect(await putMappingToUse(linked.parts(), { id, changedAt: changed.changedAt })).toMatchObject({ ok: false, error: { code: 'portal-link/mapping-untried' } })
  const trial = valueOf(await tryMapping(linked.parts(), { id, example: JSON.stringify(fimData()) }))
  expect(trial.values).toContainEqual({ label: 'Ortschaft', value: 'Lüderitz' })
  expect(trial.others).toEqual([{ label: 'Person – Familienstand', value: 'verheiratet' }])
  expect(await putMappingToUse(linked.parts(), { id, changedAt: draft.changedAt })).toMatchObject({ ok: false, error: { code: 'portal-link/mapping-changed' } })
  valueOf(await putMappingToUse(linked.parts(), { id, changedAt: changed.changedAt }))
  await linked.link.runDue()
  expect(linked.portal.kept.submissions.get(sent.submissionId)?.settled).toBe('accepted')
  expect(await linked.state()).toMatchObject({ accepted: 1, submissions: [], mappings: [{ state: 'active', version: 1 }] })
})

test('a further version begins with the one before and takes its place; what is in use is never changed', async () => {
  const linked = await town()
  const useNow = async (basedOn: string | null, schema: string): Promise<string> => {
    linked.clock.move(1_000)
    const { id } = valueOf(await addMapping(linked.parts(), { ...wanted, basedOn, schema }))
    valueOf(await tryMapping(linked.parts(), { id, example: JSON.stringify(fimData()) }))
    valueOf(await putMappingToUse(linked.parts(), { id, changedAt: valueOf(await mappingById(linked.parts(), id)).changedAt }))
    return id
  }
  const first = await useNow(null, SCHEMA)
  const second = await useNow(first, '')
  expect((await linked.state()).mappings).toMatchObject([{ id: second, version: 2, state: 'active' }])
  const { changedAt } = valueOf(await mappingById(linked.parts(), second))
  expect(await changeMapping(linked.parts(), { id: second, changedAt, fields: {} })).toMatchObject({ ok: false, error: { code: 'portal-link/mapping-changed' } })
})

test.each([
  ['no schema', { schema: '[]' }, 'portal-link/unreadable-schema'],
  ['no JSON', { schema: '{' }, 'portal-link/unreadable-schema'],
  ['a service that the town does not have', { serviceId: 'nothing' as never }, 'portal-link/unknown-field'],
])('%s begins no mapping', async (_name, other, code) => {
  const linked = await town()
  expect(await addMapping(linked.parts(), { ...wanted, ...other })).toMatchObject({ ok: false, error: { code } })
})
