import { afterEach, expect, test } from 'vitest'
import type { PortalLinkState } from '../../../shared/wire/portal-link.ts'
import { testService } from '../../testing.ts'
import { TEST_DESTINATION, TEST_LINK } from '../testing.ts'

const open: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of open.splice(0).toReversed()) await one.close()
})

async function administrator(settings: object = {}) {
  const town = await testService({ ...TEST_LINK, ...settings })
  open.push(town)
  const headers = await town.bearer('administrator')
  const ask = async (method: 'GET' | 'POST' | 'PUT', path: string, payload?: object) => {
    const answer = await town.app.inject({ method, url: `/v1/portal-link${path}`, headers, ...(payload ? { payload } : {}) })
    return { status: answer.statusCode, body: answer.json<unknown>() }
  }
  const keys = async () => ((await ask('GET', '')).body as PortalLinkState).destinations[0]?.keys ?? []
  const renewed = async () => {
    expect((await ask('POST', `/destinations/${TEST_DESTINATION}/keys`, { purpose: 'signing' })).status).toBe(200)
    return (await keys())[0]?.kid ?? ''
  }
  return { ask, keys, renewed }
}

test('an administrator makes a key to sign with, enters it at the portal and says so', async () => {
  const { ask, keys, renewed } = await administrator()
  const kid = await renewed()
  expect(await keys()).toMatchObject([{ kid, purpose: 'signing', state: 'new' }])
  expect((await ask('GET', '')).body).toMatchObject({ areKeysByHand: true })
  expect((await ask('PUT', `/destinations/${TEST_DESTINATION}/keys/${kid}/known`, {})).status).toBe(200)
  expect(await keys()).toMatchObject([{ kid, state: 'in-use' }])
})

test('where the service makes keys known itself nobody else says that the portal knows one', async () => {
  const { ask, keys, renewed } = await administrator({ fitConnectDestinationUrl: 'https://portal.example/destination-api' })
  const kid = await renewed()
  expect(await ask('PUT', `/destinations/${TEST_DESTINATION}/keys/${kid}/known`, {})).toMatchObject({ status: 404, body: { code: 'portal-link/no-such-key' } })
  expect(await keys()).toMatchObject([{ kid, state: 'new' }])
})
