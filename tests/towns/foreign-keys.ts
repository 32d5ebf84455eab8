import { createSubscriptionLinks } from '../../service/domains/alerts/subscribers/subscription-links.ts'
import { released } from '../../service/domains/alerts/ways/testing.ts'
import { createBookingLinks } from '../../service/domains/appointments/booking-links.ts'
import { createDisplayKeys } from '../../service/domains/appointments/display/display-keys.ts'
import { createFeedKeys } from '../../service/domains/appointments/feed/feed-keys.ts'
import { createHallLinks } from '../../service/domains/halls/hall-links.ts'
import { verificationCode } from '../../service/domains/letters/verification-code.ts'
import { createConversationLinks } from '../../service/domains/messages/conversation-links.ts'
import { createConsentKeys } from '../../service/domains/notices/mailbox/consent-keys.ts'
import { createMailboxKeys } from '../../service/intake/mailbox-keys.ts'
import { accountOf, TEST_APPLICATION, TEST_ATTACHMENT, TEST_FILE, type TestService } from '../../service/testing.ts'
import { sha256Hex } from '../../shared/canonical.ts'
import { aTopic } from '../../shared/domains/alerts/testing.ts'
import { aPlace } from '../../shared/domains/appointments/testing.ts'
import { aHall, aHallBooking } from '../../shared/domains/halls/testing.ts'
import { aConversation, aConversationMessage } from '../../shared/domains/messages/testing.ts'
import { aConsent, aNotice } from '../../shared/domains/notices/testing.ts'
import { aBookedTime } from '../../shared/domains/vaccinations/testing.ts'
import { derivedUuid, MessageId, type TownId } from '../../shared/ids.ts'
import { instantFromMs } from '../../shared/time.ts'

/** What opens something of a town to whoever holds it, with nobody signing in. */
export interface ForeignKeys {
  readonly mailbox: string
  /** A message in that mailbox. */
  readonly message: string
  readonly appointment: string
  readonly hall: string
  readonly subscription: string
  readonly conversation: string
  readonly noticeMailbox: string
  readonly display: string
  readonly calendar: string
  /** Of a letter. */
  readonly code: string
  /** Of a message to the public. */
  readonly alert: string
  readonly drill: string
}

/** Gives the town something behind each kind of key, and the keys. */
export async function keysOf(town: TestService, townId: TownId): Promise<ForeignKeys> {
  const { database, clock } = town
  const now = instantFromMs(clock.nowMs())
  const subscriber = derivedUuid('test/towns', 'subscriber')
  const message = MessageId.parse(derivedUuid('test/towns', 'message'))
  const { id: applicationId, scope, personId } = TEST_APPLICATION
  await town.change([
    { table: 'mailbox_consents', row: aConsent() },
    { table: 'conversation_messages', row: aConversationMessage('answer', { id: message, kind: 'to-citizen', providedAt: now, retrievedAt: now }) },
    { table: 'conversation_files', row: {
      id: TEST_ATTACHMENT, scope: aConversation().scope, version: 0, conversationId: aConversation().id, messageId: message, applicationId: null, filename: 'plan.pdf', mediaType: 'application/pdf', size: TEST_FILE.length, sha256: sha256Hex(TEST_FILE),
      addedAt: now, scan: 'not-scanned',
    } },
    { table: 'messages', row: { id: message, scope, version: 0, applicationId, personId, direction: 'to-citizen', subject: 'Ihr Antrag', text: 'Anbei.', attachmentIds: [TEST_ATTACHMENT], authorId: personId, authorName: 'Petra Lindner', sentAt: now, providedAt: now, retrievedAt: now } },
  ])
  await database.db.insertInto('subscribers').values({
    town_id: townId, id: subscriber, mode: 'live', channel: 'email', address: 'erika@example.org', language: 'de', topic_ids: [aTopic().id], localities: [], state: 'active', created_at: now,
  }).execute()
  await database.db.insertInto('letters').values({ town_id: townId, id: TEST_ATTACHMENT, application_id: applicationId, code: verificationCode(TEST_ATTACHMENT), authority: 'Ordnungsamt', dated: '2026-11-20', sha256: sha256Hex(TEST_FILE), created_at: now }).execute()
  await database.db.insertInto('notice_provisions').values({
    town_id: townId, notice_id: aNotice().id, attempt: 1, consent_id: aConsent().id, sha256: sha256Hex(TEST_FILE), bytes: TEST_FILE, provided_at: now, open_until: null, told_at: now, retrieved_at: now, ended_at: null,
  }).execute()
  const [alert, drill] = [await released(town, { channels: ['feed'] }), await released(town, { channels: ['feed'] }, 'training')]
  return {
    mailbox: await createMailboxKeys(database).openFor(townId, applicationId, now), message,
    appointment: await createBookingLinks(database).keyFor(townId, aBookedTime().id),
    hall: await createHallLinks(database).keyFor(townId, aHallBooking().id),
    subscription: await createSubscriptionLinks(database).keyFor(townId, subscriber),
    conversation: await createConversationLinks(database).keyFor(townId, aConversation().id),
    noticeMailbox: await createConsentKeys(database).openFor(townId, aConsent().id, now),
    display: await createDisplayKeys(database).keyFor(townId, aPlace().id),
    calendar: await createFeedKeys(database).keyFor({ townId, accountId: accountOf('clerk.ordnung'), placeId: aPlace().id }),
    code: verificationCode(TEST_ATTACHMENT), alert, drill,
  }
}

/** The address of a route that is open to everybody, with keys and ids of the town in it. */
export function addressOf(path: string, keys: ForeignKeys, townId: TownId): string {
  const key = KEYS.find(([begins]) => begins.test(path))?.[1]
  const opens = key ? keys[key] : ''
  const ids: Readonly<Record<string, string>> = {
    placeId: aPlace().id, hallId: aHall().id, noticeId: aNotice().id, code: keys.code, file: `${keys.calendar}.ics`, link: opens, key: opens,
    identifier: path.includes('drills') ? `${townId}.UEBUNG.${keys.drill}` : `${townId}.${keys.alert}`,
    id: path.includes('services') ? 'dog-registration' : path.includes('files') ? TEST_ATTACHMENT : keys.message,
  }
  return path.replaceAll(/:(\w+)/g, (_, name: string) => ids[name] ?? '')
}

/** By what follows in the address it is said whose key it is. */
const KEYS = [
  [/^\/portal(?:\/v1)?\/mailboxes\//, 'mailbox'], [/\/hall/, 'hall'], [/\/(?:appointments|bookings)\//, 'appointment'], [/\/(?:subscriptions|info)\//, 'subscription'],
  [/\/conversations\//, 'conversation'], [/\/notices\//, 'noticeMailbox'], [/^\/display\//, 'display'],
] as const satisfies readonly (readonly [RegExp, keyof ForeignKeys])[]
