import type { InjectOptions } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { OPEN } from '../../service/http/testing.ts'
import { aTopic } from '../../shared/domains/alerts/testing.ts'
import { aPlace, aService } from '../../shared/domains/appointments/testing.ts'
import { aHall, aTenant } from '../../shared/domains/halls/testing.ts'
import { aNoticeKind } from '../../shared/domains/notices/testing.ts'
import { derivedUuid, PersonId } from '../../shared/ids.ts'
import { instantFromMs } from '../../shared/time.ts'
import { addressOf, keysOf, type ForeignKeys } from './foreign-keys.ts'
import { FOREIGN, told, twoTowns, type Told, type TwoTowns } from './two-towns.ts'

let towns: TwoTowns
let keys: ForeignKeys
beforeAll(async () => {
  towns = await twoTowns()
  keys = await keysOf(towns.foreign, FOREIGN)
  await towns.foreign.database.db.insertInto('devices').values({
    town_id: FOREIGN, desk_id: DESK, name: '', shell: 'electron', version: '1.0.0', last_seen_at: CUT_OFF, cut_off_at: CUT_OFF, cut_off_by: PersonId.parse(derivedUuid('test/person', 'administrator')), erased_at: null,
  }).execute()
})
afterAll(() => towns.close())

const from = { from: '2026-12-07', days: '5' }
const asked = { placeId: aPlace().id, serviceIds: [aService().id], persons: 1, startsAt: '2026-12-07T09:00:00.000Z' }
const house = { hallId: aHall().id, purpose: 'Geburtstag', persons: 40, note: '', startsAt: '2026-12-19T13:00:00.000Z', endsAt: '2026-12-19T20:00:00.000Z', tenant: aTenant({ email: 'aenne@example.org' }) }
const choice = { language: 'de', topicIds: [aTopic().id], localities: [] }
const KEY = derivedUuid('test/towns', 'request')
/** A computer of the foreign town that is cut off: it is told to throw away what it holds. */
const DESK = derivedUuid('test/towns', 'desk')
const CUT_OFF = instantFromMs(Date.parse('2026-11-22T09:00:00.000Z'))
/** What a request has to say to be understood; with it those that name no record in their address name one of the other town too. */
const SAID: Readonly<Record<string, Pick<InjectOptions, 'payload' | 'query' | 'headers'>>> = {
  'GET /public/v1/places/:placeId/times': { query: { 'serviceIds[]': aService().id, persons: '1', ...from } }, 'GET /public/v1/bookings/:link/times': { query: from }, 'GET /public/v1/halls/:hallId/days': { query: from },
  'POST /public/v1/bookings': { payload: { key: KEY, ...asked } },
  'POST /public/v1/bookings/:link/confirmation': { payload: { name: 'Änne Großkopf', email: 'aenne@example.org' } }, 'POST /public/v1/bookings/:link/move': { payload: { startsAt: asked.startsAt } },
  'POST /public/v1/hall-requests': { payload: { key: KEY, ...house } }, 'POST /public/v1/hall-requests/quote': { payload: house },
  'POST /public/v1/submissions': { payload: { key: KEY, serviceId: 'dog-registration', formVersion: 1, form: {} } },
  'POST /public/v1/alerts/subscriptions': { payload: { ...choice, email: 'bernd@example.org' } }, 'PUT /public/v1/alerts/subscriptions/:link': { payload: choice },
  'POST /public/v1/notices/mailboxes': { payload: { kindId: aNoticeKind().id, reference: '4711.0815.1', name: 'Änne Großkopf', email: 'aenne@example.org', language: 'de' } },
  'POST /desk/v1/standing': { payload: { desk: DESK, holds: ['a'.repeat(32)] } },
  'POST /portal/v1/mailboxes/:key/messages': { payload: { messageId: KEY, text: 'Danke.' } },
  'POST /portal/conversations': {
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ key: KEY, topic: 'ordnung/0', subject: 'Laterne', text: 'Die Laterne ist aus.', name: 'Änne Großkopf', email: 'aenne@example.org' }).toString(),
  },
}

const requestOf = (name: string): InjectOptions => {
  const [method = 'GET', path = ''] = name.split(' ')
  const url = addressOf(path, keys, FOREIGN)
  return { method, url, ...(method === 'GET' ? {} : { payload: {} }), ...SAID[name] }
}

/** Signed with a key of its own, and so never the same twice. */
const SIGNED = /\.jws$|keys\.json$|vaccination-keys$|service-card-(?:keys|list)$/
/** Every answer of these carries an id that was made for it. */
const MADE_EACH_TIME = /name="key" value="[^"]*"/g
const plain = ({ status, body }: Told): string => `${status} ${body.replaceAll(MADE_EACH_TIME, '')}`

const comparable = (name: string, answer: Told): string => (SIGNED.test(name) ? String(answer.status) : plain(answer))

test.each(OPEN)('%s: with the keys and ids of another town', async name => {
  const [here, nowhere] = [await told(towns.own, requestOf(name), {}), await told(towns.alone, requestOf(name), {})]
  expect(comparable(name, here)).toBe(comparable(name, nowhere))
})

/** Installers lie in a folder and are the same for every town. */
const OF_NO_TOWN: readonly string[] = ['GET /updates/:channel/:file']
/** Answered to everybody; what differs is what is said. */
const ALWAYS_ANSWERED: readonly string[] = ['POST /desk/v1/standing']

test('where the records are they are found: nobody was asked about nothing', async () => {
  const weak: string[] = []
  for (const name of OPEN.filter(one => !OF_NO_TOWN.includes(one) && (one.includes(':') || Object.hasOwn(SAID, one)))) {
    const [here, there] = [await told(towns.own, requestOf(name), {}), await told(towns.foreign, requestOf(name), {})]
    const isSame = here.status === there.status && (!ALWAYS_ANSWERED.includes(name) || here.body === there.body)
    if (isSame) weak.push(`${here.status} ${name} ${there.body.slice(0, 200)}`)
  }
  expect(weak).toEqual([])
})
