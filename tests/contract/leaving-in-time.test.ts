import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { departed } from '../../shared/domains/staff/account-commands.ts'
import type { Staff } from '../../shared/domains/staff/tables.ts'
import { TownId } from '../../shared/ids.ts'
import { memoryStore } from '../../main/core/session/testing.ts'
import type { Service } from '../../service/app.ts'
import { demoUsers } from '../../service/demo/staff.ts'
import { endSignIns } from '../../service/identity/payloads.ts'
import { commitChanges } from '../../service/store/commit.ts'
import { allStaff } from '../../service/store/rights.ts'
import { anOrigin } from '../../service/store/testing.ts'
import { demoService, wholeCore, type WholeCore } from '../sync/support/whole-core.ts'

const PIN = '482913'
const MINUTE_MS = 60_000
const townId = TownId.parse('tangerhuette')
const logins = demoUsers().filter(({ roles }) => roles.includes('clerk')).map(({ login }) => login)

let service: Service
let url: string
const ends: (() => Promise<unknown>)[] = []
beforeAll(async () => {
  service = await demoService(100)
  url = await service.listen()
})
afterEach(async () => { for (const end of ends.splice(0).toReversed()) await end() })
afterAll(() => service.close())

/** A computer with everything real but its line and its keychain, which are in the test's hands. */
interface Computer {
  readonly login: string
  readonly profileDir: string
  readonly entries: Map<string, string>
  readonly line: { isThere: boolean }
  core: WholeCore & { close(keep?: boolean): Promise<void> }
}

async function computerOf(login: string): Promise<Computer> {
  const entries = new Map<string, string>()
  const line = { isThere: true }
  const settings = { secrets: memoryStore(entries), fetch: overLine(line) }
  const core = await wholeCore(url, settings)
  ends.push(() => core.close())
  await core.signIn(login)
  await core.ready()
  expect(await core.client.session.setPin({ pin: PIN })).toMatchObject({ ok: true })
  return { login, profileDir: core.profileDir, entries, line, core }
}

const overLine = (line: { readonly isThere: boolean }): typeof fetch => async (input, init) => {
  if (!line.isThere) throw new TypeError('fetch failed')
  return fetch(input, init)
}

/** Switched off, and on again without a line. */
async function restarted(computer: Computer): Promise<void> {
  await computer.core.close(true)
  computer.line.isThere = false
  computer.core = await wholeCore(url, { secrets: memoryStore(computer.entries), fetch: overLine(computer.line), profileDir: computer.profileDir })
  const { core } = computer
  ends.push(() => core.close(true))
}

/** How a computer may stand there while its person leaves. */
const STANDING: Readonly<Record<string, (computer: Computer) => Promise<void>>> = {
  'at work': async ({ line }) => { line.isThere = false },
  locked: async ({ core, line }) => {
    line.isThere = false
    await core.client.session.lock()
  },
  'opened by its PIN': async computer => {
    await restarted(computer)
    expect(await computer.core.client.session.unlock({ pin: PIN })).toMatchObject({ ok: true })
  },
  'signed out': restarted,
}

async function leaves(login: string): Promise<void> {
  const account = (await allStaff(service.database.db, townId)).find(one => one.login === login)
  if (!account) throw new Error(`nobody is called ${login}`)
  const row: Staff = departed(account)
  await service.database.db.transaction().execute(trx => commitChanges(trx, anOrigin({ townId }), [{ table: 'staff', row }]))
  await endSignIns(service.database.db, townId, account.id)
}

/** What of an account could still be read there: its files, and what opens them. */
const left = ({ profileDir, entries }: Computer): readonly string[] => [
  ...readdirSync(profileDir).filter(name => name !== 'desk.json'), ...[...entries.keys()].filter(name => /\/(key|refresh)\//.test(name)),
]

/** How long it took, in ms, until nothing could be read there any more. */
async function untilErased(computer: Computer, sinceMs: number): Promise<number> {
  await expect.poll(() => left(computer), { timeout: MINUTE_MS, interval: 100 }).toEqual([])
  return performance.now() - sinceMs
}

test('however the computer stood there, nothing of it can be read a minute after it is online again', { timeout: 240_000 }, async () => {
  const computers: Computer[] = []
  for (const [index, stand] of Object.values(STANDING).entries()) {
    const computer = await computerOf(logins[index] ?? '')
    await stand(computer)
    computers.push(computer)
  }
  for (const { login } of computers) await leaves(login)
  expect(computers.map(computer => left(computer).some(name => name.endsWith('.db')))).toEqual(computers.map(() => true))
  const sinceMs = performance.now()
  for (const { line } of computers) line.isThere = true
  const tookMs = await Promise.all(computers.map(computer => untilErased(computer, sinceMs)))
  expect(Math.max(...tookMs)).toBeLessThan(MINUTE_MS)
  for (const { core, profileDir, login } of computers) {
    expect((await core.client.session.unlock({ pin: PIN })).ok).toBe(false)
    const note = join(profileDir, 'desk.json')
    expect(existsSync(note) && readFileSync(note, 'utf8').includes(login)).toBe(false)
  }
})
