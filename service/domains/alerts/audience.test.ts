import fc from 'fast-check'
import { sql } from 'kysely'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Area } from '../../../shared/domains/alerts/area.ts'
import type { Channel, Language } from '../../../shared/domains/alerts/content.ts'
import { aContent, anAlert, aTopic, aTownsSettings } from '../../../shared/domains/alerts/testing.ts'
import { anActor } from '../../../shared/domains/staff/testing.ts'
import { AlertId, TopicId } from '../../../shared/ids.ts'
import type { Access } from '../../store/access.ts'
import { commitChanges } from '../../store/commit.ts'
import type { Database } from '../../store/database.ts'
import { addTestTown, anOrigin, TEST_TIME, TEST_TOWN, testEngines } from '../../store/testing.ts'
import { audienceOf } from './audience.ts'
import { spreadNext } from './sending/spread.ts'
import type { SubscribersTable } from './tables.ts'

const SEED = Number(process.env['FC_SEED'] ?? Date.now() % 2_147_483_647)
const RUNS = 40
const PLACES = ['Tangerhütte', 'Uchtdorf', 'Lüderitz'] as const
const CHANNELS: readonly Channel[] = ['email', 'sms', 'push']
/** Every way is there. */
const ANYWHERE = { live: new Set(CHANNELS), training: new Set(CHANNELS) }
const TOPICS = [aTopic(), aTopic({ id: TopicId.parse('freibaeder') })] as const

interface Somebody {
  readonly mode: 'live' | 'training'
  readonly channel: Channel
  readonly language: Language
  readonly topics: readonly TopicId[]
  readonly localities: readonly string[]
  readonly state: SubscribersTable['state']
}

const somebody: fc.Arbitrary<Somebody> = fc.record({
  mode: fc.constantFrom('live', 'live', 'live', 'training'), channel: fc.constantFrom(...CHANNELS), language: fc.constantFrom('de', 'en'),
  topics: fc.subarray(TOPICS.map(({ id }) => id), { minLength: 1 }), localities: fc.subarray([...PLACES]), state: fc.constantFrom('active', 'active', 'active', 'unconfirmed', 'ended', 'bounced'),
})
const area: fc.Arbitrary<Area> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...PLACES).map(name => ({ kind: 'locality', name }) as const) },
  { weight: 1, arbitrary: fc.constant({ kind: 'circle', name: 'Umkreis', centre: [52.4, 11.8], radiusKm: 2 } as const) },
)

describe.each(testEngines())('audience on $kind', ({ open }) => {
  let database: Database
  beforeAll(async () => {
    database = await open()
    await addTestTown(database)
    const topics = TOPICS.map(row => ({ table: 'alert_topics', row }) as const)
    await database.db.transaction().execute(trx => commitChanges(trx, anOrigin(), [{ table: 'alert_settings', row: aTownsSettings() }, ...topics]))
  })
  afterAll(() => database.close())

  const access: Access = { actor: anActor('officer', '1', { grants: [{ role: 'officer', departmentId: null, viaPersonId: null, viaName: null }] }), scopes: new Map() }
  const enter = async (people: readonly Somebody[]): Promise<void> => {
    await sql`delete from subscribers`.execute(database.db)
    const rows = people.map(({ mode, channel, language, topics, localities, state }, index) => ({
      town_id: TEST_TOWN, id: randomUUID(), mode, channel, address: `${index}@example.org`, language, topic_ids: topics, localities, state, created_at: TEST_TIME,
    }))
    if (rows.length > 0) await database.db.insertInto('subscribers').values(rows).execute()
  }

  /** Who gets a message by one way, by language, as it is sent. */
  async function told(mode: 'live' | 'training', channel: Channel, areas: readonly Area[], topicId: TopicId): Promise<Readonly<Record<string, number>>> {
    const alert = anAlert({ id: AlertId.parse(randomUUID()), mode, content: aContent({ topicId, areas: [...areas], channels: [...CHANNELS] }) })
    await database.db.transaction().execute(trx => commitChanges(trx, anOrigin(), [{ table: 'alerts', row: alert }]))
    const sending = { town_id: TEST_TOWN, alert_id: alert.id, mode, channel, priority: 1, state: 'open' as const, is_spread: false, begun_at: TEST_TIME, expires_at: TEST_TIME }
    await database.db.insertInto('alert_sendings').values(sending).execute()
    for (let isSpread = false; !isSpread;) {
      await spreadNext(database.db, { townId: TEST_TOWN, alert, settings: aTownsSettings(), channel, isSpread: false }, TEST_TIME)
      isSpread = (await database.db.selectFrom('alert_sendings').select('is_spread').where('alert_id', '=', alert.id).executeTakeFirstOrThrow()).is_spread
    }
    const { rows } = await sql<{ language: string; people: number }>`
      select s.language, count(*)::int as people from alert_deliveries d join subscribers s on s.id = d.subscriber_id where d.alert_id = ${alert.id} group by s.language`.execute(database.db)
    return Object.fromEntries(rows.map(({ language, people }) => [language, people]))
  }

  async function counted(mode: 'live' | 'training', areas: readonly Area[], topicId: TopicId) {
    const answer = await audienceOf(database.db, access, { topicId, mode, areas: [...areas], channels: [...CHANNELS], earlier: [] }, ANYWHERE)
    if (!answer.ok) throw new Error(answer.error.code)
    return answer.value
  }

  const isReached = (one: Somebody, mode: 'live' | 'training', areas: readonly Area[], topicId: TopicId): boolean =>
    one.mode === mode && one.state === 'active' && (mode === 'training' || (one.topics.includes(topicId)
      && (one.localities.length === 0 || areas.some(({ kind, name }) => kind !== 'locality' || one.localities.includes(name)))))

  test(`whoever is counted before it is sent gets it, and nobody else (${RUNS} random towns, seed ${SEED})`, async () => {
    await fc.assert(fc.asyncProperty(
      fc.array(somebody, { maxLength: 40 }), fc.uniqueArray(area, { minLength: 1, maxLength: 3, selector: ({ name }) => name }), fc.constantFrom('live', 'live', 'training'), fc.constantFrom(...TOPICS),
      async (people, areas, mode, { id }) => {
        await enter(people)
        const audience = await counted(mode, areas, id)
        const reached = people.filter(one => isReached(one, mode, areas, id))
        for (const channel of CHANNELS) {
          const said = Object.fromEntries(audience.ways.filter(way => way.channel === channel).map(({ language, people: count }) => [language, count]))
          expect(said).toEqual(await told(mode, channel, areas, id))
          expect(said).toEqual(Object.fromEntries(Object.entries(Object.groupBy(reached.filter(one => one.channel === channel), ({ language }) => language)).map(([language, those]) => [language, those?.length ?? 0])))
        }
        expect(audience.localities.find(({ name }) => name === '')?.people ?? 0).toBe(reached.filter(({ localities }) => localities.length === 0).length)
      },
    ), { seed: SEED, numRuns: RUNS })
  }, 60_000)

  test('more people than are written down at once: all of them, each once', async () => {
    await enter(Array.from({ length: 4_100 }, (_, index) => ({ mode: 'live', channel: 'email', language: 'de', topics: [TOPICS[0].id], localities: index % 3 === 0 ? ['Lüderitz'] : [], state: 'active' })))
    const areas = [{ kind: 'locality', name: 'Uchtdorf' }] as const
    expect([(await counted('live', areas, TOPICS[0].id)).ways, await told('live', 'email', areas, TOPICS[0].id)]).toEqual([[{ channel: 'email', language: 'de', people: 2_733 }], { de: 2_733 }])
  })
})
