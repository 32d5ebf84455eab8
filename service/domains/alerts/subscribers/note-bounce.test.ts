import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { aTopic } from '../../../../shared/domains/alerts/testing.ts'
import { plusDays } from '../../../../shared/time.ts'
import { TEST_TIME, testEngines } from '../../../store/testing.ts'
import { townPerTest } from '../../testing.ts'
import { forgetUnconfirmed } from './forget.ts'
import { noteBounce } from './note-bounce.ts'

describe.each(testEngines())('subscriptions on $kind', ({ open }) => {
  const own = townPerTest(open)
  const add = async (more: { readonly state?: 'active' | 'unconfirmed'; readonly daysAgo?: number; readonly mode?: 'training' } = {}): Promise<string> => {
    const id = randomUUID()
    await own.database.db.insertInto('subscribers').values({
      town_id: own.townId, id, mode: more.mode ?? 'live', channel: 'email', address: `${id}@example.org`, language: 'de', topic_ids: [aTopic().id], localities: ['Uchtdorf'],
      state: more.state ?? 'active', created_at: plusDays(TEST_TIME, -(more.daysAgo ?? 0)),
    }).execute()
    return id
  }
  const stateOf = async (id: string) => (await own.database.db.selectFrom('subscribers').select(['state', 'address', 'topic_ids']).where('id', '=', id).execute())[0]
  const bounces = async (id: string, days: readonly number[]): Promise<void> => {
    for (const day of days) await noteBounce(own.database.db, own.townId, id, plusDays(TEST_TIME, day))
  }

  test('an address that refuses on three days is given up and forgotten; another one is not touched', async () => {
    const [id, other] = [await add(), await add()]
    await bounces(id, [0, 1])
    expect((await stateOf(id))?.state).toBe('active')
    await bounces(id, [2])
    expect(await stateOf(id)).toEqual({ state: 'bounced', address: '', topic_ids: [] })
    await bounces(id, [3])
    expect([(await stateOf(id))?.state, (await stateOf(other))?.state]).toEqual(['bounced', 'active'])
  })

  test('a mailbox that is full for one evening, or once in a year, stays', async () => {
    const [evening, rarely, drill] = [await add(), await add(), await add({ mode: 'training' })]
    await bounces(evening, [0, 0.01, 0.02, 0.1, 0.2])
    await bounces(rarely, [0, 200, 400, 600])
    await bounces(drill, [0, 1, 2, 3])
    expect([(await stateOf(evening))?.state, (await stateOf(rarely))?.state, (await stateOf(drill))?.state]).toEqual(['active', 'active', 'active'])
  })

  test('who never said yes is forgotten after seven days', async () => {
    const [old, young, active] = [await add({ state: 'unconfirmed', daysAgo: 8 }), await add({ state: 'unconfirmed', daysAgo: 6 }), await add({ daysAgo: 400 })]
    expect(await forgetUnconfirmed(own.database.db, own.townId, TEST_TIME)).toBe(1)
    expect([await stateOf(old), (await stateOf(young))?.state, (await stateOf(active))?.state]).toEqual([undefined, 'unconfirmed', 'active'])
  })
})
