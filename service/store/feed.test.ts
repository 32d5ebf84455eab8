import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Change } from '../../shared/command.ts'
import { aDecision, anApplication } from '../../shared/domains/applications/testing.ts'
import { anActor } from '../../shared/domains/staff/testing.ts'
import { ApplicationId, DepartmentId, derivedUuid, TownId } from '../../shared/ids.ts'
import { plusDays } from '../../shared/time.ts'
import { feedChecksum, FeedReply } from '../../shared/wire/feed.ts'
import { commitChanges, type Origin } from './commit.ts'
import type { Database } from './database.ts'
import { changedScopes, headOf, readFeed, readSharedFeed } from './feed.ts'
import { pruneFeed } from './retention.ts'
import { addTestTown, anOrigin, TEST_TIME, testEngines } from './testing.ts'

const ORDNUNG = 'department:ordnung'
const SOZIALES = 'department:soziales'

const applicationNumber = (number: number): Change => ({
  table: 'applications',
  row: anApplication({ id: ApplicationId.parse(derivedUuid('application', String(number))), number, reference: `T-${number}` }),
})

describe.each(testEngines())('feed on $kind', ({ open }) => {
  let database: Database
  let townId: TownId
  let townCount = 0
  beforeAll(async () => {
    database = await open()
  })
  beforeEach(async () => {
    townId = TownId.parse(`town-${++townCount}`)
    await addTestTown(database, townId)
  })
  afterAll(() => database.close())

  const commit = (changes: readonly Change[], overrides: Partial<Origin> = {}) =>
    database.db.transaction().execute(trx => commitChanges(trx, anOrigin({ townId, ...overrides }), changes))
  const read = async (scope: string, after: number, limit = 100) => {
    const reply = await readSharedFeed(database.db, townId, { scope, after, limit })
    if (!reply.ok) return reply.error.code
    return { upTo: reply.value.upTo, more: reply.value.more, got: reply.value.entries.map(({ position, op, id }) => `${position} ${op} ${id}`) }
  }

  test('a reply holds the rows as they were committed, with count and checksum', async () => {
    const { row } = applicationNumber(5)
    await commit([applicationNumber(5)])
    const access = { actor: anActor('clerk', '1', { townId }), scopes: new Map([[ORDNUNG, '7']]) }
    const reply = await readFeed(database.db, access, { scope: ORDNUNG, after: 1, limit: 10 })
    const entries = [{ op: 'put', position: 2, table: 'applications', id: row.id, row: { ...row, version: 2 } }] as const
    expect(reply).toEqual({
      ok: true,
      value: {
        scope: ORDNUNG, scopeEpoch: '7', datasetEpoch: expect.any(String), after: 1, upTo: 2, entries, count: 1,
        checksum: feedChecksum(entries), more: false,
      },
    })
    expect(FeedReply.safeParse(reply.ok && reply.value).success).toBe(true)
  })

  test('nobody reads a scope they do not have', async () => {
    const access = { actor: anActor('clerk', '1', { townId }), scopes: new Map([['town', '1']]) }
    expect(await readFeed(database.db, access, { scope: ORDNUNG, after: 0, limit: 10 })).toMatchObject({ error: { code: 'sync/scope-forbidden' } })
  })

  test('pages end between transactions and reach the head without a hole', async () => {
    for (const from of [10, 20, 30]) await commit([applicationNumber(from), applicationNumber(from + 1)])
    const id = (number: number) => derivedUuid('application', String(number))
    expect(await read(ORDNUNG, 1, 3)).toEqual({ upTo: 2, more: true, got: [`2 put ${id(10)}`, `2 put ${id(11)}`] })
    expect(await read(ORDNUNG, 2, 3)).toEqual({ upTo: 3, more: true, got: [`3 put ${id(20)}`, `3 put ${id(21)}`] })
    expect(await read(ORDNUNG, 3, 3)).toEqual({ upTo: 4, more: false, got: [`4 put ${id(30)}`, `4 put ${id(31)}`] })
    expect(await read(ORDNUNG, 4, 3)).toEqual({ upTo: 4, more: false, got: [] })
    expect(await read(SOZIALES, 0, 3)).toEqual({ upTo: 4, more: false, got: [] })
  })

  test('a transaction larger than a page comes whole', async () => {
    await commit([1, 2, 3, 4, 5].map(number => applicationNumber(number)))
    await commit([applicationNumber(6)])
    expect(await read(ORDNUNG, 1, 2)).toMatchObject({ upTo: 2, more: true, got: { length: 5 } })
  })

  test('a record that moves leaves one scope and enters the other with all that belongs to it, at one position', async () => {
    await commit([{ table: 'decisions', row: aDecision() }])
    const moved = anApplication({ scope: SOZIALES, departmentId: DepartmentId.parse('soziales') })
    await commit([{ table: 'applications', row: moved }])
    const { id } = moved
    const decision = aDecision().id
    expect(await read(ORDNUNG, 2)).toEqual({ upTo: 3, more: false, got: [`3 left ${id}`, `3 left ${decision}`] })
    expect(await read(SOZIALES, 2)).toEqual({ upTo: 3, more: false, got: [`3 put ${id}`, `3 put ${decision}`] })
    const row = await database.db.selectFrom('decisions').select(['scope', 'version']).where('town_id', '=', townId).executeTakeFirst()
    expect(row).toEqual({ scope: SOZIALES, version: 3 })
  })

  test('a row named twice in one transaction stands as it was named last', async () => {
    const [first, last] = [1, 2].map(unreadMessages => ({ table: 'applications', row: anApplication({ unreadMessages }) }) as const)
    if (!first || !last) return
    const { touched } = await commit([first, last])
    expect(touched).toEqual([{ table: 'applications', id: last.row.id, before: 1, after: 2 }])
    expect(await read(ORDNUNG, 1)).toMatchObject({ got: { length: 1 } })
  })

  test('a rolled-back transaction leaves no hole', async () => {
    const failing = database.db.transaction().execute(async trx => {
      await commitChanges(trx, anOrigin({ townId }), [applicationNumber(1)])
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await commit([applicationNumber(2)])).toMatchObject({ position: 2 })
  })

  test('what retention took away sends older cursors to load anew; newer ones go on', async () => {
    await commit([applicationNumber(1)])
    await commit([applicationNumber(2)], { at: plusDays(TEST_TIME, 91) })
    expect(await pruneFeed(database.db, townId, plusDays(TEST_TIME, 1))).toBe(2)
    expect(await read(ORDNUNG, 1)).toBe('sync/cursor-too-old')
    expect(await read(ORDNUNG, 2)).toMatchObject({ upTo: 3, got: { length: 1 } })
    expect(await pruneFeed(database.db, townId, plusDays(TEST_TIME, 1))).toBe(2)
  })

  test('a cursor beyond the head, as after a restore, is sent to load anew', async () => {
    expect(await read(ORDNUNG, 99)).toBe('sync/cursor-too-old')
  })

  test('only the scopes that changed are named, and the head is where it is', async () => {
    await commit([applicationNumber(1)])
    expect(await changedScopes(database.db, townId, 1, 2)).toEqual([ORDNUNG])
    expect(await headOf(database.db, townId)).toBe(2)
  })

  test('feed rows cannot be changed or taken out but by retention', async () => {
    const feed = () => database.db
    await expect(feed().updateTable('feed').set({ scope: 'town' }).where('town_id', '=', townId).execute()).rejects.toThrow('append-only')
    await expect(feed().deleteFrom('feed').where('town_id', '=', townId).execute()).rejects.toThrow('append-only')
  })

  test('whoever listens hears of a commit, and not of a roll-back', async () => {
    const heard: string[] = []
    const first = Promise.withResolvers<void>()
    await database.listen('feed', payload => {
      heard.push(payload)
      first.resolve()
    })
    const failing = database.db.transaction().execute(async trx => {
      await commitChanges(trx, anOrigin({ townId }), [applicationNumber(1)])
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    await commit([applicationNumber(1)])
    await first.promise
    expect(heard).toEqual([townId])
  })
})
