import { afterEach, expect, test } from 'vitest'
import { startPortal, type PortalSimulator } from '../../demo/fit-connect/portal.ts'
import { TownId } from '../../../shared/ids.ts'
import { instantFromMs } from '../../../shared/time.ts'
import { linkState } from '../desk/link-state.ts'
import { testService, type TestService } from '../../testing.ts'

const open: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of open.splice(0).toReversed()) await one.close()
})

const NOW = Date.UTC(2026, 10, 22, 9, 0)

async function linked(): Promise<{ readonly service: TestService; readonly portal: PortalSimulator; readonly call: (came: ReturnType<PortalSimulator['callback']>) => Promise<number>; readonly refusals: () => Promise<readonly string[]> }> {
  const portal = await startPortal({ nowMs: () => NOW })
  const service = await testService(portal.settings)
  open.push(portal, service)
  return {
    portal, service,
    call: async ({ headers, body }) => (await service.app.inject({ method: 'POST', url: '/fit-connect/callback', headers, payload: body })).statusCode,
    refusals: async () => (await linkState({ db: service.database.db, townId: TownId.parse('tangerhuette'), isLinked: true, areKeysByHand: false, destinations: [], now: instantFromMs(NOW) })).refusals.map(({ code, about, times }) => `${code} ${about} ${times}`).toSorted(),
  }
}

const news = (destinationId: string) => ({ type: 'https://schema.fitko.de/fit-connect/submission-api/callbacks/new-submissions', submissions: [{ destinationId, submissionId: '0192a000-0000-4000-8000-000000000001', caseId: '0192a000-0000-4000-8000-000000000002' }] })

test('a callback is believed once, when it is signed, young, and about a destination of the town', async () => {
  const { portal, call, refusals } = await linked()
  const [destination = ''] = portal.settings.fitConnectDestinations
  const genuine = portal.callback(news(destination))
  expect(await call(genuine)).toBe(200)
  expect(await call(genuine)).toBe(401)
  expect(await call(portal.callback(news(destination), NOW - 5 * 60_000 - 1_000))).toBe(401)
  expect(await call({ ...portal.callback({ ...news(destination), a: 1 }), body: JSON.stringify(news(destination)) })).toBe(401)
  expect(await call({ headers: { 'content-type': 'application/json' }, body: '{}' })).toBe(401)
  const foreign = '0192a000-0000-4000-8000-0000000000ff'
  expect(await call(portal.callback(news(foreign)))).toBe(401)
  expect(await call({ ...portal.callback({ type: 1 }) })).toBe(401)
  expect(await refusals()).toEqual(['callback-forged  2', 'callback-old  1', 'callback-replayed  1', 'callback-unreadable  1', `unknown-destination ${foreign} 1`])
})

test('nobody may call a town that has no secret for it', async () => {
  const service = await testService()
  open.push(service)
  const { statusCode } = await service.app.inject({ method: 'POST', url: '/fit-connect/callback', headers: { 'content-type': 'application/json' }, payload: '{}' })
  expect(statusCode).toBe(404)
})
