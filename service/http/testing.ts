import { randomUUID } from 'node:crypto'
import type { InjectOptions } from 'fastify'
import { BLOB_HASH_HEADER } from '../../shared/wire/streams.ts'
import { anAlert, aTopic } from '../../shared/domains/alerts/testing.ts'
import { aPlace } from '../../shared/domains/appointments/testing.ts'
import { aProposed } from '../../shared/domains/applications/testing.ts'
import { contentOfTemplate } from '../../shared/domains/letters/template-content.ts'
import { aCardOrganisation, aCardPhoto, aServiceCard } from '../../shared/domains/service-cards/testing.ts'
import { aHall, aHallBooking } from '../../shared/domains/halls/testing.ts'
import { aConversation, aConversationMessage, aMessageDesk } from '../../shared/domains/messages/testing.ts'
import { aTemplate } from '../../shared/domains/letters/testing.ts'
import { aNotice, aNoticeKind, aNoticeRun, aPaper, aSent } from '../../shared/domains/notices/testing.ts'
import { aStaffAccount } from '../../shared/domains/staff/testing.ts'
import { aSession, aVaccination, aVaccine } from '../../shared/domains/vaccinations/testing.ts'
import { DepartmentId, derivedUuid, PersonId, PlaceId } from '../../shared/ids.ts'
import type { Change } from '../../shared/command.ts'
import { instantFromMs } from '../../shared/time.ts'
import { accountOf, TEST_APPLICATION, TEST_ATTACHMENT, TEST_FILE, TEST_STAFF } from '../testing.ts'
import { contentHash, sha256Hex } from '../../shared/canonical.ts'

/** What a signed-in person gets: a status, or the code of the refusal (also that inside a command's answer). */
export type Outcome = number | string
type ByWhom = readonly [clerk: Outcome, lead: Outcome, otherDepartment: Outcome, officer: Outcome, administrator: Outcome, protection: Outcome, physician: Outcome]

/** Beside `TEST_STAFF`: reads what is known about people's health in `ordnung`, and nothing else there. */
export const PHYSICIAN: Change = { table: 'staff', row: aStaffAccount({
  id: accountOf('physician.ordnung'), personId: PersonId.parse(derivedUuid('test/person', 'physician.ordnung')), version: 0, login: 'physician.ordnung', name: 'physician.ordnung', grants: [{ role: 'physician', departmentId: DepartmentId.parse('ordnung') }],
}) }
/** Whoever is asked in the matrices of routes, in the order of `ByWhom`. */
export const MATRIX_LOGINS: readonly string[] = [...TEST_STAFF.map(({ login }) => login), 'physician.ordnung']

export interface Row {
  readonly request: () => InjectOptions
  readonly outcomes: ByWhom
}

const everybody: ByWhom = [200, 200, 200, 200, 200, 200, 200]
const ownDepartment = (refusal: string): ByWhom => [200, 200, refusal, refusal, refusal, refusal, refusal]
/** Whoever works in the place of health of the department. */
const forHealthTeam = (refusal: string): ByWhom => [200, 200, refusal, refusal, refusal, refusal, 200]

const NO = 'commands/not-allowed'
const GONE = 'commands/record-missing'
const forDeleters: ByWhom = [NO, NO, NO, NO, 200, 200, NO]
const forAdministrators = (answer: Outcome): ByWhom => [NO, NO, NO, NO, answer, NO, NO]
const forProtection = (answer: Outcome): ByWhom => [NO, NO, NO, NO, NO, answer, NO]
/** Whoever writes on a topic of the department, and officers. */
const forWriters = (answer: Outcome): ByWhom => [answer, answer, GONE, answer, GONE, GONE, GONE]
/** Whoever works in the department, and officers: a lost card is blocked at any hour. */
const forCardKeepers: ByWhom = [200, 200, GONE, 200, GONE, GONE, GONE]
/** Whoever works on cases, each in their own department. */
const forCaseWorkers = (answer: Outcome): ByWhom => [answer, answer, answer, NO, NO, NO, NO]
const person = () => ({ personId: randomUUID(), reason: 'Rückfrage am Schalter' })
const NOTHING_TO_DELETE = contentHash([])

const message = () => ({
  id: randomUUID(), name: 'messages.send', version: 1, basedOn: [], after: [], recordedAt: '2026-11-22T09:00:00.000Z',
  input: { applicationId: TEST_APPLICATION.id, subject: 'Frage', text: 'Bitte senden Sie den Nachweis.' },
})

/** Every route below `/v1`, asked about the department `ordnung` by everybody. A route without a row fails. */
export const DESKS: Readonly<Record<string, Row>> = {
  'GET /v1/session': { request: () => ({ url: `/v1/session?desk=${randomUUID()}` }), outcomes: everybody },
  'POST /v1/commands': {
    request: () => ({ method: 'POST', url: '/v1/commands', payload: { commands: [message()] } }),
    outcomes: ['applied', 'applied', 'commands/record-missing', 'commands/not-allowed', 'commands/not-allowed', 'commands/not-allowed', NO],
  },
  'GET /v1/commands/:id': { request: () => ({ url: `/v1/commands/${randomUUID()}` }), outcomes: everybody },
  'GET /v1/feed': { request: () => ({ url: '/v1/feed?scope=department:ordnung&after=0' }), outcomes: ownDepartment('sync/scope-forbidden') },
  'GET /v1/snapshot': { request: () => ({ url: '/v1/snapshot?scope=department:ordnung' }), outcomes: ownDepartment('sync/scope-forbidden') },
  'GET /v1/live': { request: () => ({ url: '/v1/live', payloadAsStream: true }), outcomes: everybody },
  'PUT /v1/presence': {
    request: () => ({ method: 'PUT', url: '/v1/presence', payload: { record: { table: 'applications', id: TEST_APPLICATION.id } } }),
    outcomes: ownDepartment('commands/record-missing'),
  },
  'GET /v1/blobs/:id': { request: () => ({ url: `/v1/blobs/${TEST_ATTACHMENT}` }), outcomes: ownDepartment('blobs/not-found') },
  'POST /v1/letters/preview': {
    request: () => ({ method: 'POST', url: '/v1/letters/preview', payload: { applicationId: TEST_APPLICATION.id, ...aProposed() } }),
    outcomes: ownDepartment('commands/record-missing'),
  },
  'POST /v1/letters/templates/preview': {
    request: () => ({ method: 'POST', url: '/v1/letters/templates/preview', payload: { content: contentOfTemplate(aTemplate()), departmentId: 'ordnung', letterhead: null } }),
    outcomes: [NO, NO, NO, NO, 200, NO, NO],
  },
  'POST /v1/letters/halls/sheet': {
    request: () => ({ method: 'POST', url: '/v1/letters/halls/sheet', payload: { bookingId: aHallBooking().id, sheet: 'contract' } }), outcomes: ownDepartment(GONE),
  },
  'POST /v1/service-cards/sheets': { request: () => ({ method: 'POST', url: '/v1/service-cards/sheets', payload: { cardIds: [aServiceCard().id], form: 'card' } }), outcomes: forCardKeepers },
  'GET /v1/service-cards/:cardId/address': { request: () => ({ url: `/v1/service-cards/${aServiceCard().id}/address` }), outcomes: forCardKeepers },
  // What came with an application is no letter of the town.
  'POST /v1/letters/:letterId/proof': { request: () => ({ method: 'POST', url: `/v1/letters/${TEST_ATTACHMENT}/proof`, payload: {} }), outcomes: [GONE, GONE, GONE, GONE, GONE, GONE, GONE] },
  'POST /v1/notices/:noticeId/letter': { request: () => ({ method: 'POST', url: `/v1/notices/${aNotice().id}/letter`, payload: {} }), outcomes: ownDepartment(GONE) },
  'POST /v1/notices/:noticeId/proof': { request: () => ({ method: 'POST', url: `/v1/notices/${aNotice().id}/proof`, payload: {} }), outcomes: ownDepartment(GONE) },
  'POST /v1/notices/runs/:runId/print': {
    request: () => ({ method: 'POST', url: `/v1/notices/runs/${aNoticeRun().id}/print`, payload: { noticeIds: [aNotice().id] } }), outcomes: ownDepartment(GONE),
  },
  'POST /v1/people/search': { request: () => ({ method: 'POST', url: '/v1/people/search', payload: { search: 'muster' } }), outcomes: forCaseWorkers(200) },
  'POST /v1/people/file': { request: () => ({ method: 'POST', url: '/v1/people/file', payload: { id: randomUUID(), reason: null } }), outcomes: forCaseWorkers('request/not-found') },
  'POST /v1/people/of-record': { request: () => ({ method: 'POST', url: '/v1/people/of-record', payload: { table: 'applications', recordId: TEST_APPLICATION.id } }), outcomes: forCaseWorkers(200) },
  'POST /v1/people/vaccinations': { request: () => ({ method: 'POST', url: '/v1/people/vaccinations', payload: { id: randomUUID(), purpose: 'Rückfrage am Schalter' } }), outcomes: ['request/not-found', 'request/not-found', NO, NO, NO, NO, NO] },
  'GET /v1/people/duplicates': { request: () => ({ url: '/v1/people/duplicates' }), outcomes: forCaseWorkers(200) },
  'PUT /v1/people/merges/:id': {
    request: () => ({ method: 'PUT', url: `/v1/people/merges/${randomUUID()}`, payload: { fromId: randomUUID(), intoId: randomUUID(), reason: 'Dieselbe Person' } }), outcomes: forCaseWorkers('request/not-found'),
  },
  'PUT /v1/people/merges/:id/undone': { request: () => ({ method: 'PUT', url: `/v1/people/merges/${randomUUID()}/undone`, payload: { reason: 'Doch nicht' } }), outcomes: forCaseWorkers('request/not-found') },
  'PUT /v1/people/apart': { request: () => ({ method: 'PUT', url: '/v1/people/apart', payload: { oneId: randomUUID(), otherId: randomUUID(), reason: 'Vater und Sohn' } }), outcomes: forCaseWorkers('request/not-found') },
  'PUT /v1/people/choices/:id': {
    request: () => ({ method: 'PUT', url: `/v1/people/choices/${randomUUID()}`, payload: { personId: randomUUID(), kind: 'way', subject: '', value: 'letter', source: 'counter' } }), outcomes: forCaseWorkers('request/not-found'),
  },
  'PUT /v1/people/secrecy/:id': { request: () => ({ method: 'PUT', url: `/v1/people/secrecy/${randomUUID()}`, payload: { ...person(), until: '2028-11-22' } }), outcomes: forCaseWorkers('request/not-found') },
  'PUT /v1/people/records': { request: () => ({ method: 'PUT', url: '/v1/people/records', payload: { ...person(), table: 'appointments', recordId: randomUUID() } }), outcomes: forCaseWorkers('request/not-found') },
  'GET /v1/portal-link': { request: () => ({ url: '/v1/portal-link' }), outcomes: forAdministrators(200) },
  'POST /v1/portal-link/look': { request: () => ({ method: 'POST', url: '/v1/portal-link/look' }), outcomes: forAdministrators('portal-link/not-linked') },
  'POST /v1/portal-link/destinations/:id/keys': { request: () => ({ method: 'POST', url: `/v1/portal-link/destinations/${randomUUID()}/keys`, payload: { purpose: 'signing' } }), outcomes: forAdministrators('portal-link/not-linked') },
  'PUT /v1/portal-link/destinations/:id/keys/:kid/known': { request: () => ({ method: 'PUT', url: `/v1/portal-link/destinations/${randomUUID()}/keys/${randomUUID()}/known`, payload: {} }), outcomes: forAdministrators('portal-link/not-linked') },
  'GET /v1/portal-link/mappings/:id': { request: () => ({ url: `/v1/portal-link/mappings/${randomUUID()}` }), outcomes: forAdministrators('portal-link/no-such-mapping') },
  'POST /v1/portal-link/mappings': {
    request: () => ({ method: 'POST', url: '/v1/portal-link/mappings', payload: { schemaUri: 'https://schema.example/form.json', serviceIdentifier: null, serviceId: 'no-such-service', schema: '{}', basedOn: null } }),
    outcomes: forAdministrators('portal-link/unknown-field'),
  },
  'PUT /v1/portal-link/mappings/:id': { request: () => ({ method: 'PUT', url: `/v1/portal-link/mappings/${randomUUID()}`, payload: { changedAt: '2026-11-22T09:00:00.000Z', fields: {} } }), outcomes: forAdministrators('portal-link/no-such-mapping') },
  'POST /v1/portal-link/mappings/:id/trial': { request: () => ({ method: 'POST', url: `/v1/portal-link/mappings/${randomUUID()}/trial`, payload: { example: '{}' } }), outcomes: forAdministrators('portal-link/no-such-mapping') },
  'POST /v1/portal-link/mappings/:id/use': { request: () => ({ method: 'POST', url: `/v1/portal-link/mappings/${randomUUID()}/use`, payload: { changedAt: '2026-11-22T09:00:00.000Z' } }), outcomes: forAdministrators('portal-link/no-such-mapping') },
  'GET /v1/privacy/deletable': { request: () => ({ url: '/v1/privacy/deletable' }), outcomes: forDeleters },
  'GET /v1/privacy/deletions': { request: () => ({ url: '/v1/privacy/deletions' }), outcomes: forDeleters },
  'PUT /v1/privacy/deletions/:id': {
    request: () => ({ method: 'PUT', url: `/v1/privacy/deletions/${randomUUID()}`, payload: { fingerprint: NOTHING_TO_DELETE } }), outcomes: forDeleters,
  },
  'POST /v1/privacy/people': { request: () => ({ method: 'POST', url: '/v1/privacy/people', payload: { search: 'muster' } }), outcomes: forProtection(200) },
  'GET /v1/privacy/people/:id/export': { request: () => ({ url: `/v1/privacy/people/${randomUUID()}/export` }), outcomes: forProtection('request/not-found') },
  'GET /v1/privacy/access-log': { request: () => ({ url: '/v1/privacy/access-log?from=2026-01-01&to=2026-12-31' }), outcomes: forProtection(200) },
  'POST /v1/audit/entries': { request: () => ({ method: 'POST', url: '/v1/audit/entries', payload: { from: '2026-01-01', to: '2026-12-31' } }), outcomes: forDeleters },
  'GET /v1/audit/entries/:position': { request: () => ({ url: '/v1/audit/entries/1' }), outcomes: forDeleters },
  'GET /v1/audit/state': { request: () => ({ url: '/v1/audit/state' }), outcomes: forDeleters },
  'PUT /v1/audit/verifications/:id': { request: () => ({ method: 'PUT', url: `/v1/audit/verifications/${randomUUID()}`, payload: {} }), outcomes: forDeleters },
  'POST /v1/audit/anchors': { request: () => ({ method: 'POST', url: '/v1/audit/anchors', payload: { anchors: ['{}'] } }), outcomes: forDeleters },
  'GET /v1/audit/exports': { request: () => ({ url: '/v1/audit/exports' }), outcomes: forDeleters },
  'POST /v1/audit/export': { request: () => ({ method: 'POST', url: '/v1/audit/export', payload: { from: '2026-01-01', to: '2026-12-31', reason: 'Prüfung durch den Landkreis' } }), outcomes: forDeleters },
  'GET /v1/protection': { request: () => ({ url: '/v1/protection' }), outcomes: forProtection(200) },
  'PUT /v1/protection/requests/:id': {
    request: () => ({ method: 'PUT', url: `/v1/protection/requests/${randomUUID()}`, payload: { kind: 'erasure', name: 'Erika Muster', personId: null, note: '', receivedOn: '2026-11-20' } }), outcomes: forProtection(200),
  },
  'PUT /v1/protection/requests/:id/extended': { request: () => ({ method: 'PUT', url: `/v1/protection/requests/${randomUUID()}/extended`, payload: { reason: 'Viele Akten' } }), outcomes: forProtection('request/not-found') },
  'PUT /v1/protection/requests/:id/answered': {
    request: () => ({ method: 'PUT', url: `/v1/protection/requests/${randomUUID()}/answered`, payload: { outcome: 'granted', answer: '', answeredOn: '2026-11-22' } }), outcomes: forProtection('request/not-found'),
  },
  'GET /v1/places/:placeId/display': { request: () => ({ url: `/v1/places/${aPlace().id}/display` }), outcomes: [NO, 200, GONE, GONE, GONE, GONE, GONE] },
  'POST /v1/places/:placeId/display': {
    request: () => ({ method: 'POST', url: `/v1/places/${aPlace().id}/display`, payload: {} }), outcomes: [NO, 200, GONE, GONE, GONE, GONE, GONE],
  },
  'GET /v1/places/:placeId/calendar-feed': { request: () => ({ url: `/v1/places/${aPlace().id}/calendar-feed` }), outcomes: ownDepartment('commands/record-missing') },
  'POST /v1/places/:placeId/calendar-feed': {
    request: () => ({ method: 'POST', url: `/v1/places/${aPlace().id}/calendar-feed`, payload: {} }), outcomes: ownDepartment('commands/record-missing'),
  },
  'POST /v1/vaccinations/recalls/:recallId/persons': { request: () => ({ method: 'POST', url: `/v1/vaccinations/recalls/${randomUUID()}/persons`, payload: { after: null, limit: 10 } }), outcomes: [GONE, GONE, GONE, GONE, GONE, GONE, GONE] },
  'POST /v1/vaccinations/recalls/:recallId/letters': {
    request: () => ({ method: 'POST', url: `/v1/vaccinations/recalls/${randomUUID()}/letters`, payload: { vaccinationIds: [aVaccination().id] } }), outcomes: [GONE, GONE, GONE, GONE, GONE, GONE, GONE],
  },
  'POST /v1/vaccinations/batches/extent': {
    request: () => ({ method: 'POST', url: '/v1/vaccinations/batches/extent', payload: { vaccineId: aVaccine().id, lot: 'AB123' } }), outcomes: [GONE, 200, GONE, GONE, GONE, GONE, 200],
  },
  'POST /v1/vaccinations/search': {
    request: () => ({ method: 'POST', url: '/v1/vaccinations/search', payload: { familyName: 'Muster', givenName: '', birthDay: null, purpose: 'Auskunft an die Person' } }), outcomes: [200, 200, NO, NO, NO, NO, 200],
  },
  'POST /v1/vaccinations/records/:vaccinationId': {
    request: () => ({ method: 'POST', url: `/v1/vaccinations/records/${aVaccination().id}`, payload: { purpose: 'Auskunft an die Person' } }), outcomes: forHealthTeam(GONE),
  },
  'POST /v1/vaccinations/records/:vaccinationId/return': {
    request: () => ({ method: 'POST', url: `/v1/vaccinations/records/${aVaccination().id}/return`, payload: { purpose: 'Auskunft an die Person' } }), outcomes: forHealthTeam(GONE),
  },
  'POST /v1/vaccinations/sheets': {
    request: () => ({ method: 'POST', url: '/v1/vaccinations/sheets', payload: { sheet: 'labels', vaccinationIds: [aVaccination().id] } }), outcomes: forHealthTeam(GONE),
  },
  'POST /v1/vaccinations/records/:vaccinationId/export': {
    request: () => ({ method: 'POST', url: `/v1/vaccinations/records/${aVaccination().id}/export`, payload: { purpose: 'Auskunft an die Person', format: 'mio' } }), outcomes: forHealthTeam(GONE),
  },
  'GET /v1/vaccinations/retention': { request: () => ({ url: '/v1/vaccinations/retention?departmentId=ordnung' }), outcomes: [NO, 200, NO, NO, NO, NO, 200] },
  'PUT /v1/vaccinations/deletions/:id': {
    request: () => ({ method: 'PUT', url: `/v1/vaccinations/deletions/${randomUUID()}`, payload: { departmentId: 'ordnung', fingerprint: NOTHING_TO_DELETE } }),
    outcomes: [NO, 'privacy/list-changed', NO, NO, NO, NO, 'privacy/list-changed'],
  },
  'POST /v1/vaccinations/deletions/:id/release': { request: () => ({ method: 'POST', url: `/v1/vaccinations/deletions/${randomUUID()}/release`, payload: {} }), outcomes: [NO, NO, NO, NO, NO, NO, NO] },
  'GET /v1/vaccinations/figures': { request: () => ({ url: '/v1/vaccinations/figures?departmentId=ordnung&from=2026-11-01&to=2026-11-30' }), outcomes: [NO, 200, NO, NO, NO, NO, 200] },
  'POST /v1/alerts/audience': {
    request: () => ({ method: 'POST', url: '/v1/alerts/audience', payload: { topicId: aTopic().id, mode: 'live', areas: [], channels: ['email'], earlier: [] } }), outcomes: forWriters(200),
  },
  'GET /v1/alerts/:alertId/progress': { request: () => ({ url: `/v1/alerts/${anAlert().id}/progress` }), outcomes: forWriters('alerts/wrong-stage') },
  'POST /v1/alerts/:alertId/retry': { request: () => ({ method: 'POST', url: `/v1/alerts/${anAlert().id}/retry`, payload: { channel: 'email' } }), outcomes: forWriters('alerts/wrong-stage') },
  'GET /v1/alerts/:alertId/report': { request: () => ({ url: `/v1/alerts/${anAlert().id}/report?form=csv` }), outcomes: forWriters(200) },
  'POST /v1/alerts/:alertId/county-form': {
    request: () => ({ method: 'POST', url: `/v1/alerts/${anAlert().id}/county-form`, payload: { level: 2, means: ['app'], contactName: 'Jana Weiß', contactPhone: '03935 000000' } }), outcomes: [NO, 200, GONE, 200, GONE, GONE, GONE],
  },
  'GET /v1/alerts/channel': { request: () => ({ url: '/v1/alerts/channel' }), outcomes: [NO, NO, NO, 200, 200, NO, NO] },
  'GET /v1/alerts/warning-sources': { request: () => ({ url: '/v1/alerts/warning-sources' }), outcomes: [NO, NO, NO, 200, 200, NO, NO] },
  'GET /v1/service-exchange/file': { request: () => ({ url: '/v1/service-exchange/file' }), outcomes: [NO, NO, NO, NO, 200, NO, NO] },
  'POST /v1/service-exchange/look': { request: () => ({ method: 'POST', url: '/v1/service-exchange/look', payload: { file: '{}' } }), outcomes: [NO, NO, NO, NO, 'service-exchange/unreadable', NO, NO] },
  'POST /v1/service-exchange/imports': {
    request: () => ({ method: 'POST', url: '/v1/service-exchange/imports', payload: { file: '{}', services: [], templates: [], departmentId: 'ordnung' } }), outcomes: [NO, NO, NO, NO, 'service-exchange/unreadable', NO, NO],
  },
  'POST /v1/service-exchange/imports/:id/undone': { request: () => ({ method: 'POST', url: `/v1/service-exchange/imports/${randomUUID()}/undone`, payload: {} }), outcomes: [NO, NO, NO, NO, 'service-exchange/nothing-to-undo', NO, NO] },
  'GET /v1/staff/accounts': { request: () => ({ url: '/v1/staff/accounts' }), outcomes: forAdministrators(200) },
  'GET /v1/staff/accounts/:accountId/duties': { request: () => ({ url: `/v1/staff/accounts/${accountOf('clerk.ordnung')}/duties` }), outcomes: forAdministrators(200) },
  'POST /v1/staff/accounts/:accountId/password': { request: () => ({ method: 'POST', url: `/v1/staff/accounts/${accountOf('administrator')}/password`, payload: {} }), outcomes: forAdministrators('staff/own-rights') },
  'GET /v1/staff/devices': { request: () => ({ url: '/v1/staff/devices' }), outcomes: forAdministrators(200) },
  'POST /v1/staff/devices/:deskId/cut-off': { request: () => ({ method: 'POST', url: `/v1/staff/devices/${randomUUID()}/cut-off`, payload: {} }), outcomes: forAdministrators('staff/unknown-device') },
  'POST /v1/staff/devices/:deskId/allow': { request: () => ({ method: 'POST', url: `/v1/staff/devices/${randomUUID()}/allow`, payload: {} }), outcomes: forAdministrators('staff/unknown-device') },
  'PUT /v1/staff/device-name': {
    request: () => ({ method: 'PUT', url: '/v1/staff/device-name', payload: { deskId: randomUUID(), name: 'Laptop' } }),
    outcomes: ['staff/unknown-device', 'staff/unknown-device', 'staff/unknown-device', 'staff/unknown-device', 'staff/unknown-device', 'staff/unknown-device', 'staff/unknown-device'],
  },
  'GET /v1/staff/groups': { request: () => ({ url: '/v1/staff/groups' }), outcomes: forAdministrators(200) },
  'PUT /v1/staff/groups': { request: () => ({ method: 'PUT', url: '/v1/staff/groups', payload: { groups: [] } }), outcomes: forAdministrators(200) },
  'GET /v1/town-setup': { request: () => ({ url: '/v1/town-setup' }), outcomes: [NO, NO, NO, NO, 200, NO, NO] },
  'GET /v1/town-setup/look': { request: () => ({ url: '/v1/town-setup/look' }), outcomes: everybody },
  'PUT /v1/town-setup/branding': { request: () => ({ method: 'PUT', url: '/v1/town-setup/branding', payload: { colour: '#0b4f8a', crest: null } }), outcomes: [NO, NO, NO, NO, 200, NO, NO] },
  'POST /v1/town-setup/departments': { request: () => ({ method: 'POST', url: '/v1/town-setup/departments', payload: { id: 'ordnung', name: 'Ordnungsamt' } }), outcomes: [NO, NO, NO, NO, 'town-setup/known-department', NO, NO] },
  'POST /v1/town-setup/people': {
    request: () => ({ method: 'POST', url: '/v1/town-setup/people', payload: { login: 'officer', name: 'Jana Weiß', grants: [{ role: 'officer', departmentId: null }] } }), outcomes: [NO, NO, NO, NO, 'town-setup/known-login', NO, NO],
  },
  'POST /v1/town-setup/test-mail': { request: () => ({ method: 'POST', url: '/v1/town-setup/test-mail', payload: { to: 'lars@example.org' } }), outcomes: [NO, NO, NO, NO, 'town-setup/mail-unreachable', NO, NO] },
  'GET /v1/reports/town': { request: () => ({ url: '/v1/reports/town?from=2026-11-01&to=2026-11-30' }), outcomes: [NO, NO, NO, NO, 200, NO, NO] },
  'PUT /v1/blobs/:id': {
    request: () => ({
      method: 'PUT', url: `/v1/blobs/${TEST_ATTACHMENT}`, payload: TEST_FILE,
      headers: { 'content-type': 'application/octet-stream', [BLOB_HASH_HEADER]: sha256Hex(TEST_FILE) },
    }),
    outcomes: ownDepartment('blobs/not-found'),
  },
}

/** Open to everybody on purpose. What a mailbox holds is guarded by its key; an appointment, a request for a house and a subscription by its link. */
export const OPEN: readonly string[] = [
  'GET /', 'GET /health', 'GET /openapi.json', 'GET /.well-known/oauth-protected-resource',
  'GET /public/v1/services', 'GET /public/v1/services/:id/form', 'POST /public/v1/submissions', 'POST /fit-connect/callback', 'POST /desk/v1/standing',
  'GET /public/v1/places', 'GET /public/v1/places/:placeId/times', 'POST /public/v1/bookings', 'GET /public/v1/bookings/:link',
  'POST /public/v1/bookings/:link/confirmation', 'POST /public/v1/bookings/:link/move', 'POST /public/v1/bookings/:link/cancellation',
  'GET /public/v1/bookings/:link/calendar', 'GET /public/v1/bookings/:link/times',
  'GET /public/v1/halls', 'GET /public/v1/halls/:hallId/days', 'POST /public/v1/hall-requests', 'POST /public/v1/hall-requests/quote',
  'GET /public/v1/hall-requests/:link', 'POST /public/v1/hall-requests/:link/withdrawal',
  'GET /portal/conversations', 'POST /portal/conversations', 'GET /portal/conversations/:link', 'POST /portal/conversations/:link/messages', 'POST /portal/conversations/:link/messages/:id/retrieval', 'GET /portal/conversations/:link/files/:id',
  'GET /portal/halls', 'GET /portal/halls/:hallId', 'GET /portal/halls/:hallId/request', 'POST /portal/halls/:hallId/request',
  'GET /portal/halls/requests/:link', 'GET /portal/halls/requests/:link/withdrawal', 'POST /portal/halls/requests/:link/withdrawal',
  'GET /public/v1/alerts/topics', 'POST /public/v1/alerts/subscriptions', 'GET /public/v1/alerts/subscriptions/:link', 'PUT /public/v1/alerts/subscriptions/:link',
  'POST /public/v1/alerts/subscriptions/:link/confirmation', 'POST /public/v1/alerts/subscriptions/:link/end',
  'GET /portal/info', 'POST /portal/info', 'GET /portal/info/sent', 'GET /portal/info/:link', 'POST /portal/info/:link', 'POST /portal/info/:link/confirmation',
  'GET /portal/info/:link/end', 'POST /portal/info/:link/end', 'POST /public/v1/alerts/devices', 'GET /portal/info-device.js', 'GET /portal/info-worker.js', 'GET /portal/info.webmanifest', 'GET /portal/messages/:identifier',
  ...['alerts', 'drills'].flatMap(of => ['feed.atom', 'feed.rss', 'cap/:identifier.xml'].flatMap(file => [`GET /public/v1/${of}/${file}`, `GET /public/v1/${of}/${file}.jws`])), 'GET /public/v1/alerts/keys.json',
  'GET /public/v1/drills/keys.json',
  'GET /public/v1/notices/kinds', 'POST /public/v1/notices/mailboxes', 'GET /portal/v1/notices/:key', 'POST /portal/v1/notices/:key/confirmation', 'POST /portal/v1/notices/:key/retrievals/:noticeId', 'POST /portal/v1/notices/:key/withdrawal',
  'GET /portal/notices', 'POST /portal/notices', 'GET /portal/notices/sent', 'GET /portal/notices/:key', 'POST /portal/notices/:key/confirmation', 'POST /portal/notices/:key/retrievals/:noticeId', 'GET /portal/notices/:key/files/:noticeId',
  'GET /portal/notices/:key/withdrawal', 'POST /portal/notices/:key/withdrawal',
  'GET /portal/v1/mailboxes/:key', 'POST /portal/v1/mailboxes/:key/messages', 'POST /portal/v1/mailboxes/:key/messages/:id/retrieval',
  'GET /portal', 'GET /portal/style.css', 'GET /portal/town.css', 'GET /portal/crest', 'GET /portal/services/:id', 'POST /portal/services/:id', 'GET /portal/mailboxes/:key',
  'POST /portal/mailboxes/:key/messages', 'POST /portal/mailboxes/:key/messages/:id/retrieval',
  'GET /portal/appointments', 'GET /portal/appointments/places/:placeId', 'GET /portal/appointments/places/:placeId/times',
  'POST /portal/appointments/places/:placeId/times', 'GET /portal/appointments/:link', 'POST /portal/appointments/:link',
  'POST /portal/appointments/:link/release', 'GET /portal/appointments/:link/second', 'POST /portal/appointments/:link/second', 'GET /portal/appointments/:link/times', 'POST /portal/appointments/:link/times',
  'GET /portal/appointments/:link/cancellation', 'POST /portal/appointments/:link/cancellation', 'GET /portal/appointments/:link/calendar.ics',
  'GET /portal/mailboxes/:key/files/:id', 'GET /verify/:code', 'GET /verify/vaccination', 'POST /verify/vaccination', 'GET /verify/vaccination.js', 'GET /.well-known/vaccination-keys',
  'GET /dienstausweis', 'GET /dienstausweis/check.js', 'GET /dienstausweis/check.webmanifest', 'GET /dienstausweis/icon.svg', 'GET /dienstausweis-worker.js', 'GET /.well-known/service-card-keys', 'GET /.well-known/service-card-list',
  'GET /updates/:channel/:file', 'GET /calendar/:file', 'GET /display/style.css', 'GET /display/script.js', 'GET /display/:key', 'GET /display/:key/board',
]
/** For whoever watches the machine; `watcher.test.ts` asks it. */
const FOR_WATCHERS: readonly string[] = ['GET /metrics']
export const isOpen = (name: string): boolean => OPEN.includes(name) || FOR_WATCHERS.includes(name) || /^(GET|HEAD) \/docs(\/|$)/.test(name)

/** The records that the rows above ask about, in the order in which they come. */
export function askedAbout(nowMs: number): readonly (readonly Change[])[] {
  const by = { at: instantFromMs(nowMs), byPersonId: PersonId.parse(derivedUuid('test/person', 'clerk.ordnung')), byName: 'Katrin Sommer' }
  const submitted = { ...by, contentHash: contentHash([]), rowsHash: contentHash([]), count: 1, totalCents: 1_457, paper: aPaper() }
  return [
    [{ table: 'card_organisations', row: aCardOrganisation() }, { table: 'card_photos', row: aCardPhoto() }, { table: 'service_cards', row: aServiceCard('one', { status: 'issued', number: 'FW-2026-0001', token: 'a.b.c' }) }],
    [{ table: 'places', row: aPlace() }, { table: 'halls', row: aHall() }, { table: 'hall_bookings', row: aHallBooking() }],
    [{ table: 'conversations', row: aConversation() }, { table: 'conversation_messages', row: aConversationMessage() }, { table: 'message_desks', row: aMessageDesk() }],
    [{ table: 'places', row: aPlace({ id: PlaceId.parse(derivedUuid('test', 'place of health')), scope: aSession().scope }) }, { table: 'vaccines', row: aVaccine() }, { table: 'vaccinations', row: aVaccination() }],
    [{ table: 'notice_kinds', row: aNoticeKind() }, { table: 'notice_runs', row: aNoticeRun({ submitted }) }, { table: 'notices', row: aNotice(1, { sent: aSent({ channel: 'here', state: 'to-print' }) }) }],
    [{ table: 'alert_topics', row: aTopic() }, { table: 'alerts', row: anAlert() }],
  ]
}
