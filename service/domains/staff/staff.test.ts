import { randomUUID } from 'node:crypto'
import type { InjectOptions } from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accountKeyOf } from '../../../shared/account-key.ts'
import { addedAccount } from '../../../shared/domains/staff/account-commands.ts'
import { aStaffAccount } from '../../../shared/domains/staff/testing.ts'
import type { Staff } from '../../../shared/domains/staff/tables.ts'
import { AccountId, CommandId, DepartmentId, derivedUuid, PersonId, TaskId } from '../../../shared/ids.ts'
import { instantFromMs } from '../../../shared/time.ts'
import type { RowOf } from '../../../shared/tables.ts'
import type { Devices } from '../../../shared/wire/staff.ts'
import { createAccounts } from '../../identity/accounts.ts'
import { forgetDevices } from '../../identity/devices.ts'
import { forgetSetAside } from '../../identity/desk-secrets.ts'
import { applyGroups } from '../../identity/groups/group-grants.ts'
import { accountOf, TEST_APPLICATION, TEST_TOWN, testService, type TestService } from '../../testing.ts'
import { endLeavers } from './end-leavers.ts'

const ORDNUNG = DepartmentId.parse('ordnung')
const DAY_MS = 86_400_000

let service: TestService
beforeAll(async () => {
  service = await testService()
}, 120_000)
afterAll(() => service.close())

/** What the service answers; one that has too much to do on a busy computer is asked again. */
async function told<Body extends { readonly code?: string }>(request: InjectOptions): Promise<Body> {
  for (;;) {
    const body = (await service.app.inject(request)).json<Body>()
    if (body.code !== 'request/overloaded') return body
    await new Promise(setImmediate)
  }
}

/** The answer to a command of somebody, as its kind or the code of its refusal. */
async function run(login: string, name: string, input: object, id = randomUUID(), basedOn: readonly object[] = []): Promise<string> {
  const command = { id, name, version: 1, input, basedOn, after: [], recordedAt: '2026-11-22T09:00:00.000Z' }
  const answer = await told<{ readonly code?: string; readonly answers?: readonly { readonly kind: string; readonly code?: string }[] }>({ method: 'POST', url: '/v1/commands', payload: { commands: [command] }, headers: await service.bearer(login) })
  return answer.answers?.[0]?.code ?? answer.answers?.[0]?.kind ?? answer.code ?? 'nothing'
}

async function ask(login: string, method: 'GET' | 'POST' | 'PUT', url: string, payload?: object) {
  const body = await told<Record<string, unknown> & { readonly code?: string }>({ method, url, headers: await service.bearer(login), ...(payload ? { payload } : {}) })
  return { status: typeof body.code === 'string' ? 'refused' : 'done', body }
}

const rowOf = async (id: string) => service.database.db.selectFrom('staff').selectAll().where('town_id', '=', TEST_TOWN).where('id', '=', AccountId.parse(id)).executeTakeFirstOrThrow()
const staffNamed = (login: string, more: Partial<Staff> = {}): Staff => aStaffAccount({ id: accountOf(login), personId: PersonId.parse(derivedUuid('test/person', login)), version: 0, login, name: login, ...more })
const seen = async (login: string, desk = randomUUID()) => ask(login, 'GET', `/v1/session?desk=${desk}&shell=browser&version=1.2.3`)
const put = (row: Staff) => service.change([{ table: 'staff', row }])
/** Something that somebody has to do on the case. */
const aTask = (assignee: Pick<RowOf<'tasks'>, 'assigneeId' | 'assigneeName'>): RowOf<'tasks'> => ({
  id: TaskId.parse(derivedUuid('test/staff', 'task')), scope: TEST_APPLICATION.scope, version: 0, applicationId: TEST_APPLICATION.id, stepKey: null, title: 'Nachweis prüfen', isRequired: false, ...assignee,
  dueAt: null, createdAt: TEST_APPLICATION.receivedAt, doneAt: null, doneBy: null, doneByName: null,
})
/** On what version of an account a command was decided. */
const basedOn = async (id: string) => [{ table: 'staff', id, version: (await rowOf(id)).version }]

describe('joining', () => {
  test('an account is added with a password for one time, which is nowhere written down', async () => {
    const id = randomUUID()
    expect(await run('administrator', 'staff.add', { login: 'jana.weiss', name: 'Jana Weiß', grants: [{ role: 'clerk', departmentId: 'ordnung' }] }, id)).toBe('applied')
    const accountId = addedAccount(CommandId.parse(id))
    expect(await rowOf(accountId)).toMatchObject({ login: 'jana.weiss', active: true, leaves_at: null })
    const { body } = await ask('administrator', 'POST', `/v1/staff/accounts/${accountId}/password`)
    const accounts = createAccounts(service.database.db, TEST_TOWN, service.clock)
    const checked = await accounts.checkPassword('jana.weiss', String(body['password']))
    expect(checked).toMatchObject({ accountId, password: 'one-time' })
    const proof = checked?.proof ?? ''
    expect(JSON.stringify([await service.database.db.selectFrom('audit_log').select('entry').execute(), await service.database.db.selectFrom('commands').select('answer').execute(), service.logged])).not.toContain(body['password'])
    expect(await accounts.choosePassword(accountId, 'vier Igel im Nebel', proof)).toBe(true)
    expect(await accounts.choosePassword(accountId, 'und noch einmal anders', proof)).toBe(false)
    expect(await accounts.checkPassword('jana.weiss', 'vier Igel im Nebel')).toMatchObject({ password: 'own' })
  })

  test('a password for one time runs out', async () => {
    await put(staffNamed('nie.da'))
    const { body } = await ask('administrator', 'POST', `/v1/staff/accounts/${accountOf('nie.da')}/password`)
    const later = { nowMs: () => service.clock.nowMs() + 22 * DAY_MS }
    expect(await createAccounts(service.database.db, TEST_TOWN, later).checkPassword('nie.da', String(body['password']))).toMatchObject({ password: 'run-out' })
  })

  test('a login belongs to one account, whoever has it, and by another login one signs in anew', async () => {
    expect(await run('administrator', 'staff.add', { login: 'CLERK.Ordnung', name: 'Noch eine', grants: [{ role: 'clerk', departmentId: 'ordnung' }] })).toBe('town-setup/known-login')
    await put(staffNamed('falsch.getippt'))
    const id = accountOf('falsch.getippt')
    const change = { accountId: id, login: 'richtig.getippt', name: 'Richtig Getippt', grants: [{ role: 'clerk', departmentId: 'ordnung' }] }
    expect(await run('administrator', 'staff.change', change, undefined, await basedOn(id))).toBe('applied')
    expect((await seen('richtig.getippt')).status).toBe('done')
    expect((await seen('falsch.getippt')).body.code).toBe('session/unknown-account')
  })

  test('nobody gives themself a password, and a clerk gives none at all', async () => {
    expect((await ask('administrator', 'POST', `/v1/staff/accounts/${accountOf('administrator')}/password`)).body.code).toBe('staff/own-rights')
    expect((await ask('clerk.ordnung', 'POST', `/v1/staff/accounts/${accountOf('clerk.bau')}/password`)).body.code).toBe('commands/not-allowed')
  })
})

describe('leaving', () => {
  test('the last administrator stays', async () => {
    await put(staffNamed('second', { grants: [{ role: 'administrator', departmentId: null }] }))
    expect(await run('second', 'staff.leave', { accountId: accountOf('administrator'), lastDay: null })).toBe('applied')
    // Alone now: an administrator of before, who is leaving, is none to count on.
    await put(staffNamed('third', { grants: [{ role: 'administrator', departmentId: null }], leavesAt: instantFromMs(service.clock.nowMs() + DAY_MS) }))
    expect(await run('third', 'staff.leave', { accountId: accountOf('second'), lastDay: null })).toBe('staff/last-administrator')
    expect(await run('third', 'staff.leave', { accountId: accountOf('second'), lastDay: '2027-01-31' })).toBe('staff/last-administrator')
    expect(await run('second', 'staff.come-back', { accountId: accountOf('administrator'), grants: [{ role: 'administrator', departmentId: null }] })).toBe('applied')
    await put(staffNamed('third', { active: false }))
  })

  test('at once ends the very next request, sign-ins, and who stands in for them', async () => {
    await put(staffNamed('geht'))
    await put(staffNamed('vertritt', { grants: [], deputyships: [{ forPersonId: PersonId.parse(derivedUuid('test/person', 'geht')), from: instantFromMs(service.clock.nowMs() - 1_000), until: instantFromMs(service.clock.nowMs() + DAY_MS) }] }))
    await service.database.db.insertInto('sign_in_payloads').values({ town_id: TEST_TOWN, model: 'RefreshToken', id: 'x', payload: '{}', grant_id: 'g', account_id: accountOf('geht'), uid: null, expires_at: null }).execute()
    expect((await seen('geht')).status).toBe('done')
    expect(await run('administrator', 'staff.leave', { accountId: accountOf('geht'), lastDay: null })).toBe('applied')
    expect((await seen('geht')).body.code).toBe('session/unknown-account')
    expect(await service.database.db.selectFrom('sign_in_payloads').select('id').where('account_id', '=', accountOf('geht')).execute()).toEqual([])
    expect((await rowOf(accountOf('vertritt'))).deputyships).toMatchObject([{ until: instantFromMs(service.clock.nowMs()) }])
    expect((await ask('vertritt', 'GET', '/v1/feed?scope=department:ordnung&after=0')).body.code).toBe('sync/scope-forbidden')
  })

  test('with a day ends with the moment, whether or not anybody has written it down yet', async () => {
    await put(staffNamed('geht.bald'))
    expect(await run('administrator', 'staff.leave', { accountId: accountOf('geht.bald'), lastDay: '2026-11-22' })).toBe('applied')
    const accounts = createAccounts(service.database.db, TEST_TOWN, service.clock)
    expect([(await seen('geht.bald')).status, (await accounts.findByLogin('geht.bald'))?.login]).toEqual(['done', 'geht.bald'])
    service.clock.move(14 * 3_600_000)
    expect([(await seen('geht.bald')).body.code, await accounts.findByLogin('geht.bald')]).toEqual(['session/unknown-account', null])
    expect(await endLeavers(service.database.db, TEST_TOWN, instantFromMs(service.clock.nowMs()))).toBe(1)
    expect(await rowOf(accountOf('geht.bald'))).toMatchObject({ active: false, grants: [], leaves_at: null })
    expect(await endLeavers(service.database.db, TEST_TOWN, instantFromMs(service.clock.nowMs()))).toBe(0)
  })

  test('what was in hand is told in numbers, goes to a colleague or to nobody, and its history says so', async () => {
    await put(staffNamed('hat.zu.tun'))
    const mine = { assigneeId: PersonId.parse(derivedUuid('test/person', 'hat.zu.tun')), assigneeName: 'hat.zu.tun' }
    await service.change([{ table: 'applications', row: { ...TEST_APPLICATION, status: 'in-progress', ...mine } }, { table: 'tasks', row: aTask(mine) }])
    const duties = `/v1/staff/accounts/${accountOf('hat.zu.tun')}/duties`
    const held = await ask('administrator', 'GET', duties)
    expect(held.body['departments']).toEqual([{ departmentId: 'ordnung', name: 'ordnung', cases: 1, tasks: 1, conversations: 0 }])
    const handOver = (toAccountId: string | null) => run('administrator', 'staff.hand-over', { accountId: accountOf('hat.zu.tun'), departmentId: 'ordnung', toAccountId })
    expect(await handOver(accountOf('clerk.bau'))).toBe('applications/assignee-unfit')
    expect(await handOver(accountOf('clerk.ordnung'))).toBe('applied')
    const application = () => service.database.db.selectFrom('applications').select(['status', 'assignee_name']).where('id', '=', TEST_APPLICATION.id).executeTakeFirstOrThrow()
    expect(await application()).toEqual({ status: 'in-progress', assignee_name: 'clerk.ordnung' })
    expect(await run('administrator', 'staff.hand-over', { accountId: accountOf('clerk.ordnung'), departmentId: 'ordnung', toAccountId: null })).toBe('applied')
    expect(await application()).toEqual({ status: 'received', assignee_name: null })
    const history = await service.database.db.selectFrom('application_events').select(['kind', 'text']).where('application_id', '=', TEST_APPLICATION.id).orderBy('version').execute()
    expect(history.slice(-2)).toEqual([{ kind: 'assigned', text: 'clerk.ordnung' }, { kind: 'released', text: null }])
    expect((await ask('administrator', 'GET', duties)).body['departments']).toEqual([])
  })
})

describe('departments', () => {
  test('one more stands behind the others, no two have one name, and one that is worked in is not closed', async () => {
    expect(await run('administrator', 'departments.add', { departmentId: 'kultur', name: 'Kultur' })).toBe('applied')
    expect(await run('administrator', 'departments.add', { departmentId: 'kultur-2', name: 'kultur' })).toBe('town-setup/known-department')
    expect(await run('administrator', 'departments.rename', { departmentId: 'bau', name: 'Kultur' })).toBe('town-setup/known-department')
    const positions = await service.database.db.selectFrom('departments').select(['id', 'position']).where('town_id', '=', TEST_TOWN).orderBy('position').execute()
    expect(positions.at(-1)?.id).toBe('kultur')
    expect(await run('administrator', 'departments.close', { departmentId: ORDNUNG })).toBe('staff/department-in-use')
    const give = (groups: readonly object[]) => ask('administrator', 'PUT', '/v1/staff/groups', { groups })
    const inCulture = [{ group: 'Kulturamt', grants: [{ role: 'clerk', departmentId: 'kultur' }] }]
    expect((await give(inCulture)).status).toBe('done')
    expect(await run('administrator', 'departments.close', { departmentId: 'kultur' })).toBe('staff/department-in-use')
    expect((await give([])).status).toBe('done')
    expect(await run('administrator', 'departments.close', { departmentId: 'kultur' })).toBe('applied')
    expect((await give(inCulture)).body.code).toBe('staff/department-closed')
    expect(await run('administrator', 'staff.add', { login: 'kultur.neu', name: 'Kultur Neu', grants: [{ role: 'clerk', departmentId: 'kultur' }] })).toBe('staff/department-closed')
  })
})

describe('computers', () => {
  const desk = '0192a000-0000-4000-8000-00000000d001'
  const devices = async () => ((await ask('administrator', 'GET', '/v1/staff/devices')).body as unknown as Devices).devices
  const standing = async (holds: readonly string[]) => (await service.app.inject({ method: 'POST', url: '/desk/v1/standing', payload: { desk, holds } })).json<object>()

  test('are listed with who signed in there; one that is cut off gets nothing more, erases, and is let in again', async () => {
    const key = accountKeyOf(TEST_TOWN, accountOf('clerk.ordnung'))
    expect(await standing([key])).toEqual({ cutOff: false, erase: [] })
    const before = (await seen('clerk.ordnung', desk)).body['deskSecret']
    expect((await seen('clerk.ordnung', desk)).body['deskSecret']).toBe(before)
    expect((await ask('clerk.ordnung', 'PUT', '/v1/staff/device-name', { deskId: desk, name: 'Laptop am Fenster' })).status).toBe('done')
    expect((await ask('clerk.bau', 'PUT', '/v1/staff/device-name', { deskId: desk, name: 'nicht meiner' })).body.code).toBe('staff/unknown-device')
    expect((await devices())[0]).toMatchObject({ deskId: desk, name: 'Laptop am Fenster', shell: 'browser', version: '1.2.3', people: [{ name: 'clerk.ordnung' }], cutOffAt: null })
    expect(await standing([key])).toEqual({ cutOff: false, erase: [] })

    expect((await ask('clerk.ordnung', 'POST', `/v1/staff/devices/${desk}/cut-off`)).body.code).toBe('commands/not-allowed')
    const epoch = async () => ((await seen('clerk.ordnung')).body['scopes'] as readonly { readonly scope: string; readonly epoch: string }[]).find(({ scope }) => scope.startsWith('person:'))?.epoch
    const epochBefore = await epoch()
    expect((await ask('administrator', 'POST', `/v1/staff/devices/${desk}/cut-off`)).status).toBe('done')
    // The desks of the account are told to begin anew, and only this one cannot.
    expect(await epoch()).not.toBe(epochBefore)
    expect((await seen('clerk.ordnung', desk)).body.code).toBe('session/device-cut-off')
    expect((await seen('clerk.bau', desk)).body.code).toBe('session/device-cut-off')
    expect(await standing([key, 'f'.repeat(32)])).toEqual({ cutOff: true, erase: [key, 'f'.repeat(32)] })
    expect((await devices()).find(({ deskId }) => deskId === desk)).toMatchObject({ cutOffByName: 'administrator', erasedAt: null })
    expect(await standing([])).toEqual({ cutOff: true, erase: [] })
    expect((await devices()).find(({ deskId }) => deskId === desk)?.erasedAt).not.toBeNull()

    expect((await ask('administrator', 'POST', `/v1/staff/devices/${desk}/allow`)).status).toBe('done')
    const after = await seen('clerk.ordnung', desk)
    expect(after.status).toBe('done')
    expect(after.body['deskSecret']).not.toBe(before)
  })

  test('one that was cut off by mistake and has not heard of it opens again what lies on it', async () => {
    const mistaken = randomUUID()
    const before = (await seen('clerk.ordnung', mistaken)).body['deskSecret']
    const act = (what: string) => ask('administrator', 'POST', `/v1/staff/devices/${mistaken}/${what}`)
    await act('cut-off')
    expect((await seen('clerk.ordnung', mistaken)).body.code).toBe('session/device-cut-off')
    await act('allow')
    expect((await seen('clerk.ordnung', mistaken)).body['deskSecret']).toBe(before)
    await act('cut-off')
    expect(await forgetSetAside(service.database.db, TEST_TOWN, instantFromMs(service.clock.nowMs() + 6 * DAY_MS))).toBe(0)
    expect(await forgetSetAside(service.database.db, TEST_TOWN, instantFromMs(service.clock.nowMs() + 8 * DAY_MS))).toBe(1)
    await act('allow')
    expect((await seen('clerk.ordnung', mistaken)).body['deskSecret']).not.toBe(before)
  })

  test('are forgotten when nobody has signed in there for half a year, unless they are cut off', async () => {
    const [old, cutOff] = [randomUUID(), randomUUID()]
    for (const deskId of [old, cutOff]) await seen('clerk.ordnung', deskId)
    await ask('administrator', 'POST', `/v1/staff/devices/${cutOff}/cut-off`)
    await service.database.db.updateTable('devices').set({ last_seen_at: instantFromMs(service.clock.nowMs() - 181 * DAY_MS) }).where('desk_id', 'in', [old, cutOff]).execute()
    expect(await forgetDevices(service.database.db, TEST_TOWN, instantFromMs(service.clock.nowMs()))).toBe(1)
    const left = (await devices()).map(({ deskId }) => deskId)
    expect([left.includes(old), left.includes(cutOff)]).toEqual([false, true])
  })

  test('erase nothing for what was decided before the service was set back to an earlier day', async () => {
    const { db } = service.database
    const setBack = randomUUID()
    await put(staffNamed('war.weg'))
    for (const login of ['war.weg', 'clerk.ordnung']) await seen(login, setBack)
    const keys = ['war.weg', 'clerk.ordnung'].map(login => accountKeyOf(TEST_TOWN, accountOf(login)))
    const toErase = async () => (await service.app.inject({ method: 'POST', url: '/desk/v1/standing', payload: { desk: setBack, holds: keys } })).json<{ readonly erase: readonly string[] }>().erase
    await put(staffNamed('war.weg', { active: false }))
    const { epoch } = await db.selectFrom('dataset').select('epoch').executeTakeFirstOrThrow()
    await db.updateTable('dataset').set({ epoch: 'restored' }).execute()
    expect((await db.selectFrom('dataset').select('restored_at').executeTakeFirstOrThrow()).restored_at, 'whoever sets it back begins a new life').not.toBeNull()
    await db.updateTable('dataset').set({ epoch, restored_at: instantFromMs(service.clock.nowMs() + 1_000) }).execute()
    await db.updateTable('dataset').set({ restored_at: instantFromMs(service.clock.nowMs() + 1_000) }).execute()
    expect(await toErase()).toEqual([])
    service.clock.move(2_000)
    expect((await ask('administrator', 'POST', `/v1/staff/devices/${setBack}/cut-off`)).status).toBe('done')
    expect(await toErase()).toEqual(keys)
    await db.updateTable('dataset').set({ restored_at: null }).execute()
  })

  test('an account is the identity’s that it first belonged to, whatever its login becomes', async () => {
    await put(staffNamed('petra.echt'))
    const id = accountOf('petra.echt')
    expect((await seen('petra.echt')).status).toBe('done')
    await run('administrator', 'staff.change', { accountId: id, login: 'it.test', name: 'Petra', grants: [{ role: 'clerk', departmentId: 'ordnung' }] }, undefined, await basedOn(id))
    expect((await seen('it.test')).body.code).toBe('session/unknown-account')
    // Nor by an account that is somebody's already.
    await put(staffNamed('petra.echt.zwei', { login: 'petra.echt' }))
    expect((await seen('petra.echt')).body.code).toBe('session/unknown-account')
  })

  test('throw away what belonged to somebody who has left, and nothing of others', async () => {
    const [gone, stays] = ['hat.gekuendigt', 'bleibt'] as const
    for (const login of [gone, stays]) await put(staffNamed(login))
    for (const login of [gone, stays]) await seen(login, desk)
    const [goneKey, staysKey] = [gone, stays].map(login => accountKeyOf(TEST_TOWN, accountOf(login))) as [string, string]
    expect(await standing([goneKey, staysKey])).toEqual({ cutOff: false, erase: [] })
    await run('administrator', 'staff.leave', { accountId: accountOf(gone), lastDay: null })
    expect(await standing([goneKey, staysKey])).toEqual({ cutOff: false, erase: [goneKey] })
  })
})

describe('groups of the town’s own sign-in', () => {
  const now = () => instantFromMs(service.clock.nowMs())
  const apply = (login: string, groups: readonly string[], opensAccounts = false, saidAt = 0) => applyGroups(service.database, TEST_TOWN, { login, groups, saidAt }, { opensAccounts, now: now() })
  const grantsOf = async (login: string) => (await service.database.db.selectFrom('staff').select('grants').where('town_id', '=', TEST_TOWN).where('login', '=', login).executeTakeFirst())?.grants

  test('give and take at each sign-in, open an account where the town wants it, and leave what was given by hand', async () => {
    const groups = [{ group: 'Ordnungsamt', grants: [{ role: 'clerk', departmentId: 'ordnung' }] }, { group: 'IT', grants: [{ role: 'administrator', departmentId: null }] }]
    expect((await ask('administrator', 'PUT', '/v1/staff/groups', { groups })).body).toMatchObject({ hasOwnSignIn: true, claim: 'groups' })
    expect((await ask('administrator', 'PUT', '/v1/staff/groups', { groups: [{ group: 'X', grants: [{ role: 'clerk', departmentId: 'nirgends' }] }] })).body.code).toBe('applications/unknown-department')
    await put(staffNamed('in.gruppen', { grants: [{ role: 'lead', departmentId: DepartmentId.parse('bau') }] }))
    expect(await apply('IN.Gruppen', ['Ordnungsamt', 'Sport'])).toBe('changed')
    expect(await apply('in.gruppen', ['Ordnungsamt', 'Sport'])).toBe('same')
    expect(await grantsOf('in.gruppen')).toEqual([{ role: 'lead', departmentId: 'bau' }, { role: 'clerk', departmentId: 'ordnung', fromGroup: 'Ordnungsamt' }])
    expect(await apply('in.gruppen', [])).toBe('changed')
    expect(await grantsOf('in.gruppen')).toEqual([{ role: 'lead', departmentId: 'bau' }])
    expect([await apply('ganz.neu', ['Ordnungsamt']), await apply('ganz.neu', ['Sport'], true), await grantsOf('ganz.neu')]).toEqual(['same', 'same', undefined])
    expect(await apply('ganz.neu', ['Ordnungsamt'], true)).toBe('opened')
    expect(await grantsOf('ganz.neu')).toEqual([{ role: 'clerk', departmentId: 'ordnung', fromGroup: 'Ordnungsamt' }])
    // Who gave and took what is in the log, long after the feed has forgotten it.
    const { rows } = await sql<{ action: string; rights: readonly object[] }>`select entry::json ->> 'action' as action, entry::json -> 'rights' as rights from audit_log where town_id = ${TEST_TOWN} and entry like '%"rights":%' order by audit_position desc limit 3`.execute(service.database.db)
    const inOrdnung = { role: 'clerk', departmentId: 'ordnung', group: 'Ordnungsamt' }
    expect(rows).toMatchObject([
      { action: 'staff.opened-by-group', rights: [{ ...inOrdnung, kind: 'given' }] }, { action: 'staff.groups-applied', rights: [{ ...inOrdnung, kind: 'taken' }] }, { action: 'staff.groups-applied', rights: [{ ...inOrdnung, kind: 'given' }] },
    ])
    const set = (await sql<{ rights: readonly object[] }>`select entry::json -> 'rights' as rights from audit_log where town_id = ${TEST_TOWN} and entry like '%"action":"staff.set-groups"%' order by audit_position desc limit 1`.execute(service.database.db)).rows[0]
    expect(set?.rights).toEqual(expect.arrayContaining([{ ...inOrdnung, kind: 'given', accountId: null }, { kind: 'given', accountId: null, role: 'administrator', departmentId: null, group: 'IT' }]))
    // A token that was given before the right was taken says what was.
    expect(await apply('in.gruppen', ['Ordnungsamt'], false, 1_000)).toBe('changed')
    expect(await apply('in.gruppen', [], false, 2_000)).toBe('changed')
    expect(await apply('in.gruppen', ['Ordnungsamt'], false, 1_500)).toBe('same')
    await put(staffNamed('weg', { active: false, grants: [] }))
    expect([await apply('weg', ['Ordnungsamt'], true), await grantsOf('weg')]).toEqual(['same', []])
  })

  test('who stands in for an administrator gives the right to administer to no other group', async () => {
    await put(staffNamed('springt.ein', { grants: [{ role: 'clerk', departmentId: ORDNUNG }], deputyships: [{ forPersonId: PersonId.parse(derivedUuid('test/person', 'administrator')), from: instantFromMs(service.clock.nowMs() - 1_000), until: instantFromMs(service.clock.nowMs() + DAY_MS) }] }))
    const administer = { role: 'administrator', departmentId: null }
    const clerk = { role: 'clerk', departmentId: 'ordnung' }
    const set = async (...groups: readonly object[]) => (await ask('springt.ein', 'PUT', '/v1/staff/groups', { groups })).body.code ?? 'done'
    expect((await ask('administrator', 'PUT', '/v1/staff/groups', { groups: [{ group: 'IT', grants: [administer] }] })).status).toBe('done')
    expect(await set({ group: 'IT', grants: [administer] }, { group: 'Alle', grants: [clerk, administer] })).toBe('staff/lent-administrator')
    expect(await set({ group: 'Alle', grants: [administer] })).toBe('staff/lent-administrator')
    expect(await set({ group: 'IT', grants: [administer] }, { group: 'Alle', grants: [clerk] })).toBe('done')
  })
})
