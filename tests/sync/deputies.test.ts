import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { getEffective } from '../../main/core/cache/rows.ts'
import { systemClock } from '../../main/core/clock.ts'
import { waitReally } from '../../main/core/sync/backoff.ts'
import { aStaffAccount } from '../../shared/domains/staff/testing.ts'
import { germanDayAt, plusCalendarDays, startOfGermanDay } from '../../shared/german-days.ts'
import { AccountId, DepartmentId, PersonId, type ApplicationId } from '../../shared/ids.ts'
import { goOffline, createWeather, type Weather } from './support/weather.ts'
import { openDesk, settled, until, type DeskSettings, type LiveDesk } from './support/desk.ts'
import { personOf, startTown, type TestTown } from './support/town.ts'

let town: TestTown
const open: LiveDesk[] = []

const DORA = aStaffAccount({
  id: AccountId.parse('0192a000-0000-7000-8000-0000000000b8'), personId: PersonId.parse('0192a000-0000-7000-8000-0000000000a8'), login: 'dora', name: 'dora',
  grants: [{ role: 'clerk', departmentId: DepartmentId.parse('soziales') }],
})
const BOSS = aStaffAccount({
  id: AccountId.parse('0192a000-0000-7000-8000-0000000000b9'), personId: PersonId.parse('0192a000-0000-7000-8000-0000000000a9'), login: 'boss', name: 'boss',
  grants: [{ role: 'administrator', departmentId: null }],
})
const accountOf = (login: string): AccountId => AccountId.parse(personOf(login).replace(/a(.)$/, 'b$1'))
const today = germanDayAt(Date.now())

beforeAll(async () => {
  town = await startTown()
  await town.change([{ table: 'staff', row: DORA }, { table: 'staff', row: BOSS }])
})
afterEach(async () => { await Promise.all(open.splice(0).map(desk => desk.close())) })
afterAll(() => town.close())

async function aDesk(login: string, weather: Weather = createWeather(), settings: DeskSettings = {}): Promise<LiveDesk> {
  const opened = await openDesk(town.url, login, weather, undefined, settings)
  open.push(opened)
  await settled(opened)
  return opened
}

const shown = ({ cache }: LiveDesk, id: string) => getEffective(cache.db, 'applications', id)
const holds = ({ cache }: LiveDesk): boolean => (cache.db.prepare(`SELECT count(*) FROM applications WHERE scope = 'department:ordnung'`).pluck().get() as number) > 0
const sees = (desk: LiveDesk, question: () => boolean): Promise<void> => until(question, desk.sync.changes, desk.sync.status, desk.sync.actor)
const lendToDora = { accountId: DORA.id, forAccountId: accountOf('anna'), firstDay: today, lastDay: plusCalendarDays(today, 7) }
const running = async (): Promise<{ readonly accountId: AccountId; readonly forAccountId: AccountId; readonly from: string }> => {
  const row = await town.database.db.selectFrom('staff').select('deputyships').where('id', '=', DORA.id).executeTakeFirstOrThrow()
  return { accountId: DORA.id, forAccountId: accountOf('anna'), from: row.deputyships.at(-1)?.from ?? '' }
}

test('a deputy named by an administrator gets the lent cases, works on them i. V., and loses them when it is ended', async () => {
  const [id = '' as ApplicationId] = await town.receive(1)
  const [anna, dora, boss] = [await aDesk('anna'), await aDesk('dora'), await aDesk('boss')]
  expect(holds(dora)).toBe(false)
  anna.sync.submit('applications.claim', { applicationId: id })
  await settled(anna)

  expect(await anna.sync.run('staff.set-deputy', lendToDora)).toMatchObject({ ok: false, error: { code: 'staff/deputy-unfit' } })
  expect(boss.sync.submit('staff.set-deputy', lendToDora)).toMatchObject({ ok: false, error: { code: 'commands/online-only' } })
  expect(await boss.sync.run('staff.set-deputy', lendToDora)).toMatchObject({ ok: true })
  await sees(dora, () => shown(dora, id)?.assigneeId === personOf('anna'))
  dora.sync.submit('applications.note', { applicationId: id, text: 'in place of anna' })
  await settled(dora)
  const line = await town.database.db.selectFrom('application_events').selectAll().where('text', '=', 'in place of anna').executeTakeFirstOrThrow()
  expect(line).toMatchObject({ actor_name: 'dora', acting_for: personOf('anna'), acting_for_name: 'anna' })

  expect(await dora.sync.run('staff.end-deputy', await running())).toMatchObject({ ok: true })
  await sees(dora, () => !holds(dora))
  expect(holds(anna)).toBe(true)
})

test('the end of a deputyship takes the cases off the disk at its moment, without any connection too', async () => {
  await town.receive(1)
  const boss = await aDesk('boss')
  expect(await boss.sync.run('staff.set-deputy', lendToDora)).toMatchObject({ ok: true })
  let aheadMs = 0
  const clock = { nowMs: () => systemClock.nowMs() + aheadMs }
  const weather = createWeather()
  const dora = await aDesk('dora', weather, { clock, wait: (ms, signal) => waitReally(Math.min(ms, 20), signal) })
  await sees(dora, () => holds(dora))
  goOffline(weather)
  await until(() => dora.sync.status.value.connection !== 'online', dora.sync.status)
  const endMs = Date.parse(startOfGermanDay(plusCalendarDays(today, 8)))

  aheadMs = endMs - systemClock.nowMs() - 60_000
  await until(() => dora.sync.status.value.connection === 'offline', dora.sync.status)
  expect(holds(dora)).toBe(true)
  aheadMs = endMs - systemClock.nowMs() + 1
  await sees(dora, () => !holds(dora))
  expect(dora.sync.actor.value.grants.map(({ viaPersonId }) => viaPersonId)).toEqual([null])
  expect(dora.cache.db.prepare(`SELECT scope FROM scopes ORDER BY scope`).pluck().all()).not.toContain('department:ordnung')
  expect(await boss.sync.run('staff.end-deputy', await running())).toMatchObject({ ok: true })
})

test('a person’s second account is lent along: the service alone sees all accounts and refuses what a desk could not know', async () => {
  await town.change([{ table: 'staff', row: aStaffAccount({ id: AccountId.parse('0192a000-0000-7000-8000-0000000000b7'), personId: personOf('anna'), login: 'anna2', name: 'anna', grants: [{ role: 'lead', departmentId: DepartmentId.parse('soziales') }] }) }])
  const anna = await aDesk('anna')
  expect(await anna.sync.run('staff.set-deputy', { ...lendToDora, accountId: accountOf('bernd') })).toMatchObject({ ok: false, error: { code: 'staff/deputy-unfit' } })
  const rows = await town.database.db.selectFrom('staff').select('deputyships').where('id', '=', accountOf('bernd')).executeTakeFirstOrThrow()
  expect(rows.deputyships).toEqual([])
})
