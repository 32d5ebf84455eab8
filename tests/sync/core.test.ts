import { randomBytes } from 'node:crypto'
import { closeSync, cpSync, mkdtempSync, openSync, readSync, readdirSync, rmSync, truncateSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { demoUsers } from '../../service/demo/staff.ts'
import type { Service } from '../../service/app.ts'
import { commitChanges } from '../../service/store/commit.ts'
import { loadRecords } from '../../service/store/records.ts'
import { anOrigin } from '../../service/store/testing.ts'
import type { Staff } from '../../shared/domains/staff/tables.ts'
import { TownId } from '../../shared/ids.ts'
import { openConnection } from '../../main/core/cache/connection.ts'
import { memoryStore } from '../../main/core/session/testing.ts'
import { demoService, NEWEST, wholeCore, type WholeCore, type WholeCoreSettings } from './support/whole-core.ts'

const [clerk = '', colleague = ''] = demoUsers().filter(({ roles }) => roles.includes('clerk')).map(({ login }) => login)

let service: Service
let url: string
const ends: (() => Promise<unknown>)[] = []

beforeAll(async () => {
  service = await demoService(400)
  url = await service.listen()
})
afterEach(async () => { for (const end of ends.splice(0).toReversed()) await end() })
afterAll(() => service.close())

async function aCore(settings?: WholeCoreSettings, serviceUrl = url): Promise<WholeCore> {
  const core = await wholeCore(serviceUrl, settings)
  ends.push(() => core.close(settings?.profileDir !== undefined))
  return core
}

async function receivedCase({ client }: WholeCore): Promise<string> {
  const received = await client.applications.list({ ...NEWEST, view: 'unassigned', filters: { ...NEWEST.filters, status: ['received'] } })
  return String(received.rows[0]?.[0])
}

async function signedOut({ client }: WholeCore): Promise<string | null> {
  for await (const state of await client.session.watch()) if (state.kind === 'signed-out') return state.problem
  return null
}

async function drained({ client }: WholeCore): Promise<void> {
  for await (const status of await client.status.watch()) if (status.ready && status.connection === 'online' && status.outbox.count === 0) return
}

/** A line over which commands do not go out. */
function heldBack(): { readonly fetch: typeof fetch; open: boolean } {
  const line = {
    open: false,
    fetch: (async (input, init) => {
      const to = input instanceof Request ? input.url : String(input)
      if (!line.open && to.endsWith('/v1/commands')) return new Response('not now', { status: 503 })
      return fetch(input, init)
    }) satisfies typeof fetch,
  }
  return line
}

const notesWith = async (text: string) =>
  (await service.database.db.selectFrom('application_events').select('id').where('text', '=', text).execute()).length

test('signed out, no question about rows is answered and no command taken', async () => {
  const { client } = await aCore({}, 'http://127.0.0.1:9')
  await expect(client.applications.list(NEWEST)).rejects.toMatchObject({ code: 'session/signed-out', status: 401 })
  expect(await client.applications.claim({ applicationId: '0192a000-0000-7000-8000-000000000001' })).toMatchObject({ ok: false, error: { code: 'session/signed-out' } })
})

test('from sign-in to a claimed case, and nothing shows once the desk is locked', async () => {
  const core = await aCore()
  const { client } = core
  await core.signIn(clerk)
  await core.ready()
  const id = await receivedCase(core)
  expect(await client.applications.claim({ applicationId: id })).toMatchObject({ ok: true })
  expect(await client.applications.get({ id })).toMatchObject({ ok: true, value: { application: { status: 'in-progress' } } })
  await client.preferences.set({ key: 'list/columns', value: ['number'] })
  expect(await client.preferences.get({ key: 'list/columns' })).toEqual({ value: ['number'] })
  expect(await client.session.lock()).toMatchObject({ ok: true })
  await expect(client.applications.list(NEWEST)).rejects.toMatchObject({ code: 'session/locked', status: 423 })
  expect(await client.applications.get({ id })).toMatchObject({ ok: false, error: { code: 'session/locked' } })
})

test('a locked desk whose owner could not send yet never sends in the name of whoever signs in there next', async () => {
  const line = heldBack()
  const secrets = memoryStore()
  const core = await aCore({ fetch: line.fetch, secrets })
  await core.signIn(clerk)
  await core.ready()
  const text = 'written by the first one'
  expect(await core.client.applications.note({ applicationId: await receivedCase(core), text })).toMatchObject({ ok: true })
  await core.client.session.lock()
  line.open = true
  await core.signIn(colleague)
  await core.ready()
  const sentAs = await service.database.db.selectFrom('application_events').select('actor_name').where('text', '=', text).execute()
  await core.signIn(clerk)
  await drained(core)
  const [first, ...others] = await service.database.db.selectFrom('application_events').select('actor_name').where('text', '=', text).execute()
  const [mine] = demoUsers().filter(({ login }) => login === clerk)
  expect({ sentAs: sentAs.filter(({ actor_name: name }) => name !== first?.actor_name), others, first: first?.actor_name }).toEqual({ sentAs: [], others: [], first: await nameOf(mine?.login ?? '') })
})

const nameOf = async (login: string): Promise<string | undefined> =>
  (await service.database.db.selectFrom('staff').select('name').where('login', '=', login).execute())[0]?.name

test('a page damaged in a crash is found while work goes on: put aside, unsent work taken over although the log was cut, the rest loaded again', async () => {
  const line = heldBack()
  const secrets = memoryStore()
  const drawn: Uint8Array[] = []
  const loaded = await aCore({ secrets, random: bytes => kept(drawn, new Uint8Array(randomBytes(bytes))) })
  await loaded.signIn(clerk)
  await loaded.ready()
  await loaded.core.close()
  const pages = pagesOfCases(cacheIn(loaded.profileDir), drawn)
  const before = await aCore({ fetch: line.fetch, secrets, profileDir: loaded.profileDir })
  await before.signIn(clerk)
  await before.ready()
  await before.client.applications.note({ applicationId: await receivedCase(before), text: 'outlives the damage' })
  const profileDir = mkdtempSync(join(tmpdir(), 'rathaus-core-crashed-'))
  ends.push(async () => rmSync(profileDir, { recursive: true }))
  cpSync(before.profileDir, profileDir, { recursive: true })
  await before.core.close()
  damage(cacheIn(profileDir), pages)
  // With it goes what stood in the outbox alone.
  truncateSync(`${cacheIn(profileDir)}-wal`, 100)
  const core = await aCore({ profileDir, secrets, fetch: line.fetch })
  await core.signIn(clerk)
  await putAside(profileDir, core)
  line.open = true
  await drained(core)
  expect({ notes: await notesWith('outlives the damage'), rows: (await core.client.applications.list(NEWEST)).total > 0 }).toEqual({ notes: 1, rows: true })
})

test('where the file of a cache is gone, what was not sent goes out from its copies', async () => {
  const line = heldBack()
  const secrets = memoryStore()
  const before = await aCore({ fetch: line.fetch, secrets })
  await before.signIn(clerk)
  await before.ready()
  await before.client.applications.note({ applicationId: await receivedCase(before), text: 'outlives the file' })
  await before.core.close()
  const cache = cacheIn(before.profileDir)
  for (const ending of ['', '-wal', '-shm']) rmSync(cache + ending, { force: true })
  const core = await aCore({ profileDir: before.profileDir, secrets, fetch: line.fetch })
  await core.signIn(clerk)
  line.open = true
  await drained(core)
  expect(await notesWith('outlives the file')).toBe(1)
})

const PAGE_BYTES = 16_384

function kept(drawn: Uint8Array[], bytes: Uint8Array): Uint8Array {
  drawn.push(bytes.slice())
  return bytes
}

const cacheIn = (folder: string): string => join(folder, readdirSync(folder).find(file => file.endsWith('.db')) ?? '')

/** The numbers of the pages on which the cases lie, read with that one of the random keys that opens the file. */
function pagesOfCases(path: string, drawn: readonly Uint8Array[]): readonly number[] {
  for (const key of drawn.filter(({ length }) => length === 32)) {
    const db = openedBy(key, path)
    if (!db) continue
    const pages = db.prepare("SELECT pageno FROM dbstat WHERE name = 'applications'").all() as { readonly pageno: number }[]
    db.close()
    return pages.map(({ pageno }) => pageno)
  }
  throw new Error('none of the keys opens the cache')
}

function openedBy(key: Uint8Array, path: string): ReturnType<typeof openConnection> | undefined {
  try {
    return openConnection(path, key, 'reader')
  } catch {
    return undefined
  }
}

/** One byte of each of these pages. */
function damage(path: string, pages: readonly number[]): void {
  const file = openSync(path, 'r+')
  const byte = Buffer.alloc(1)
  for (const page of pages) {
    const at = (page - 1) * PAGE_BYTES + 700
    readSync(file, byte, 0, 1, at)
    writeSync(file, Buffer.from([(byte[0] ?? 0) ^ 0xff]), 0, 1, at)
  }
  closeSync(file)
}

/** The load of the fresh cache tells that the damaged one has gone. */
async function putAside(folder: string, { client }: WholeCore): Promise<void> {
  const isAside = (): boolean => readdirSync(folder).some(name => name.includes('.damaged-'))
  for await (const status of await client.status.watch()) if (isAside() && status.ready && status.connection === 'online') return
}

async function setActive(login: string, active: boolean): Promise<void> {
  await service.database.db.transaction().execute(async trx => {
    const { id, town_id: town } = await trx.selectFrom('staff').select(['id', 'town_id']).where('login', '=', login).executeTakeFirstOrThrow()
    const [row] = (await loadRecords(trx, TownId.parse(town), [{ table: 'staff', id }], false)).values()
    await commitChanges(trx, anOrigin({ townId: TownId.parse(town) }), [{ table: 'staff', row: { ...(row as Staff), active } }])
  })
}

test('an account that is switched off ends the session on its desk with that reason, and its PIN with it', async () => {
  const core = await aCore()
  await core.signIn(colleague)
  await core.ready()
  expect(await core.client.session.setPin({ pin: '193754' })).toMatchObject({ ok: true })
  await setActive(colleague, false)
  const problem = await signedOut(core)
  const unlocked = await core.client.session.unlock({ pin: '193754' })
  await setActive(colleague, true)
  expect({ problem, unlocked }).toEqual({ problem: 'session/unknown-account', unlocked: { ok: false, error: { code: 'session/no-offline-unlock' } } })
})

test('five wrong PINs with work still unsent: the PIN opens no more, the work is there, and goes out after a sign-in', async () => {
  const line = heldBack()
  const secrets = memoryStore()
  const before = await aCore({ fetch: line.fetch, secrets })
  await before.signIn(clerk)
  await before.ready()
  expect(await before.client.session.setPin({ pin: '193754' })).toMatchObject({ ok: true })
  const texts = ['kept through five wrong PINs', 'and this one too']
  const applicationId = await receivedCase(before)
  for (const text of texts) expect(await before.client.applications.note({ applicationId, text })).toMatchObject({ ok: true })
  await before.core.close()
  const core = await aCore({ profileDir: before.profileDir, secrets, fetch: line.fetch })
  const attempts: unknown[] = []
  for (const pin of ['193755', '193756', '193757', '193758', '193759', '193754']) attempts.push(await core.client.session.unlock({ pin }))
  const wrong = (attemptsLeft: number) => ({ ok: false, error: { code: 'session/wrong-pin', facts: { attemptsLeft } } })
  expect(attempts).toEqual([wrong(4), wrong(3), wrong(2), wrong(1), wrong(0), { ok: false, error: { code: 'session/no-offline-unlock' } }])
  await core.signIn(clerk)
  const unsent = (await core.client.status.pending({})).commands.length
  line.open = true
  await drained(core)
  expect({ unsent, sent: await Promise.all(texts.map(notesWith)), attention: (await core.client.status.attention({})).items }).toEqual({ unsent: 2, sent: [1, 1], attention: [] })
})

test('a lost key has a way out: said at the sign-in, given up by the person, and all is loaded again', async () => {
  const entries = new Map<string, string>()
  const core = await aCore({ secrets: memoryStore(entries) })
  await core.signIn(clerk)
  await core.ready()
  await core.client.session.signOut()
  for (const name of entries.keys()) if (name.includes('/key/')) entries.delete(name)
  await expect(core.signIn(clerk)).rejects.toThrow('keychain/key-lost')
  expect(await core.client.session.startAfresh()).toEqual({ ok: true, value: {} })
  await core.signIn(clerk)
  await core.ready()
  expect((await core.client.applications.list(NEWEST)).total).toBeGreaterThan(0)
  expect(readdirSync(core.profileDir).filter(name => name.endsWith('.db'))).toHaveLength(2)
})
