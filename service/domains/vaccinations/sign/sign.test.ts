import { beforeEach, describe, expect, test } from 'vitest'
import { sha256Hex } from '../../../../shared/canonical.ts'
import type { Change } from '../../../../shared/command.ts'
import { aDraft, aReadyVisit, aVaccination, aVaccinee, SESSION_NOW } from '../../../../shared/domains/vaccinations/testing.ts'
import type { Vaccination } from '../../../../shared/domains/vaccinations/tables.ts'
import { anActor } from '../../../../shared/domains/staff/testing.ts'
import { derivedUuid } from '../../../../shared/ids.ts'
import type { Json } from '../../../../shared/json.ts'
import { msOf } from '../../../../shared/time.ts'
import { aCommand, commandId, testPipeline } from '../../../commands/testing.ts'
import { aLog } from '../../../delivery/testing.ts'
import { createWorker, type Worker } from '../../../delivery/worker.ts'
import { commitChanges } from '../../../store/commit.ts'
import { loadRecords } from '../../../store/records.ts'
import { anOrigin, testEngines } from '../../../store/testing.ts'
import { COMPLETIONS } from '../../completions.ts'
import { effectsFor } from '../../effects.ts'
import { testService } from '../../../testing.ts'
import { townPerTest } from '../../testing.ts'
import { aVaccinationPlace } from '../testing.ts'
import { createSignatureDelivery } from './deliver-signature.ts'
import { signedContent } from './signed-content.ts'
import { createSignatureSimulator, type Fate } from './simulator.ts'

const MINUTE_MS = 60_000

describe.each(testEngines())('qualified signatures on $kind', ({ open }) => {
  const own = townPerTest(open)
  let nowMs = msOf(SESSION_NOW)
  const clock = { nowMs: () => nowMs }
  const add = (...changes: readonly Change[]) => own.database.db.transaction().execute(trx => commitChanges(trx, { ...anOrigin(), townId: own.townId }, changes))
  const get = async (id: string): Promise<Vaccination> => (await loadRecords(own.database.db, own.townId, [{ table: 'vaccinations', id }], false)).get(`vaccinations/${id}`) as Vaccination
  const send = async (label: string, name: string, input: object) => {
    const [answer] = await testPipeline(own.database, { clock, completions: COMPLETIONS, effects: effectsFor(false, true) }).run(anActor('clerk', '1', { townId: own.townId }), [aCommand(label, name, input as Json, { recordedAt: SESSION_NOW })])
    expect(answer?.kind).toBe('applied')
  }
  const documented = async (label: string): Promise<Vaccination> => {
    const visit = aReadyVisit(label, { person: aVaccinee({ givenName: label }) })
    await add({ table: 'vaccination_visits', row: visit })
    await send(label, 'vaccinations.document', { visitId: visit.id, draft: aDraft(), history: [], flags: [] })
    return get(derivedUuid(commandId(label), 'vaccination'))
  }
  const workerFor = (fateOf: () => Fate): Worker => {
    const provider = createSignatureSimulator({ clock, takesMs: MINUTE_MS, fateOf })
    return createWorker({ database: own.database, townId: own.townId, clock, deliver: new Map([['signature', createSignatureDelivery({ database: own.database, clock, provider })]]), log: aLog(), random: () => 0 })
  }
  const untilSettled = async (worker: Worker): Promise<void> => {
    for (let step = 0; step < 20; step++) {
      await worker.runDue()
      nowMs += MINUTE_MS / 4
    }
  }
  const job = () => own.database.db.selectFrom('jobs').select(['state', 'kind', 'attempts', 'payload']).where('town_id', '=', own.townId).execute()
  beforeEach(async () => {
    nowMs = msOf(SESSION_NOW)
    await add(...aVaccinationPlace())
  })

  test('the provider is asked until the person has confirmed, also when nobody was there at first; then the signature stands in the documentation', async () => {
    const before = await documented('Anna')
    const worker = workerFor(() => 'away-once')
    await worker.runDue()
    expect([(await get(before.id)).confirmation.kind, (await job()).map(({ state }) => state)]).toEqual(['awaited', ['waiting']])
    await untilSettled(worker)
    const { confirmation } = await get(before.id)
    expect(confirmation).toMatchObject({ kind: 'qualified', provider: 'Simulator (keine echte Signatur)', signature: expect.stringContaining(sha256Hex(signedContent(before))) })
    expect(await job()).toMatchObject([{ state: 'done', payload: {} }])
  })

  test('what is declined waits for a hand', async () => {
    const { id } = await documented('Anna')
    await untilSettled(workerFor(() => 'declined'))
    expect([(await get(id)).confirmation.kind, (await job()).map(({ state }) => state)]).toEqual(['awaited', ['failed']])
  })

  test('what was signed by hand or withdrawn meanwhile stays as it is', async () => {
    const [first, second] = [await documented('Anna'), await documented('Berta')]
    const worker = workerFor(() => 'signed')
    await worker.runDue()
    await send('n', 'vaccinations.note-signed', { vaccinationIds: [first.id] })
    await add({ table: 'vaccinations', row: { ...(await get(second.id)), isVoid: true } })
    await untilSettled(worker)
    expect([(await get(first.id)).confirmation.kind, (await get(second.id)).confirmation.kind]).toEqual(['by-hand', 'awaited'])
    expect((await job()).map(({ state }) => state)).toEqual(['done', 'done'])
  })

  test('a person who never confirms is not waited for for ever', async () => {
    await documented('Anna')
    const provider = { name: 'Vertrauensdienst', sign: async () => ({ state: 'pending', retryAfterMs: 24 * 60 * MINUTE_MS }) as const }
    const worker = createWorker({ database: own.database, townId: own.townId, clock, deliver: new Map([['signature', createSignatureDelivery({ database: own.database, clock, provider })]]), log: aLog(), random: () => 0 })
    for (let day = 0; day < 10; day++) {
      await worker.runDue()
      nowMs += 25 * 60 * MINUTE_MS
    }
    expect((await job()).map(({ state }) => state)).toEqual(['failed'])
  })

  test('without a provider nobody is asked', () => expect([effectsFor(true, false).has('vaccinations.document'), effectsFor(true, true).has('vaccinations.document')]).toEqual([false, true]))
})

test('a service that has a provider hands over what desks document', async () => {
  const service = await testService({ signatureProvider: 'simulator' })
  try {
    const visit = aReadyVisit()
    await service.change([...aVaccinationPlace(), { table: 'vaccination_visits', row: visit }])
    const command = aCommand('d', 'vaccinations.document', { visitId: visit.id, draft: aDraft(), history: [], flags: [] })
    const reply = await service.app.inject({ method: 'POST', url: '/v1/commands', headers: await service.bearer('clerk.ordnung'), payload: { commands: [command] } })
    expect(reply.json()).toMatchObject({ answers: [{ kind: 'applied' }] })
    expect(await service.outgoing.worker.runDue()).toBe(1)
    expect(await service.database.db.selectFrom('jobs').select(['kind', 'state']).execute()).toEqual([{ kind: 'signature', state: 'waiting' }])
  } finally {
    await service.close()
  }
})

test('what is signed does not change with what happens afterwards', () => {
  const record = aVaccination()
  expect(signedContent({ ...record, version: 9, scope: 'health-archive:ordnung', seal: 'x', confirmation: { kind: 'by-hand', at: SESSION_NOW, notedByName: 'x' } })).toBe(signedContent(record))
  expect(signedContent({ ...record, lot: 'AB124' })).not.toBe(signedContent(record))
})
