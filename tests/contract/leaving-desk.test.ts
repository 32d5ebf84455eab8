import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { departed } from '../../shared/domains/staff/account-commands.ts'
import type { Staff } from '../../shared/domains/staff/tables.ts'
import { instantFromMs } from '../../shared/time.ts'
import { systemClock } from '../../service/clock.ts'
import { allowDevice, cutOffDevice, devicesOf } from '../../service/identity/devices.ts'
import { endSignIns } from '../../service/identity/payloads.ts'
import { commitChanges } from '../../service/store/commit.ts'
import { loadActor } from '../../service/store/access.ts'
import { allStaff } from '../../service/store/rights.ts'
import { TEST_SETTINGS } from '../../service/testing.ts'
import type { TestDesk } from '../support/session-desk.ts'
import { PIN, sessionTown } from '../support/session-town.ts'

const town = sessionTown()
const { townId } = TEST_SETTINGS
const db = () => town.service().database.db
const now = () => instantFromMs(systemClock.nowMs())

const put = (row: Staff) => db().transaction().execute(trx => commitChanges(trx, { townId, actor: null, action: 'test', commandId: null, at: now() }, [{ table: 'staff', row }]))

async function accountOf(login: string): Promise<Staff> {
  const account = (await allStaff(db(), townId)).find(one => one.login === login)
  if (!account) throw new Error(`nobody is called ${login}`)
  return account
}

/** Takes everything from somebody as leaving does; what it was, to be given back. */
async function leaves(login: string): Promise<Staff> {
  const account = await accountOf(login)
  await put(departed(account))
  await endSignIns(db(), townId, account.id)
  return account
}

const administrator = async () => {
  const access = await loadActor(db(), townId, 'lars.behrends', now())
  if (!access.ok) throw new Error('the demo has no administrator')
  return { actor: access.value.actor, now: now() }
}

/** What a desk of flesh and blood has on its disk: cache, its logs, copies for itself, and what is sealed to the town's recovery key. */
function fillDisk({ opened, profileDir }: TestDesk): { readonly cacheFile: string; readonly sealed: string } {
  const cacheFile = opened.at(-1)?.cacheFile ?? ''
  for (const name of [cacheFile, `${cacheFile}-wal`, `${cacheFile}-shm`, join(`${cacheFile}-copies`, 'x.copy'), `${cacheFile}.damaged-1`]) {
    mkdirSync(dirname(name), { recursive: true })
    writeFileSync(name, 'secret')
  }
  const sealed = join(profileDir, 'unsent', 'x.sealed')
  mkdirSync(dirname(sealed), { recursive: true })
  writeFileSync(sealed, 'for the holder of the recovery key')
  return { cacheFile, sealed }
}

const problemOf = (desk: TestDesk) => (desk.session.state.value.kind === 'signed-out' ? desk.session.state.value.problem : null)
const erased = (desk: TestDesk) => vi.waitFor(() => {
  expect(readdirSync(desk.profileDir).toSorted()).toEqual(['desk.json', 'unsent'])
  expect([...desk.entries.keys()].filter(name => /\/(key|refresh)\//.test(name))).toEqual([])
}, 10_000)

test('a leaver’s desk that is signed in has nothing left that can be read, but for what only the recovery key opens', async () => {
  const desk = await town.deskWithPin()
  const { sealed } = fillDisk(desk)
  const before = await leaves('katrin.sommer')
  desk.session.ended('session/unknown-account')
  await erased(desk)
  expect([existsSync(sealed), problemOf(desk), (await desk.session.unlock(PIN)).ok]).toEqual([true, 'session/unknown-account', false])
  await put(before)
  expect(await desk.signIn()).toEqual({ ok: true, value: {} })
})

test('one that nobody is signed in at finds out by itself, as soon as it is online', async () => {
  const desk = await town.deskWithPin()
  fillDisk(desk)
  const before = await leaves('katrin.sommer')
  const later = desk.restart()
  await erased(later)
  expect(problemOf(later)).toBe('session/unknown-account')
  await put(before)
})

test('one without a line keeps everything until it has one, and then less than a minute longer', async () => {
  const desk = await town.deskWithPin()
  const { cacheFile } = fillDisk(desk)
  await desk.session.signOut()
  desk.network(false)
  const before = await leaves('katrin.sommer')
  await desk.pass(30_000)
  await desk.pass(30_000)
  expect(existsSync(cacheFile)).toBe(true)
  desk.network(true)
  await desk.pass(30_000)
  await erased(desk)
  await put(before)
})

test('whoever is still there keeps what they have, also beside somebody who has left', async () => {
  const desk = await town.signedInDesk()
  const stays = fillDisk(desk)
  await desk.session.signOut()
  expect(await desk.signIn('petra.lindner')).toEqual({ ok: true, value: {} })
  const goes = fillDisk(desk)
  await desk.session.signOut()
  const before = await leaves('petra.lindner')
  await desk.pass(30_000)
  await vi.waitFor(() => expect(existsSync(goes.cacheFile)).toBe(false), 10_000)
  expect(existsSync(stays.cacheFile)).toBe(true)
  await put(before)
})

test('what somebody left at a computer goes while a colleague works there', async () => {
  const desk = await town.signedInDesk()
  const goes = fillDisk(desk)
  await desk.session.signOut()
  expect(await desk.signIn('petra.lindner')).toEqual({ ok: true, value: {} })
  const stays = fillDisk(desk)
  const before = await leaves('katrin.sommer')
  await desk.pass(30_000)
  await vi.waitFor(() => expect(existsSync(goes.cacheFile)).toBe(false), 10_000)
  expect([desk.session.state.value.kind, existsSync(stays.cacheFile)]).toEqual(['signed-in', true])
  await put(before)
})

test('a sign-in that is left half way does not keep it', async () => {
  const desk = await town.deskWithPin()
  fillDisk(desk)
  await desk.session.signOut()
  expect(await desk.session.signIn()).toMatchObject({ ok: true })
  const before = await leaves('katrin.sommer')
  await desk.pass(30_000)
  await erased(desk)
  expect(desk.session.state.value.kind).toBe('signing-in')
  await put(before)
})

test('a computer that is cut off erases everything, says so, and lets nobody in until it is allowed again', async () => {
  const desk = await town.deskWithPin()
  fillDisk(desk)
  const [device] = await devicesOf(db(), townId)
  const deskId = device?.deskId ?? ''
  const token = await desk.session.accessToken()
  const ask = (path: string) => fetch(`${town.service().url()}${path}`, { headers: { authorization: `Bearer ${token.ok ? token.value : ''}` } })
  const feed = '/v1/feed?scope=town&after=0'
  expect(await (await ask(feed)).json(), 'let in, and asked for more than is kept').toMatchObject({ code: 'sync/cursor-too-old' })
  const live = await ask('/v1/live')
  expect(await cutOffDevice(town.service().database, deskId, await administrator())).toMatchObject({ ok: true })
  // The tokens of before are nothing any more, though they have not run out.
  expect(await (await ask(feed)).json()).toMatchObject({ code: 'session/device-cut-off' })
  await town.service().dispatcher.beat()
  expect(await live.text(), 'the stream has ended').toContain('rights-changed')
  desk.session.ended('session/device-cut-off')
  await erased(desk)
  await vi.waitFor(async () => expect((await devicesOf(db(), townId)).find(one => one.deskId === deskId)?.erasedAt).not.toBeNull(), 10_000)
  expect(await desk.signIn()).toMatchObject({ ok: false, error: { code: 'session/device-cut-off' } })
  expect(problemOf(desk)).toBe('session/device-cut-off')
  expect(await allowDevice(town.service().database, deskId, await administrator())).toMatchObject({ ok: true })
  expect(await desk.signIn()).toEqual({ ok: true, value: {} })
})
