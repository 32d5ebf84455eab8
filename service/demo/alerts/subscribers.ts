import type { Insertable } from 'kysely'
import type { Channel } from '../../../shared/domains/alerts/content.ts'
import { deviceLine } from '../../domains/alerts/push/push-device.ts'
import type { SubscribersTable } from '../../domains/alerts/tables.ts'
import { derivedUuid, type TownId } from '../../../shared/ids.ts'
import { plusDays, type Instant } from '../../../shared/time.ts'
import { inventCitizen } from '../citizen.ts'
import { inventedDevice } from '../push-demo.ts'
import { createRandom, type Random } from '../random.ts'
import { TOWN } from '../town.ts'
import { demoAlertSettings } from './settings.ts'
import { topicIdOf, type TopicKey } from './topics.ts'

type Subscriber = Insertable<SubscribersTable>

const COUNT = 2_000
/** Every so many-th by SMS: there are no more numbers than 200 that belong to nobody. */
const BY_SMS_EVERY = 13
/** Those who want it on their telephone, without an address. */
const DEVICES = 160

/** How many of a hundred chose a topic. */
const CHOSEN: readonly (readonly [TopicKey, number])[] = [['gefahren', 82], ['kinderbetreuung', 24], ['ausschreibungen', 9], ['vereine', 21], ['neue-nachbarn', 14], ['freibaeder', 37]]

/** The demo town's subscribers, all invented, and whoever takes part in drills. */
export function demoSubscribers(townId: TownId, random: Random, now: Instant): readonly Subscriber[] {
  // From a source of their own: what the rest of the town looks like does not hang on them.
  const ofDevices = createRandom(DEVICES)
  const devices = Array.from({ length: DEVICES }, (_, index) => onDevice(subscriber(townId, ofDevices, now, COUNT + index)))
  return [...Array.from({ length: COUNT }, (_, index) => subscriber(townId, random, now, index)), ...devices, ...demoAlertSettings().trainingAddresses.map(address => inDrills(townId, address, now))]
}

function subscriber(townId: TownId, random: Random, now: Instant, index: number): Subscriber {
  const channel: Channel = index % BY_SMS_EVERY === 0 ? 'sms' : 'email'
  const state = random.weighted([['active', 94], ['unconfirmed', 2], ['ended', 3], ['bounced', 1]] as const)
  const created = plusDays(now, state === 'unconfirmed' ? -1 : -random.between(3, 900))
  const { email, locality } = inventCitizen(random)
  return {
    town_id: townId, id: derivedUuid(TOWN.id, `alerts/subscriber/${index}`), mode: 'live', channel, address: channel === 'sms' ? inventedNumber(index / BY_SMS_EVERY) : email.replace('@', `.${index}@`),
    language: random.weighted([['de', 93], ['en', 7]] as const), topic_ids: topics(random), localities: random.chance(0.55) ? [] : localities(random, locality), state, created_at: created,
    confirmed_at: state === 'unconfirmed' ? null : created, ended_at: state === 'ended' ? plusDays(now, -random.between(0, 2)) : null, bounces: state === 'bounced' ? 3 : 0,
  }
}

const onDevice = (one: Subscriber): Subscriber => ({ ...one, channel: 'push', address: deviceLine(inventedDevice(one.id)), bounces: 0 })

function topics(random: Random): SubscribersTable['topic_ids'] {
  const chosen = CHOSEN.filter(([, share]) => random.chance(share / 100)).map(([key]) => topicIdOf(key))
  return chosen.length > 0 ? chosen : [topicIdOf('gefahren')]
}

/** Where somebody lives, now and then another place as well. */
function localities(random: Random, home: string): SubscribersTable['localities'] {
  return [...new Set([home, ...(random.chance(0.2) ? [inventCitizen(random).locality] : [])])]
}

/** Two ranges that are kept free for films: nobody is ever called by a demo. */
const inventedNumber = (index: number): string => `+49${index < 100 ? '17139200' : '17604069'}${index < 100 ? '' : '0'}${String(index % 100).padStart(2, '0')}`

const inDrills = (townId: TownId, address: string, now: Instant): Subscriber => ({
  town_id: townId, id: derivedUuid(TOWN.id, `alerts/drill/${address}`), mode: 'training', channel: 'email', address, language: 'de', topic_ids: [], localities: [], state: 'active', created_at: plusDays(now, -400),
  confirmed_at: plusDays(now, -400),
})
