import { createRouterClient } from '@orpc/server'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import type { ListQuery } from '../../shared/contract/applications.ts'
import { testBrowser } from '../../service/identity/testing.ts'
import { createService } from '../../service/app.ts'
import { readSettings } from '../../service/settings.ts'
import { demoUsers } from '../../service/demo/staff.ts'
import { createCore, type Core } from '../../main/core/core.ts'
import { silentLog } from '../../main/core/log.ts'
import { memoryStore } from '../../main/core/session/testing.ts'

const LIST: ListQuery & { start: number; end: number } = {
  view: 'all', search: '', sort: { field: 'number', direction: 'desc' }, start: 0, end: 50,
  filters: { status: [], outcome: [], serviceId: [], locality: [], departmentId: [], assigneeId: [], receivedFrom: null, receivedTo: null },
}

const ends: (() => Promise<unknown>)[] = []
afterEach(async () => { for (const end of ends.splice(0).toReversed()) await end() })

async function aService(): Promise<string> {
  const settings = readSettings({}, ['--demo', '--rows', '400', '--port', '0'])
  if (!settings.ok) throw new Error(settings.problems.join())
  const service = await createService(settings.value, { log: silentLog })
  ends.push(() => service.close())
  return service.listen()
}

async function aCore(serviceUrl: string): Promise<Core> {
  const profileDir = mkdtempSync(join(tmpdir(), 'rathaus-core-'))
  const core = await createCore({
    profileDir, serviceUrl, startAt: null, random: bytes => new Uint8Array(randomBytes(bytes)), fetch, openBrowser: null,
    callbackUrl: () => 'http://127.0.0.1:45678/callback', secrets: memoryStore(), log: silentLog,
  })
  ends.push(async () => {
    await core.close()
    rmSync(profileDir, { recursive: true })
  })
  return core
}

const clientOf = ({ router }: Core) => createRouterClient(router)

async function signIn(core: Core, serviceUrl: string): Promise<void> {
  const clerk = demoUsers().find(({ roles }) => roles.includes('clerk'))
  const started = await clientOf(core).session.signIn()
  if (!started.ok || !started.value.authorizationUrl || !clerk) throw new Error('the sign-in did not begin')
  const browser = testBrowser(new URL(serviceUrl).origin)
  const page = await browser.get(started.value.authorizationUrl)
  const back = await browser.post(page.url, { login: clerk.login, password: clerk.password })
  expect(await core.completeSignIn(back.url)).toMatchObject({ ok: true })
}

async function ready(core: Core): Promise<void> {
  for await (const status of await clientOf(core).status.watch()) if (status.ready && status.connection === 'online') return
}

test('signed out, no question about rows is answered and no command taken', async () => {
  const client = clientOf(await aCore('http://127.0.0.1:9'))
  await expect(client.applications.list(LIST)).rejects.toMatchObject({ code: 'session/signed-out', status: 401 })
  expect(await client.applications.claim({ applicationId: '0192a000-0000-7000-8000-000000000001' })).toMatchObject({ ok: false, error: { code: 'session/signed-out' } })
})

test('from sign-in to a claimed case, and nothing shows once the desk is locked', async () => {
  const url = await aService()
  const core = await aCore(url)
  const client = clientOf(core)
  await signIn(core, url)
  await ready(core)
  const received = await client.applications.list({ ...LIST, view: 'unassigned', filters: { ...LIST.filters, status: ['received'] } })
  const id = String(received.rows[0]?.[0])
  expect(await client.applications.claim({ applicationId: id })).toMatchObject({ ok: true })
  expect(await client.applications.get({ id: id })).toMatchObject({ ok: true, value: { application: { status: 'in-progress' } } })
  await client.preferences.set({ key: 'list/columns', value: ['number'] })
  expect(await client.preferences.get({ key: 'list/columns' })).toEqual({ value: ['number'] })
  expect(await client.session.lock()).toMatchObject({ ok: true })
  await expect(client.applications.list(LIST)).rejects.toMatchObject({ code: 'session/locked', status: 423 })
  expect(await client.applications.get({ id: id })).toMatchObject({ ok: false, error: { code: 'session/locked' } })
})
