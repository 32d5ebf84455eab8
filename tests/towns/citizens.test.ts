import { afterAll, beforeAll, expect, test } from 'vitest'
import { createSubscriptionLinks } from '../../service/domains/alerts/subscribers/subscription-links.ts'
import { createBookingLinks } from '../../service/domains/appointments/booking-links.ts'
import { createHallLinks } from '../../service/domains/halls/hall-links.ts'
import { OPEN } from '../../service/http/testing.ts'
import { createMailboxKeys } from '../../service/intake/mailbox-keys.ts'
import { TEST_APPLICATION } from '../../service/testing.ts'
import { anAlert } from '../../shared/domains/alerts/testing.ts'
import { aPlace } from '../../shared/domains/appointments/testing.ts'
import { aHall, aHallBooking } from '../../shared/domains/halls/testing.ts'
import { aNotice } from '../../shared/domains/notices/testing.ts'
import { aBookedTime } from '../../shared/domains/vaccinations/testing.ts'
import { derivedUuid, TownId } from '../../shared/ids.ts'
import { instantFromMs } from '../../shared/time.ts'
import { told, twoTowns, type TwoTowns } from './two-towns.ts'

const FOREIGN = TownId.parse('stendal')

let towns: TwoTowns
let keys: { readonly mailbox: string; readonly appointment: string; readonly hall: string; readonly subscription: string }
beforeAll(async () => {
  towns = await twoTowns()
  const { database, clock } = towns.foreign
  keys = {
    mailbox: await createMailboxKeys(database).openFor(FOREIGN, TEST_APPLICATION.id, instantFromMs(clock.nowMs())),
    appointment: await createBookingLinks(database).keyFor(FOREIGN, aBookedTime().id),
    hall: await createHallLinks(database).keyFor(FOREIGN, aHallBooking().id),
    subscription: await createSubscriptionLinks(database).keyFor(FOREIGN, derivedUuid('test/towns', 'subscriber')),
  }
})
afterAll(() => towns.close())

/** The address of a route that is open to everybody, with ids and keys of the foreign town in it. */
function addressOf(path: string): string {
  const key = path.includes('mailboxes') ? keys.mailbox : path.includes('hall') ? keys.hall : path.includes('appointments') || path.includes('bookings') ? keys.appointment : keys.subscription
  const ids: Readonly<Record<string, string>> = { placeId: aPlace().id, hallId: aHall().id, noticeId: aNotice().id, identifier: anAlert().id, link: key, key, code: key, file: `${key}.ics`, id: path.includes('services') ? 'dog-registration' : TEST_APPLICATION.id }
  return path.replaceAll(/:(\w+)/g, (_, name: string) => ids[name] ?? TEST_APPLICATION.id)
}

/** Signed with a key of its own, and so never the same twice. */
const SIGNED = /\.jws$|keys\.json$|vaccination-keys$|service-card-(?:keys|list)$/
/** Every answer of these carries an id that was made for it. */
const MADE_EACH_TIME = /name="key" value="[^"]*"/g
const plain = ({ status, body }: { readonly status: number; readonly body: string }): string => `${status} ${body.replaceAll(MADE_EACH_TIME, '')}`

test.each(OPEN)('%s: with the keys and ids of another town', async name => {
  const [method = 'GET', path = ''] = name.split(' ')
  const request = method === 'GET' ? { url: addressOf(path) } : { method: method as 'POST', url: addressOf(path), payload: {} }
  const [here, nowhere] = [await told(towns.own, request, {}), await told(towns.alone, request, {})]
  expect(here.status).toBe(nowhere.status)
  if (!SIGNED.test(path)) expect(plain(here)).toBe(plain(nowhere))
})

test.each([
  ['a mailbox', () => `/portal/v1/mailboxes/${keys.mailbox}`], ['its page', () => `/portal/mailboxes/${keys.mailbox}`], ['an appointment', () => `/public/v1/bookings/${keys.appointment}`],
  ['a hall that was asked for', () => `/public/v1/hall-requests/${keys.hall}`], ['a form', () => '/public/v1/services/dog-registration/form'],
])('%s opens in its own town and in no other', async (_, url) => {
  expect((await told(towns.foreign, { url: url() }, {})).status).toBe(200)
  expect((await told(towns.own, { url: url() }, {})).status).toBe(404)
})
