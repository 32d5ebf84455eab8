import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Application } from '../../shared/domains/applications/tables.ts'
import { anApplication } from '../../shared/domains/applications/testing.ts'
import { readsMailbox } from '../../shared/domains/people/reads-mailbox.ts'
import { ApplicationId } from '../../shared/ids.ts'
import { instantFromMs } from '../../shared/time.ts'
import { TEST_TOWN, testService, type TestService } from '../testing.ts'
import { nameStatePortal } from './people/channel-before.ts'

let town: TestService
beforeAll(async () => {
  town = await testService()
})
afterAll(() => town.close())

const now = () => instantFromMs(town.clock.nowMs())
const name = () => nameStatePortal(town.database.db, TEST_TOWN, now())
const channelOf = async ({ id }: Application) => (await town.database.db.selectFrom('applications').select('channel').where('id', '=', id).executeTakeFirstOrThrow()).channel
const feed = async () => (await sql<{ readonly position: number; readonly id: string; readonly channel: string }>`select position::int as position, record_id as id, "row"::json->>'channel' as channel from feed order by position, ordinal`.execute(town.database.db)).rows

let count = 4_000
async function aCase(more: Partial<Application>, isOfState = true): Promise<Application> {
  const number = ++count
  const row = anApplication({ id: ApplicationId.parse(randomUUID()), number, reference: `TGH-2026-${number}`, channel: 'portal', form: {}, ...more })
  await town.change([{ table: 'applications', row }])
  if (isOfState) await sql`insert into fit_connect_submissions (town_id, submission_id, destination_id, case_id, state, announced_at, submitted_at, next_at, application_id)
    values (${TEST_TOWN}, ${randomUUID()}, 'destination', ${randomUUID()}, 'accepted', ${now()}, ${now()}, ${now()}, ${row.id})`.execute(town.database.db)
  return row
}

test('cases of before that came over the state’s portal say so once, and every desk hears of it; what is decided and what came over the town’s own portal stays', async () => {
  const open = await aCase({})
  const decided = await aCase({ status: 'closed', outcome: 'granted', decidedAt: now(), closedAt: now() })
  const own = await aCase({}, false)
  const before = await feed()
  expect(await name()).toBe(1)
  expect(await Promise.all([open, decided, own].map(channelOf))).toEqual(['state-portal', 'portal', 'portal'])
  expect((await feed()).slice(before.length)).toEqual([{ position: (before.at(-1)?.position ?? 0) + 1, id: open.id, channel: 'state-portal' }])
  expect(readsMailbox({ channel: await channelOf(open), form: open.form }, { emailKey: 'email' })).toBe(false)
  const once = await feed()
  expect(await name(), 'nothing is left').toBe(0)
  expect(await feed()).toEqual(once)
  await town.change([{ table: 'applications', row: { ...decided, status: 'in-progress', outcome: null, decidedAt: null, closedAt: null } }])
  expect(await name(), 'opened again').toBe(1)
})

test('more than go at once are changed in steps', async () => {
  const ids = Array.from({ length: 501 }, () => ApplicationId.parse(randomUUID()))
  await town.change(ids.map(id => ({ table: 'applications', row: anApplication({ id, number: ++count, reference: `TGH-2026-${count}`, channel: 'portal', form: {} }) })))
  await sql`insert into fit_connect_submissions (town_id, submission_id, destination_id, case_id, state, announced_at, submitted_at, next_at, application_id)
    select ${TEST_TOWN}, id, 'destination', id, 'accepted', ${now()}::timestamptz, ${now()}::timestamptz, ${now()}::timestamptz, id from unnest(${ids}::text[]) as id`.execute(town.database.db)
  const last = (await feed()).at(-1)?.position ?? 0
  expect(await name()).toBe(501)
  expect(((await feed()).at(-1)?.position ?? 0) - last, 'two transactions').toBe(2)
})
