import { createRouterClient, type RouterClient } from '@orpc/server'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ListQuery } from '../../../shared/contract/applications.ts'
import type { Instant } from '../../../shared/time.ts'
import { createService, type Service } from '../../../service/app.ts'
import { DEMO_PASSWORD } from '../../../service/demo/staff.ts'
import { readSettings } from '../../../service/settings.ts'
import { testBrowser } from '../../../service/identity/testing.ts'
import { createCore, type Core } from '../../../main/core/core.ts'
import { silentLog } from '../../../main/core/log.ts'
import type { SecretStore } from '../../../main/core/session/secret-store.ts'
import { memoryStore } from '../../../main/core/session/testing.ts'

/** A core as a shell runs it, with its contract at hand. */
export interface WholeCore {
  readonly core: Core
  readonly client: RouterClient<Core['router']>
  readonly profileDir: string
  signIn(login: string): Promise<void>
  /** Complete and online. */
  ready(): Promise<void>
}

export interface WholeCoreSettings {
  readonly profileDir?: string
  readonly secrets?: SecretStore
  readonly fetch?: typeof fetch
  readonly random?: (bytes: number) => Uint8Array
  /** What the desk's own clock shows when it starts. */
  readonly startAt?: Instant
}

/** The real service with its demo town, signing people in itself. */
export async function demoService(rows: number): Promise<Service> {
  const settings = readSettings({}, ['--demo', '--rows', String(rows), '--port', '0'])
  if (!settings.ok) throw new Error(settings.problems.join())
  return createService(settings.value, { log: silentLog })
}

export async function wholeCore(serviceUrl: string, settings: WholeCoreSettings = {}): Promise<WholeCore & { close(keep?: boolean): Promise<void> }> {
  const profileDir = settings.profileDir ?? mkdtempSync(join(tmpdir(), 'rathaus-core-'))
  const core = await createCore({
    profileDir, serviceUrl, startAt: settings.startAt ?? null, random: settings.random ?? (bytes => new Uint8Array(randomBytes(bytes))), fetch: settings.fetch ?? fetch, openBrowser: null,
    callbackUrl: () => 'http://127.0.0.1:45678/callback', secrets: settings.secrets ?? memoryStore(), log: silentLog,
  })
  const client = createRouterClient(core.router)
  return {
    core, client, profileDir,
    signIn: async login => {
      const started = await client.session.signIn()
      if (!started.ok || !started.value.authorizationUrl) throw new Error('the sign-in did not begin')
      const browser = testBrowser(new URL(serviceUrl).origin)
      const page = await browser.get(started.value.authorizationUrl)
      const done = await core.completeSignIn((await browser.post(page.url, { login, password: DEMO_PASSWORD })).url)
      if (!done.ok) throw new Error(done.error.code)
    },
    ready: async () => {
      for await (const status of await client.status.watch()) if (status.ready && status.connection === 'online') return
    },
    close: async (keep = false) => {
      await core.close()
      if (!keep) rmSync(profileDir, { recursive: true })
    },
  }
}

/** The newest fifty of all cases. */
export const NEWEST: ListQuery & { start: number; end: number } = {
  view: 'all', search: '', sort: { field: 'number', direction: 'desc' }, start: 0, end: 50,
  filters: { status: [], outcome: [], serviceId: [], locality: [], departmentId: [], assigneeId: [], receivedFrom: null, receivedTo: null, dueFrom: null, dueTo: null, restsUntil: null, form: [] },
}
