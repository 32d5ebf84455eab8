import type { ErrorCode } from '../../shared/errors.ts'
import type { JsonObject } from '../../shared/json.ts'
import { FEED_NOTES } from './openapi-feeds.ts'

/** What is said of an operation besides its schemas: how it may be refused, and how it looks. */
export interface OperationNotes {
  readonly errors: readonly ErrorCode[]
  readonly request?: JsonObject
  readonly reply?: JsonObject
}

const CASE = '0192a000-0000-7000-8000-000000000001'
const COMMAND = '0192a000-0000-7000-8000-0000000c0001'
const AT = '2026-11-22T09:00:00.000Z'
const KEY = 'VFRyuhKZwLjrUAF03JMzxucju_YZQUlfuJL6H0RKwHw'

const command = {
  id: COMMAND, name: 'applications.claim', version: 1, input: { applicationId: CASE },
  basedOn: [{ table: 'applications', id: CASE, version: 41 }], after: [], recordedAt: AT,
}
const message = {
  id: '0192a000-0000-7000-8000-00000000d001', direction: 'to-citizen', subject: 'Ihr Antrag ist eingegangen', text: 'Guten Tag, …',
  authorName: null, sentAt: AT, providedAt: AT, retrievedAt: null, files: [],
}

const booking = {
  link: KEY, status: 'booked', persons: 2, startsAt: '2026-12-07T08:00:00.000Z', endsAt: '2026-12-07T08:25:00.000Z', name: 'Änne Großkopf',
  place: { id: '0192a000-0000-7000-8000-000000000e00', name: 'Bürgerbüro', address: 'Bismarckstraße 5, 39517 Tangerhütte', directions: 'Erdgeschoss' },
  services: [{ id: '0192a000-0000-7000-8000-0000000005e1', title: 'Personalausweis beantragen', bring: 'Bisheriger Ausweis' }],
  heldUntil: null, changeUntil: '2026-12-07T07:00:00.000Z',
} as const

const hallTimes = { startsAt: '2026-12-12T13:00:00.000Z', endsAt: '2026-12-12T21:00:00.000Z' } as const
const hallAsked = {
  hallId: '0192a000-0000-7000-8000-00000000a001', ...hallTimes, purpose: 'Geburtstag', persons: 40, note: '',
  tenant: { kind: 'resident', name: 'Änne Großkopf', organisation: '', street: 'Am Anger 3', postalCode: '39517', place: 'Tangerhütte', email: 'aenne@example.org', phone: null },
} as const
const hallQuote = { prices: [{ label: 'Miete', cents: 9_000 }], totalCents: 9_000, depositCents: 14_000 }
const hallRequest = {
  link: KEY, status: 'requested', hall: { id: hallAsked.hallId, name: 'Dorfgemeinschaftshaus Uchtdorf', locality: 'Uchtdorf', address: 'Dorfstraße 1, 39517 Tangerhütte' },
  times: [{ ...hallTimes, status: 'requested' }], purpose: 'Geburtstag', persons: 40, name: 'Änne Großkopf', ...hallQuote, contractNumber: null, reason: null, canWithdraw: true,
}

/** Why a time cannot be had; most name the next one that is free. */
const ERRORS_OF_TIMES: readonly ErrorCode[] = [
  'appointments/slot-taken', 'appointments/closed-then', 'appointments/in-the-past', 'appointments/too-short-notice', 'appointments/too-far-ahead', 'appointments/no-such-service',
]
const ERRORS_OF_LINKS: readonly ErrorCode[] = ['appointments/wrong-link', 'appointments/hold-expired']

/** Why a house cannot be asked for; one that is taken names the next free days. */
const ERRORS_OF_HALL_REQUESTS: readonly ErrorCode[] = [
  'halls/no-such-hall', 'halls/name-missing', 'halls/contact-missing', 'halls/too-many-persons', 'halls/wrong-times', 'halls/in-the-past', 'halls/too-far-ahead',
  'halls/too-many-open', 'halls/not-free',
]

const subscription = { link: KEY, state: 'active', way: 'email', email: 'k…@example.org', language: 'de', topicIds: ['gefahren'], localities: ['Uchtdorf'] }
const subscriptionChoice = { language: 'de', topicIds: ['gefahren'], localities: ['Uchtdorf'] }
const ERRORS_OF_SUBSCRIPTIONS: readonly ErrorCode[] = ['alerts/wrong-link', 'alerts/link-expired']

const noticeOffer = { kindId: 'umlage', title: 'Umlage der Unterhaltungsverbände', openWithinDays: 10 }
const noticeInMailbox = {
  id: CASE, title: 'Umlage der Unterhaltungsverbände', period: { from: '2025-01-01', to: '2025-12-31' }, totalCents: 1_457, reference: '70.2025.00001', providedAt: '2026-11-22T09:00:00.000Z', openUntil: null,
  retrievedAt: '2026-11-23T17:12:00.000Z', opening: 'counts', file: { sha256: '0'.repeat(64), size: 48_120 },
}
const noticeMailbox = { key: KEY, state: 'active', kind: noticeOffer, reference: '70.2025.00001', name: 'Kerstin Wulf', email: 'k…@example.org', notices: [noticeInMailbox] }
const ERRORS_OF_NOTICE_MAILBOXES: readonly ErrorCode[] = ['notices/wrong-link', 'notices/link-expired']

/** May come from every operation. */
export const ERRORS_EVERYWHERE: readonly ErrorCode[] = ['request/invalid', 'request/too-large', 'request/too-many', 'request/overloaded', 'request/unexpected']

/** May come from every operation below `/v1`. */
export const ERRORS_OF_DESKS: readonly ErrorCode[] = [
  'session/signed-out', 'session/expired', 'session/unknown-account', 'session/device-cut-off', 'sync/client-too-old', 'sync/service-away',
]

/** By method and path, as the document names them. */
export const OPERATION_NOTES: Readonly<Record<string, OperationNotes>> = {
  'get /v1/session': { errors: [] },
  'post /v1/commands': { errors: [], request: { commands: [command] }, reply: { answers: [{ kind: 'applied', id: COMMAND, position: 42 }] } },
  'get /v1/commands/{id}': { errors: [], reply: { kind: 'known', answer: { kind: 'applied', id: COMMAND, position: 42 } } },
  'get /v1/feed': { errors: ['sync/scope-forbidden', 'sync/cursor-too-old'] },
  'get /v1/live': { errors: [] },
  'put /v1/presence': { errors: ['commands/record-missing'], request: { record: { table: 'applications', id: CASE } }, reply: {} },
  'get /v1/snapshot': { errors: ['sync/scope-forbidden'] },
  'get /v1/blobs/{id}': { errors: ['blobs/not-found', 'blobs/not-here-yet'] },
  'put /v1/blobs/{id}': { errors: ['blobs/not-found', 'blobs/hash-differs', 'blobs/too-large', 'blobs/not-here-yet'] },
  'post /v1/letters/preview': {
    errors: ['commands/record-missing', 'letters/template-changed', 'letters/template-withdrawn', 'letters/no-typesetter', 'letters/not-typeset'],
    request: {
      applicationId: CASE, outcome: 'refused', reason: 'Der Nachweis fehlt.', conditions: '', amountCents: null, feeCents: 1_250,
      letter: { templateId: 'refused', templateVersion: 1, values: {} },
    },
    reply: { missing: [{ part: 'signatory', variable: null }], pdf: 'JVBERi0xLjcK' },
  },
  'post /v1/letters/templates/preview': {
    errors: ['commands/not-allowed', 'letters/no-typesetter', 'letters/not-typeset'],
    request: {
      content: {
        title: 'Bescheid: bewilligt', serviceId: '', outcome: 'granted', position: 1, subject: 'Bescheid über „{{subject}}“',
        paragraphs: ['Guten Tag {{applicantName}},', 'wir entsprechen Ihrem Antrag.'], asked: [],
        remedies: 'Gegen diesen Bescheid können Sie innerhalb eines Monats Widerspruch erheben bei: {{authority}}, {{place}}.',
      },
      departmentId: 'ordnung', letterhead: null,
    },
    reply: { missing: [], pdf: 'JVBERi0xLjcK' },
  },
  'post /v1/letters/halls/sheet': {
    errors: ['commands/record-missing', 'letters/no-typesetter', 'letters/not-typeset'],
    request: { bookingId: CASE, sheet: 'contract' },
    reply: { pdf: 'JVBERi0xLjcK' },
  },
  'post /v1/service-cards/sheets': {
    errors: ['commands/record-missing', 'letters/no-typesetter', 'letters/not-typeset'], request: { cardIds: [CASE], form: 'sheet' }, reply: { pdf: 'JVBERi0xLjcK' },
  },
  'get /v1/service-cards/{cardId}/address': {
    errors: ['commands/record-missing', 'service-cards/wrong-status'], reply: { address: 'https://rathaus.tangerhuette.example/dienstausweis#eyJhbGciOiJFZERTQSJ9.e30.c2ln' },
  },
  'post /v1/letters/{letterId}/proof': { errors: ['commands/record-missing', 'letters/no-typesetter', 'letters/not-typeset'], reply: { pdf: 'JVBERi0xLjcK' } },
  'post /v1/notices/{noticeId}/letter': {
    errors: ['commands/record-missing', 'notices/no-template', 'letters/no-typesetter', 'letters/not-typeset'],
    reply: { pdf: 'JVBERi0xLjcK' },
  },
  'post /v1/notices/{noticeId}/proof': { errors: ['commands/record-missing', 'letters/no-typesetter', 'letters/not-typeset'], reply: { pdf: 'JVBERi0xLjcK' } },
  'post /v1/notices/runs/{runId}/print': {
    errors: ['commands/record-missing', 'notices/wrong-stage', 'notices/not-to-print', 'letters/no-typesetter', 'letters/not-typeset'], request: { noticeIds: ['0192a000-0000-7000-8000-000000000001'] },
  },
  'post /v1/people/search': { errors: ['commands/not-allowed'], request: { search: 'Mueller' } },
  'post /v1/people/file': { errors: ['commands/not-allowed', 'request/not-found'], request: { id: CASE, reason: null } },
  'post /v1/people/of-record': { errors: ['commands/not-allowed'], request: { table: 'applications', recordId: CASE } },
  'post /v1/people/vaccinations': { errors: ['commands/not-allowed', 'request/not-found'], request: { id: CASE, purpose: 'Rückfrage am Schalter' } },
  'get /v1/people/duplicates': { errors: ['commands/not-allowed'] },
  'put /v1/people/merges/{id}': { errors: ['commands/not-allowed', 'request/not-found', 'people/already-one'], request: { fromId: CASE, intoId: COMMAND, reason: 'Dieselbe Person' } },
  'put /v1/people/merges/{id}/undone': { errors: ['commands/not-allowed', 'request/not-found'], request: { reason: 'Vater und Sohn' } },
  'put /v1/people/apart': { errors: ['commands/not-allowed', 'request/not-found'], request: { oneId: CASE, otherId: COMMAND, reason: 'Vater und Sohn' } },
  'put /v1/people/choices/{id}': { errors: ['commands/not-allowed', 'request/not-found'], request: { personId: CASE, kind: 'way', subject: '', value: 'letter', source: 'counter' } },
  'put /v1/people/secrecy/{id}': { errors: ['commands/not-allowed', 'request/not-found', 'people/secrecy-in-past', 'people/secrecy-too-long'], request: { personId: CASE, until: '2028-11-22', reason: 'Bescheid des Landkreises' } },
  'put /v1/people/records': { errors: ['commands/not-allowed', 'request/not-found'], request: { table: 'appointments', recordId: CASE, personId: CASE, reason: 'Am Telefon bestätigt' } },
  'get /v1/portal-link': { errors: ['commands/not-allowed'] },
  'post /v1/portal-link/look': { errors: ['commands/not-allowed', 'portal-link/not-linked'] },
  'post /v1/portal-link/destinations/{id}/keys': { errors: ['commands/not-allowed', 'portal-link/not-linked'], request: { purpose: 'signing' } },
  'put /v1/portal-link/destinations/{id}/keys/{kid}/known': { errors: ['commands/not-allowed', 'portal-link/not-linked', 'portal-link/no-such-key'] },
  'get /v1/portal-link/mappings/{id}': { errors: ['commands/not-allowed', 'portal-link/no-such-mapping'] },
  'post /v1/portal-link/mappings': { errors: ['commands/not-allowed', 'portal-link/unknown-field', 'portal-link/unreadable-schema'], request: { schemaUri: 'https://schema.fitko.de/fim/s00000114_1.1.schema.json', serviceIdentifier: null, serviceId: 'dog-registration', schema: '{"properties":{"F00000001":{"title":"Vorname"}}}', basedOn: null } },
  'put /v1/portal-link/mappings/{id}': { errors: ['commands/not-allowed', 'portal-link/no-such-mapping', 'portal-link/mapping-changed', 'portal-link/unknown-field'], request: { changedAt: '2026-11-22T09:00:00.000Z', fields: { F00000001: 'firstName' } } },
  'post /v1/portal-link/mappings/{id}/trial': { errors: ['commands/not-allowed', 'portal-link/no-such-mapping', 'portal-link/unreadable-example'], request: { example: '{"F00000001":"Änne"}' } },
  'post /v1/portal-link/mappings/{id}/use': { errors: ['commands/not-allowed', 'portal-link/no-such-mapping', 'portal-link/mapping-changed', 'portal-link/mapping-untried'], request: { changedAt: '2026-11-22T09:00:00.000Z' } },
  'get /v1/privacy/deletable': { errors: ['commands/not-allowed'] },
  'get /v1/privacy/deletions': { errors: ['commands/not-allowed'] },
  'put /v1/privacy/deletions/{id}': { errors: ['commands/not-allowed', 'privacy/list-changed'], request: { fingerprint: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855' } },
  'post /v1/privacy/people': { errors: ['commands/not-allowed'], request: { search: 'Großkopf' } },
  'get /v1/privacy/people/{id}/export': { errors: ['commands/not-allowed', 'request/not-found'] },
  'get /v1/privacy/access-log': { errors: ['commands/not-allowed'] },
  'post /v1/audit/entries': { errors: ['commands/not-allowed'], request: { from: '2026-11-01', to: '2026-11-30', record: 'TGH-2026-4711' } },
  'get /v1/audit/entries/{position}': { errors: ['commands/not-allowed', 'request/not-found'] },
  'get /v1/audit/state': { errors: ['commands/not-allowed'] },
  'put /v1/audit/verifications/{id}': { errors: ['commands/not-allowed'], request: {} },
  'post /v1/audit/anchors': { errors: ['commands/not-allowed'], request: { anchors: ['{"jws":"eyJhbGciOiJFZERTQSJ9.e30.AAAA"}'] } },
  'get /v1/audit/exports': { errors: ['commands/not-allowed'] },
  'post /v1/audit/export': { errors: ['commands/not-allowed', 'audit/too-many-entries'], request: { from: '2026-11-01', to: '2026-11-30', reason: 'Prüfung durch den Landkreis' } },
  'get /v1/protection': { errors: ['commands/not-allowed'] },
  'put /v1/protection/requests/{id}': { errors: ['commands/not-allowed', 'privacy/wrong-day'], request: { kind: 'erasure', name: 'Änne Großkopf', personId: null, note: '', receivedOn: '2026-11-20' } },
  'put /v1/protection/requests/{id}/extended': { errors: ['commands/not-allowed', 'request/not-found', 'privacy/request-answered', 'privacy/request-extended'], request: { reason: 'Die Akten liegen in mehreren Ämtern.' } },
  'put /v1/protection/requests/{id}/answered': { errors: ['commands/not-allowed', 'request/not-found', 'privacy/request-answered', 'privacy/wrong-day'], request: { outcome: 'granted', answer: 'Gelöscht.', answeredOn: '2026-11-27' } },
  'get /v1/places/{placeId}/display': { errors: ['commands/record-missing', 'commands/not-allowed'] },
  'post /v1/places/{placeId}/display': { errors: ['commands/record-missing', 'commands/not-allowed'] },
  'get /v1/places/{placeId}/calendar-feed': { errors: ['commands/record-missing'] },
  'post /v1/places/{placeId}/calendar-feed': { errors: ['commands/record-missing'] },
  'get /v1/service-exchange/file': { errors: ['commands/not-allowed'] },
  'post /v1/service-exchange/look': { errors: ['commands/not-allowed', 'service-exchange/unreadable', 'service-exchange/newer', 'service-exchange/own-town', 'service-exchange/altered'], request: { file: '{"content":{"format":"rathaus-services"}}' } },
  'post /v1/service-exchange/imports': {
    errors: ['commands/not-allowed', 'service-exchange/unreadable', 'service-exchange/newer', 'service-exchange/own-town', 'service-exchange/altered', 'service-exchange/being-written', 'service-exchange/nothing-chosen', 'applications/unknown-department'],
    request: { file: '{"content":{"format":"rathaus-services"}}', services: ['dog-registration'], templates: [], departmentId: 'ordnung' },
  },
  'post /v1/service-exchange/imports/{id}/undone': { errors: ['commands/not-allowed', 'service-exchange/nothing-to-undo'] },
  'get /v1/staff/accounts': { errors: ['commands/not-allowed'] },
  'get /v1/staff/accounts/{accountId}/duties': { errors: ['commands/not-allowed', 'commands/record-missing'] },
  'post /v1/staff/accounts/{accountId}/password': {
    errors: ['commands/not-allowed', 'commands/record-missing', 'staff/own-rights', 'staff/lent-administrator', 'staff/left-already', 'staff/signs-in-elsewhere'],
    reply: { password: 'k7mtpq-x3nfgh-w9rjca', until: '2026-12-13T09:00:00.000Z' },
  },
  'get /v1/staff/devices': { errors: ['commands/not-allowed'] },
  'post /v1/staff/devices/{deskId}/cut-off': { errors: ['commands/not-allowed', 'staff/unknown-device'] },
  'post /v1/staff/devices/{deskId}/allow': { errors: ['commands/not-allowed', 'staff/unknown-device'] },
  'put /v1/staff/device-name': { request: { deskId: CASE, name: 'Laptop Außendienst' }, reply: { name: 'Laptop Außendienst' }, errors: ['staff/unknown-device'] },
  'get /v1/staff/groups': { errors: ['commands/not-allowed'] },
  'put /v1/staff/groups': {
    request: { groups: [{ group: 'Ordnungsamt', grants: [{ role: 'clerk', departmentId: 'ordnung' }] }] }, errors: ['commands/not-allowed', 'staff/lent-administrator', 'applications/unknown-department'],
  },
  'get /v1/town-setup': { errors: ['commands/not-allowed'] },
  'get /v1/town-setup/look': { errors: [] },
  'put /v1/town-setup/branding': { request: { colour: '#0b4f8a', crest: 'keep' }, errors: ['commands/not-allowed', 'town-setup/colour-too-light', 'town-setup/no-crest', 'town-setup/crest-too-large'] },
  'post /v1/town-setup/departments': { request: { id: 'ordnung', name: 'Ordnungsamt' }, errors: ['commands/not-allowed', 'town-setup/known-department'] },
  'post /v1/town-setup/people': {
    request: { login: 'jana.weiss', name: 'Jana Weiß', grants: [{ role: 'clerk', departmentId: 'ordnung' }] }, reply: { firstPassword: 'FDwhwHzrAnFHD0FqgsqB' }, errors: ['commands/not-allowed', 'applications/unknown-department', 'town-setup/known-login', 'staff/lent-administrator'],
  },
  'post /v1/town-setup/test-mail': { request: { to: 'lars.behrends@example.org' }, errors: ['commands/not-allowed', 'town-setup/mail-refused', 'town-setup/mail-unreachable'] },
  'get /v1/reports/town': { errors: ['commands/not-allowed'] },
  'post /v1/vaccinations/recalls/{recallId}/persons': { errors: ['commands/record-missing'], request: { after: null, limit: 200 } },
  'post /v1/vaccinations/recalls/{recallId}/letters': {
    errors: ['commands/record-missing', 'vaccinations/no-address', 'letters/no-typesetter', 'letters/not-typeset'], request: { vaccinationIds: [CASE] }, reply: { pdf: 'JVBERi0xLjcK', vaccinationIds: [CASE] },
  },
  'post /v1/vaccinations/batches/extent': { errors: ['commands/record-missing'], request: { vaccineId: CASE, lot: 'AB123' } },
  'post /v1/vaccinations/search': { errors: ['commands/not-allowed'], request: { familyName: 'Großkopf', givenName: '', birthDay: '1948-03-02', purpose: 'Auskunft an die Person' } },
  'post /v1/vaccinations/records/{vaccinationId}/export': {
    errors: ['session/sign-in-again', 'commands/record-missing'], request: { purpose: 'Auskunft an die Person', format: 'mio' }, reply: { text: '{"resourceType":"Bundle"}', records: 1 },
  },
  'post /v1/vaccinations/records/{vaccinationId}': { errors: ['commands/record-missing'], request: { purpose: 'Auskunft an die Person' } },
  'post /v1/vaccinations/sheets': {
    errors: ['commands/record-missing', 'vaccinations/replaced', 'letters/no-typesetter', 'letters/not-typeset'], request: { sheet: 'certificate', vaccinationIds: [CASE] }, reply: { pdf: 'JVBERi0xLjcK' },
  },
  'post /v1/vaccinations/records/{vaccinationId}/return': { errors: ['commands/record-missing'], request: { purpose: 'Der Vorname ist falsch geschrieben' } },
  'get /v1/vaccinations/retention': { errors: ['commands/not-allowed'] },
  'put /v1/vaccinations/deletions/{id}': {
    errors: ['commands/not-allowed', 'privacy/list-changed'], request: { departmentId: 'ordnung', fingerprint: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855' },
  },
  'post /v1/vaccinations/deletions/{id}/release': { errors: ['commands/not-allowed', 'vaccinations/own-proposal', 'privacy/list-changed'], request: {} },
  'get /v1/vaccinations/figures': { errors: ['commands/not-allowed'] },
  'get /public/v1/services': {
    errors: [],
    reply: { services: [{ id: 'dog-registration', title: { de: 'Hundeanmeldung', en: 'Dog registration' }, formVersion: 2 }] },
  },
  'get /public/v1/services/{id}/form': { errors: ['intake/unknown-service', 'intake/service-withdrawn'] },
  'post /public/v1/submissions': {
    errors: [
      'intake/unknown-service', 'intake/service-withdrawn', 'intake/wrong-form-version', 'intake/invalid-form',
      'intake/attachment-too-large', 'intake/attachment-forbidden', 'intake/attachment-broken', 'intake/too-many-attachments', 'intake/key-reused',
    ],
    request: {
      key: '0192a000-0000-7000-8000-00000000ab01', serviceId: 'dog-registration', formVersion: 2,
      form: { firstName: 'Änne', lastName: 'Großkopf', dogName: 'Bello', isTruthful: true },
      attachments: [{ filename: 'impfung.pdf', mediaType: 'application/pdf', content: 'JVBERi0xLjcK' }],
    },
    reply: { applicationId: CASE, reference: 'TGH-2026-004711', receivedAt: AT, mailbox: KEY },
  },
  'get /public/v1/places': { errors: [] },
  'get /public/v1/places/{placeId}/times': {
    errors: ['appointments/no-such-place', 'appointments/no-such-service', 'appointments/too-many-persons'],
    reply: { minutes: 25, times: [{ startsAt: booking.startsAt, endsAt: booking.endsAt }], nextStartsAt: null, invited: [] },
  },
  'post /public/v1/bookings': {
    errors: [...ERRORS_OF_TIMES, 'appointments/no-such-place', 'appointments/too-many-persons', 'appointments/too-many-holds', 'intake/key-reused'],
    request: { key: '0192a000-0000-7000-8000-00000000ab02', placeId: booking.place.id, serviceIds: [booking.services[0].id], persons: 2, startsAt: booking.startsAt },
    reply: { ...booking, status: 'held', name: '', heldUntil: '2026-11-22T09:10:00.000Z' },
  },
  'get /public/v1/bookings/{link}': { errors: ERRORS_OF_LINKS, reply: booking },
  'post /public/v1/bookings/{link}/confirmation': {
    errors: [
      ...ERRORS_OF_LINKS, 'appointments/name-missing', 'appointments/contact-missing', 'appointments/too-many-open', 'appointments/no-such-service',
      'appointments/slot-taken', 'appointments/closed-then', 'appointments/wrong-status',
    ],
    request: { name: 'Änne Großkopf', email: 'aenne@example.org', phone: null, note: '' },
    reply: booking,
  },
  'get /public/v1/bookings/{link}/times': {
    errors: [...ERRORS_OF_LINKS, 'appointments/wrong-status', 'appointments/no-such-place', 'appointments/no-such-service'],
    reply: { minutes: 25, times: [{ startsAt: booking.startsAt, endsAt: booking.endsAt }], nextStartsAt: null, invited: [] },
  },
  'post /public/v1/bookings/{link}/move': {
    errors: [...ERRORS_OF_LINKS, ...ERRORS_OF_TIMES, 'appointments/wrong-status', 'appointments/too-late-to-change'],
    request: { startsAt: booking.startsAt }, reply: booking,
  },
  'post /public/v1/bookings/{link}/cancellation': {
    errors: [...ERRORS_OF_LINKS, 'appointments/wrong-status', 'appointments/too-late-to-change'], request: {}, reply: { ...booking, status: 'cancelled' },
  },
  'get /public/v1/bookings/{link}/calendar': { errors: ERRORS_OF_LINKS },
  'get /public/v1/halls': { errors: [] },
  'get /public/v1/halls/{hallId}/days': { errors: ['halls/no-such-hall'], reply: { days: [{ day: '2026-12-12', taken: [{ from: '13:00', until: '24:00' }] }] } },
  'post /public/v1/hall-requests/quote': { errors: ERRORS_OF_HALL_REQUESTS, request: hallAsked, reply: hallQuote },
  'post /public/v1/hall-requests': {
    errors: [...ERRORS_OF_HALL_REQUESTS, 'intake/key-reused'], request: { key: '0192a000-0000-7000-8000-00000000ab03', ...hallAsked }, reply: hallRequest,
  },
  'get /public/v1/hall-requests/{link}': { errors: ['halls/wrong-link'], reply: hallRequest },
  'post /public/v1/hall-requests/{link}/withdrawal': {
    errors: ['halls/wrong-link', 'halls/wrong-status'], request: {}, reply: { ...hallRequest, status: 'cancelled', canWithdraw: false },
  },
  'post /v1/alerts/audience': {
    errors: ['commands/record-missing'], request: { topicId: 'gefahren', mode: 'live', areas: [{ kind: 'locality', name: 'Uchtdorf' }], channels: ['email', 'sms'], earlier: [] },
    reply: { ways: [{ channel: 'email', language: 'de', people: 412 }], localities: [{ name: '', people: 390 }, { name: 'Uchtdorf', people: 22 }], away: ['sms'] },
  },
  'get /v1/alerts/{alertId}/progress': { errors: ['commands/record-missing', 'alerts/wrong-stage'] },
  'post /v1/alerts/{alertId}/retry': { errors: ['commands/record-missing', 'alerts/wrong-stage'], request: { channel: 'email' } },
  'get /v1/alerts/{alertId}/report': { errors: ['commands/record-missing', 'letters/no-typesetter', 'letters/not-typeset'] },
  'post /v1/alerts/{alertId}/county-form': {
    errors: ['commands/record-missing', 'commands/not-allowed', 'alerts/incomplete', 'letters/no-typesetter', 'letters/not-typeset'],
    request: { level: 2, means: ['app', 'cell-broadcast'], contactName: 'Steffen Albrecht', contactPhone: '03935 000000' },
  },
  'get /v1/alerts/channel': { errors: ['commands/not-allowed'] },
  'get /v1/alerts/warning-sources': { errors: ['commands/not-allowed'] },
  ...FEED_NOTES,
  'get /public/v1/alerts/topics': {
    errors: [], reply: { topics: [{ id: 'gefahren', kind: 'hazard', name: { de: 'Gefahrenhinweise', en: 'Hazards' }, description: { de: 'Feuer, Hochwasser, Sturm', en: 'Fire, flood, storm' }, ways: ['email', 'push'] }], localities: ['Uchtdorf'], pushKey: `B${'N'.repeat(86)}` },
  },
  'get /public/v1/notices/kinds': { errors: [], reply: { offers: [noticeOffer] } },
  'post /public/v1/notices/mailboxes': {
    errors: ['notices/no-mailbox', 'notices/consent-incomplete'], request: { kindId: 'umlage', reference: '70.2025.00001', name: 'Kerstin Wulf', email: 'kerstin@example.org', language: 'de' }, reply: {},
  },
  'get /portal/v1/notices/{key}': { errors: ERRORS_OF_NOTICE_MAILBOXES, reply: noticeMailbox },
  'post /portal/v1/notices/{key}/confirmation': { errors: [...ERRORS_OF_NOTICE_MAILBOXES, 'notices/no-mailbox', 'notices/mailbox-taken'], request: {}, reply: noticeMailbox },
  'post /portal/v1/notices/{key}/retrievals/{noticeId}': { errors: [...ERRORS_OF_NOTICE_MAILBOXES, 'request/not-found'], request: {}, reply: noticeInMailbox },
  'post /portal/v1/notices/{key}/withdrawal': { errors: ERRORS_OF_NOTICE_MAILBOXES, request: {}, reply: noticeMailbox },
  'post /public/v1/alerts/subscriptions': { errors: ['alerts/not-offered'], request: { email: 'kerstin@example.org', ...subscriptionChoice }, reply: {} },
  'post /public/v1/alerts/devices': {
    errors: ['alerts/not-offered', 'alerts/device-unknown'], reply: {},
    request: { ...subscriptionChoice, device: { endpoint: 'https://updates.push.services.mozilla.com/wpush/v2/gAAAAA', keys: { p256dh: `B${'N'.repeat(86)}`, auth: 'A'.repeat(22) } } },
  },
  'get /public/v1/alerts/subscriptions/{link}': { errors: ERRORS_OF_SUBSCRIPTIONS, reply: subscription },
  'post /public/v1/alerts/subscriptions/{link}/confirmation': { errors: ERRORS_OF_SUBSCRIPTIONS, request: {}, reply: subscription },
  'put /public/v1/alerts/subscriptions/{link}': { errors: [...ERRORS_OF_SUBSCRIPTIONS, 'alerts/not-offered'], request: subscriptionChoice, reply: subscription },
  'post /public/v1/alerts/subscriptions/{link}/end': {
    errors: ERRORS_OF_SUBSCRIPTIONS, request: {}, reply: { ...subscription, state: 'ended', email: '', topicIds: [], localities: [] },
  },
  'get /portal/v1/mailboxes/{key}': {
    errors: ['request/not-found'],
    reply: { reference: 'TGH-2026-004711', subject: 'Hundeanmeldung: Bello', status: 'received', messages: [message], formId: 'dog-registration@2' },
  },
  'post /portal/v1/mailboxes/{key}/messages/{id}/retrieval': { errors: ['request/not-found', 'messages/not-found'], reply: { ...message, retrievedAt: AT } },
  'post /portal/v1/mailboxes/{key}/messages': {
    errors: ['request/not-found', 'messages/empty', 'intake/key-reused'],
    request: { messageId: '0192a000-0000-7000-8000-00000000d002', text: 'Der Impfausweis liegt bei.' },
    reply: { ...message, direction: 'from-citizen', providedAt: null },
  },
}
