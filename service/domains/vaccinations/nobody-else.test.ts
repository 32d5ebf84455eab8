import { randomUUID } from 'node:crypto'
import { zstdDecompressSync } from 'node:zlib'
import type { InjectOptions } from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Change } from '../../../shared/command.ts'
import { COMMANDS } from '../../../shared/commands.ts'
import { aStaffAccount } from '../../../shared/domains/staff/testing.ts'
import { contactIdOf } from '../../../shared/domains/vaccinations/recall-commands.ts'
import { ruleIdOf } from '../../../shared/domains/vaccinations/rules.ts'
import { aBatch, aBookedTime, aDraft, aReadyVisit, aSession, aVaccination, aVaccine, aVaccinee, noAnswers, SESSION_NOW } from '../../../shared/domains/vaccinations/testing.ts'
import { AccountId, DepartmentId, derivedUuid, OpeningHoursId, PersonId, RecallId, ResourceId, SideEffectId, VisitId } from '../../../shared/ids.ts'
import { healthArchiveScope } from '../../../shared/scope.ts'
import type { RowOf } from '../../../shared/tables.ts'
import { plusDays } from '../../../shared/time.ts'
import { contentHash, sha256Hex } from '../../../shared/canonical.ts'
import { BLOB_HASH_HEADER } from '../../../shared/wire/streams.ts'
import { accountOf, TEST_FILE, TEST_STAFF, TEST_TOWN, testApplication, testService, type TestService } from '../../testing.ts'
import { aVaccinationPlace } from './testing.ts'

const ORDNUNG = DepartmentId.parse('ordnung')
/** Stands in whatever a department knows about anybody's health, and nowhere else. */
const SECRET = 'Zzgeheim'
const PURPOSE = 'Auskunft an die Person'
const INSIDER = 'lead.ordnung'
/** Whoever does not work with health data there; some of them nearly do. */
const OUTSIDERS = [...TEST_STAFF.map(({ login }) => login).filter(login => !login.endsWith('.ordnung')), 'everywhere', 'deputy', 'physician.bau'] as const

let town: TestService
beforeAll(async () => {
  town = await testService()
  await town.change([...nearly()])
})
afterAll(() => town.close())

const idOf = (what: string): string => derivedUuid('test/nobody-else', what)

/** Roles in the whole town, all rights of a lead of the department lent, and the right kind of role at the wrong place. */
function nearly(): readonly Change[] {
  const bau = DepartmentId.parse('bau')
  const account = (login: string, grants: RowOf<'staff'>['grants'], deputyships: RowOf<'staff'>['deputyships'] = []): Change =>
    ({ table: 'staff', row: aStaffAccount({ id: AccountId.parse(idOf(login)), personId: PersonId.parse(idOf(`person/${login}`)), login, name: login, grants, deputyships }) })
  const lender = PersonId.parse(derivedUuid('test/person', INSIDER))
  const lent = { id: idOf('deputyship'), forPersonId: lender, from: plusDays(SESSION_NOW, -90), until: plusDays(SESSION_NOW, 90), reason: '' } as unknown as RowOf<'staff'>['deputyships'][number]
  return [
    account('everywhere', (['clerk', 'lead', 'physician'] as const).map(role => ({ role, departmentId: null }))), account('deputy', [{ role: 'lead', departmentId: bau }], [lent]),
    account('physician.bau', [{ role: 'physician', departmentId: bau }]),
  ]
}

const person = aVaccinee({ familyName: `${SECRET}frau`, givenName: SECRET, street: `${SECRET}weg 1`, locality: SECRET, phone: SECRET, email: 'zzgeheim@example.org' })
const vaccine = aVaccine({ name: `${SECRET}stoff`, manufacturer: SECRET })
const visit = aReadyVisit('secret', { person, vaccinationId: aVaccination('secret').id, vaccinatedAt: SESSION_NOW, observeUntil: SESSION_NOW })
const given = aVaccination('secret', { person, vaccineName: vaccine.name, manufacturer: SECRET, lot: 'ZZGEHEIM1', vaccinatorName: SECRET })
const archived = aVaccination('archived', { person, lot: 'ZZGEHEIM1', day: '2020-11-05', scope: healthArchiveScope(ORDNUNG), vaccineName: vaccine.name })
const session = aSession({ title: `${SECRET}tag`, groups: SECRET, standBy: [{ id: idOf('stand-by'), name: SECRET, phone: '1', birthYear: null, minutesAway: 5, note: SECRET, state: 'waiting', addedAt: SESSION_NOW }] })
const batch = aBatch({ lot: 'ZZGEHEIM1' })
const STATION = session.resourceIds[0] ?? ResourceId.parse(idOf('station'))
const LINE = OpeningHoursId.parse(session.openingHoursId)
const recall: RowOf<'vaccination_recalls'> = {
  id: RecallId.parse(idOf('recall')), scope: session.scope, version: 0, vaccineId: vaccine.id, vaccineName: vaccine.name, lot: batch.lot, reason: 'Kühlkette', openedAt: SESSION_NOW, openedByName: SECRET, closedAt: null, closedByName: null,
}
const suspicion: RowOf<'side_effects'> = {
  id: SideEffectId.parse(idOf('side-effect')), scope: session.scope, version: 0, vaccinationId: given.id, description: SECRET, onsetAt: SESSION_NOW, suspectedAt: SESSION_NOW, dueAt: SESSION_NOW, reportedAt: null, reportedByName: null, reportedTo: '',
}
const place = aVaccinationPlace().flatMap(({ table, row }) => (table === 'places' ? [row] : []))[0] as RowOf<'places'>
const line: RowOf<'opening_hours'> = {
  id: LINE, scope: session.scope, version: 0, placeId: place.id, kind: 'open', title: SECRET, fromDay: session.day, toDay: session.day, weekdays: [1, 2, 3, 4, 5, 6, 7], everyWeeks: 1, weeksOfMonth: [],
  startTime: '09:00' as RowOf<'opening_hours'>['startTime'], endTime: '15:00' as RowOf<'opening_hours'>['endTime'], resourceIds: [STATION], publicResourceIds: [STATION], slotMinutes: 10, onHolidays: true, isDeleted: false,
}
const station: RowOf<'resources'> = { id: STATION, scope: session.scope, version: 0, placeId: place.id, kind: 'counter', name: SECRET, position: 1, active: true, serviceIds: [], minutesBefore: 0, minutesAfter: 0 }
const offered: RowOf<'appointment_services'> = {
  id: session.serviceIds[0] as never, scope: session.scope, version: 0, placeId: place.id, title: SECRET, outsideTitle: SECRET, minutes: 10, minutesPerFurtherPerson: 0, maxPersons: 1, leadMinutes: 0, bookableDays: 60, isPublic: false,
  bring: '', followUp: null, position: 0, active: true,
}
const booked = aBookedTime({ name: person.familyName, email: person.email, note: SECRET })

/** Something of every kind that a department of health may know. */
const HEALTH: readonly Change[] = [
  { table: 'places', row: { ...place, name: `${SECRET}stelle` } }, { table: 'resources', row: station }, { table: 'appointment_services', row: offered }, { table: 'opening_hours', row: line },
  { table: 'hours_changes', row: { id: idOf('change'), scope: session.scope, version: 0, placeId: place.id, lineId: LINE, changedAt: SESSION_NOW, changedByName: SECRET, before: null, after: null, stranded: 3, follows: null } },
  { table: 'appointments', row: booked }, { table: 'vaccines', row: vaccine }, { table: 'vaccine_batches', row: batch },
  { table: 'vaccination_rules', row: { id: ruleIdOf(session.scope, 'spacing'), scope: session.scope, version: 0, schedules: [], spacing: [] } },
  { table: 'vaccination_sessions', row: session }, { table: 'vaccination_visits', row: visit }, { table: 'vaccinations', row: given }, { table: 'vaccinations', row: archived }, { table: 'vaccination_recalls', row: recall },
  { table: 'recall_contacts', row: { id: contactIdOf(recall.id, given.id), scope: session.scope, version: 0, recallId: recall.id, vaccinationId: given.id, state: 'reached', note: SECRET, at: SESSION_NOW, byName: SECRET } },
  { table: 'side_effects', row: suspicion },
]

const post = (url: string, payload: object): InjectOptions => ({ method: 'POST', url, payload })
const ofRecord = { vaccinationId: given.id }

/** Every route for signed-in people, asked about exactly what they must not hear of; `tells` where whoever may is told the secret. */
const ASKED: Readonly<Record<string, { readonly requests: readonly InjectOptions[]; readonly tells?: true }>> = {
  'GET /v1/session': { requests: [{ url: `/v1/session?desk=${idOf('desk')}` }] },
  'POST /v1/commands': { requests: [] },
  'GET /v1/commands/:id': { requests: [{ url: `/v1/commands/${idOf('command')}` }] },
  'GET /v1/feed': { requests: ['health:ordnung', 'department:ordnung', 'town', 'department:bau', 'health-archive:ordnung'].map(scope => ({ url: `/v1/feed?scope=${scope}&after=0` })), tells: true },
  'GET /v1/snapshot': { requests: ['health:ordnung', 'department:ordnung', 'town', 'health-archive:ordnung'].map(scope => ({ url: `/v1/snapshot?scope=${scope}` })), tells: true },
  'GET /v1/live': { requests: [] },
  'PUT /v1/presence': { requests: [visit, given, session].map((row, index) => ({ method: 'PUT', url: '/v1/presence', payload: { record: { table: ['vaccination_visits', 'vaccinations', 'vaccination_sessions'][index], id: row.id } } })) },
  'GET /v1/blobs/:id': { requests: [{ url: `/v1/blobs/${given.id}` }] },
  'PUT /v1/blobs/:id': {
    requests: [{ method: 'PUT', url: `/v1/blobs/${given.id}`, payload: TEST_FILE, headers: { 'content-type': 'application/octet-stream', [BLOB_HASH_HEADER]: sha256Hex(TEST_FILE) } }],
  },
  'POST /v1/letters/preview': { requests: [post('/v1/letters/preview', { applicationId: given.id, outcome: 'granted', reason: '', text: '' })] },
  'POST /v1/letters/templates/preview': { requests: [post('/v1/letters/templates/preview', { departmentId: 'ordnung' })] },
  'POST /v1/letters/halls/sheet': { requests: [post('/v1/letters/halls/sheet', { bookingId: booked.id, sheet: 'contract' })] },
  'POST /v1/service-cards/sheets': { requests: [post('/v1/service-cards/sheets', { cardIds: [given.id], form: 'card' })] },
  'GET /v1/service-cards/:cardId/address': { requests: [{ url: `/v1/service-cards/${given.id}/address` }] },
  'POST /v1/letters/:letterId/proof': { requests: [post(`/v1/letters/${given.id}/proof`, {})] },
  'POST /v1/notices/:noticeId/letter': { requests: [post(`/v1/notices/${given.id}/letter`, {})] },
  'POST /v1/notices/:noticeId/proof': { requests: [post(`/v1/notices/${given.id}/proof`, {})] },
  'POST /v1/notices/runs/:runId/print': { requests: [post(`/v1/notices/runs/${given.id}/print`, { noticeIds: [given.id] })] },
  'POST /v1/people/search': { requests: [post('/v1/people/search', { search: 'zzgeheim' }), post('/v1/people/search', { search: person.familyName }), post('/v1/people/search', { search: person.birthDay ?? '' })] },
  'POST /v1/people/file': { requests: [post('/v1/people/file', { id: given.vaccineeId, reason: null })] },
  'POST /v1/people/of-record': { requests: [post('/v1/people/of-record', { table: 'vaccinations', recordId: given.id }), post('/v1/people/of-record', { table: 'appointments', recordId: booked.id })] },
  'POST /v1/people/vaccinations': { requests: [post('/v1/people/vaccinations', { id: given.vaccineeId, purpose: 'Rückfrage am Schalter' })] },
  'GET /v1/people/duplicates': { requests: [{ url: '/v1/people/duplicates' }] },
  'PUT /v1/people/merges/:id': { requests: [{ method: 'PUT', url: `/v1/people/merges/${idOf('merge')}`, payload: { fromId: given.vaccineeId, intoId: idOf('into'), reason: 'Dieselbe Person' } }] },
  'PUT /v1/people/merges/:id/undone': { requests: [{ method: 'PUT', url: `/v1/people/merges/${idOf('merge')}/undone`, payload: { reason: 'Doch nicht' } }] },
  'PUT /v1/people/apart': { requests: [{ method: 'PUT', url: '/v1/people/apart', payload: { oneId: given.vaccineeId, otherId: idOf('into'), reason: 'Nicht dieselbe' } }] },
  'PUT /v1/people/choices/:id': { requests: [{ method: 'PUT', url: `/v1/people/choices/${idOf('choice')}`, payload: { personId: given.vaccineeId, kind: 'way', subject: '', value: 'letter', source: 'counter' } }] },
  'PUT /v1/people/secrecy/:id': { requests: [{ method: 'PUT', url: `/v1/people/secrecy/${idOf('secrecy')}`, payload: { personId: given.vaccineeId, until: '2028-11-22', reason: 'Bescheid des Landkreises' } }] },
  'PUT /v1/people/records': { requests: [{ method: 'PUT', url: '/v1/people/records', payload: { table: 'vaccinations', recordId: given.id, personId: idOf('into'), reason: 'Gehört dazu' } }] },
  'GET /v1/portal-link': { requests: [{ url: '/v1/portal-link' }] },
  'POST /v1/portal-link/look': { requests: [post('/v1/portal-link/look', {})] },
  'POST /v1/portal-link/destinations/:id/keys': { requests: [post(`/v1/portal-link/destinations/${idOf('destination')}/keys`, { purpose: 'encryption' })] },
  'PUT /v1/portal-link/destinations/:id/keys/:kid/known': { requests: [{ method: 'PUT', url: `/v1/portal-link/destinations/${idOf('destination')}/keys/${idOf('key')}/known`, payload: {} }] },
  'GET /v1/portal-link/mappings/:id': { requests: [{ url: `/v1/portal-link/mappings/${idOf('mapping')}` }] },
  'POST /v1/portal-link/mappings': { requests: [post('/v1/portal-link/mappings', { schemaUri: 'https://schema.example/form.json', serviceIdentifier: null, serviceId: 'no-such-service', schema: '{}', basedOn: null })] },
  'PUT /v1/portal-link/mappings/:id': { requests: [{ method: 'PUT', url: `/v1/portal-link/mappings/${idOf('mapping')}`, payload: { changedAt: SESSION_NOW, fields: {} } }] },
  'POST /v1/portal-link/mappings/:id/trial': { requests: [post(`/v1/portal-link/mappings/${idOf('mapping')}/trial`, { example: '{}' })] },
  'POST /v1/portal-link/mappings/:id/use': { requests: [post(`/v1/portal-link/mappings/${idOf('mapping')}/use`, { changedAt: SESSION_NOW })] },
  'GET /v1/privacy/deletable': { requests: [{ url: '/v1/privacy/deletable' }] },
  'GET /v1/privacy/deletions': { requests: [{ url: '/v1/privacy/deletions' }] },
  'PUT /v1/privacy/deletions/:id': { requests: [{ method: 'PUT', url: `/v1/privacy/deletions/${idOf('deletion')}`, payload: { fingerprint: contentHash([]) } }] },
  'POST /v1/privacy/people': { requests: [post('/v1/privacy/people', { search: 'zzgeheim' }), post('/v1/privacy/people', { search: person.familyName })] },
  'GET /v1/privacy/people/:id/export': { requests: [{ url: `/v1/privacy/people/${given.vaccineeId}/export` }] },
  'GET /v1/privacy/access-log': { requests: [{ url: '/v1/privacy/access-log?from=2026-01-01&to=2026-12-31' }, { url: '/v1/privacy/access-log?from=2026-01-01&to=2026-12-31&text=zzgeheim' }] },
  'POST /v1/audit/entries': { requests: ['', given.id, person.familyName, booked.id].map(record => post('/v1/audit/entries', { from: '2026-01-01', to: '2026-12-31', record })) },
  'GET /v1/audit/entries/:position': { requests: [1, 20, 40].map(position => ({ url: `/v1/audit/entries/${position}` })) },
  'GET /v1/audit/state': { requests: [{ url: '/v1/audit/state' }] },
  'PUT /v1/audit/verifications/:id': { requests: [{ method: 'PUT', url: `/v1/audit/verifications/${idOf('verification')}`, payload: {} }] },
  'POST /v1/audit/anchors': { requests: [post('/v1/audit/anchors', { anchors: ['{}'] })] },
  'GET /v1/audit/exports': { requests: [{ url: '/v1/audit/exports' }] },
  'POST /v1/audit/export': { requests: [post('/v1/audit/export', { from: '2026-01-01', to: '2026-12-31', reason: 'zu kurz' })] },
  'GET /v1/protection': { requests: [{ url: '/v1/protection' }] },
  'PUT /v1/protection/requests/:id': { requests: [{ method: 'PUT', url: `/v1/protection/requests/${idOf('request')}`, payload: { kind: 'information', name: 'Erika Muster', personId: null, note: '', receivedOn: '2026-11-20' } }] },
  'PUT /v1/protection/requests/:id/extended': { requests: [{ method: 'PUT', url: `/v1/protection/requests/${idOf('other-request')}/extended`, payload: { reason: 'Viele Akten' } }] },
  'PUT /v1/protection/requests/:id/answered': { requests: [{ method: 'PUT', url: `/v1/protection/requests/${idOf('other-request')}/answered`, payload: { outcome: 'granted', answer: '', answeredOn: '2026-11-20' } }] },
  'GET /v1/places/:placeId/display': { requests: [{ url: `/v1/places/${place.id}/display` }] },
  'POST /v1/places/:placeId/display': { requests: [post(`/v1/places/${place.id}/display`, {})] },
  'GET /v1/places/:placeId/calendar-feed': { requests: [{ url: `/v1/places/${place.id}/calendar-feed` }] },
  'POST /v1/places/:placeId/calendar-feed': { requests: [post(`/v1/places/${place.id}/calendar-feed`, {})] },
  'POST /v1/alerts/audience': { requests: [post('/v1/alerts/audience', { topicId: 'gefahren', mode: 'live', areas: [], channels: ['email'], earlier: [] })] },
  'GET /v1/alerts/:alertId/progress': { requests: [{ url: `/v1/alerts/${given.id}/progress` }] },
  'POST /v1/alerts/:alertId/retry': { requests: [post(`/v1/alerts/${given.id}/retry`, { channel: 'email' })] },
  'GET /v1/alerts/:alertId/report': { requests: [{ url: `/v1/alerts/${given.id}/report?form=csv` }] },
  'POST /v1/alerts/:alertId/county-form': { requests: [post(`/v1/alerts/${given.id}/county-form`, { level: 2, means: ['app'], contactName: 'X', contactPhone: '1' })] },
  'GET /v1/alerts/channel': { requests: [{ url: '/v1/alerts/channel' }] },
  'GET /v1/alerts/warning-sources': { requests: [{ url: '/v1/alerts/warning-sources' }] },
  'GET /v1/service-exchange/file': { requests: [{ url: '/v1/service-exchange/file' }] },
  'POST /v1/service-exchange/look': { requests: [post('/v1/service-exchange/look', { file: '{}' })] },
  'POST /v1/service-exchange/imports': { requests: [post('/v1/service-exchange/imports', { file: '{}', services: [], templates: [], departmentId: 'ordnung' })] },
  'POST /v1/service-exchange/imports/:id/undone': { requests: [post(`/v1/service-exchange/imports/${idOf('import')}/undone`, {})] },
  'GET /v1/staff/accounts': { requests: [{ url: '/v1/staff/accounts' }] },
  'GET /v1/staff/accounts/:accountId/duties': { requests: ['clerk.ordnung', 'lead.ordnung', 'physician.ordnung'].map(login => ({ url: `/v1/staff/accounts/${accountOf(login)}/duties` })) },
  'POST /v1/staff/accounts/:accountId/password': { requests: [post(`/v1/staff/accounts/${accountOf('administrator')}/password`, {})] },
  'GET /v1/staff/devices': { requests: [{ url: '/v1/staff/devices' }] },
  'POST /v1/staff/devices/:deskId/cut-off': { requests: [post(`/v1/staff/devices/${idOf('other-desk')}/cut-off`, {})] },
  'POST /v1/staff/devices/:deskId/allow': { requests: [post(`/v1/staff/devices/${idOf('other-desk')}/allow`, {})] },
  'PUT /v1/staff/device-name': { requests: [{ method: 'PUT', url: '/v1/staff/device-name', payload: { deskId: idOf('desk'), name: 'Laptop' } }] },
  'GET /v1/staff/groups': { requests: [{ url: '/v1/staff/groups' }] },
  'PUT /v1/staff/groups': { requests: [{ method: 'PUT', url: '/v1/staff/groups', payload: { groups: [] } }] },
  'GET /v1/town-setup': { requests: [{ url: '/v1/town-setup' }] },
  'GET /v1/town-setup/look': { requests: [{ url: '/v1/town-setup/look' }] },
  'PUT /v1/town-setup/branding': { requests: [{ method: 'PUT', url: '/v1/town-setup/branding', payload: { colour: '#0b4f8a', crest: null } }] },
  'POST /v1/town-setup/departments': { requests: [post('/v1/town-setup/departments', { id: 'ordnung', name: 'Ordnungsamt' })] },
  'POST /v1/town-setup/people': { requests: [post('/v1/town-setup/people', { login: 'officer', name: 'Jana Weiß', grants: [{ role: 'officer', departmentId: null }] })] },
  'POST /v1/town-setup/test-mail': { requests: [post('/v1/town-setup/test-mail', { to: 'lars@example.org' })] },
  'GET /v1/reports/town': { requests: [{ url: '/v1/reports/town?from=2026-11-01&to=2026-11-30' }] },
  'POST /v1/vaccinations/recalls/:recallId/persons': { requests: [post(`/v1/vaccinations/recalls/${recall.id}/persons`, { after: null, limit: 10 })], tells: true },
  'POST /v1/vaccinations/recalls/:recallId/letters': { requests: [post(`/v1/vaccinations/recalls/${recall.id}/letters`, { vaccinationIds: [given.id] })] },
  'POST /v1/vaccinations/batches/extent': { requests: [post('/v1/vaccinations/batches/extent', { vaccineId: vaccine.id, lot: batch.lot })] },
  'POST /v1/vaccinations/search': {
    requests: [{ familyName: person.familyName, birthDay: null }, { familyName: '', birthDay: person.birthDay }].map(search => post('/v1/vaccinations/search', { ...search, givenName: '', purpose: PURPOSE })), tells: true,
  },
  'POST /v1/vaccinations/records/:vaccinationId': { requests: [given, archived].map(({ id }) => post(`/v1/vaccinations/records/${id}`, { purpose: PURPOSE })), tells: true },
  'POST /v1/vaccinations/records/:vaccinationId/return': { requests: [post(`/v1/vaccinations/records/${archived.id}/return`, { purpose: PURPOSE })] },
  'POST /v1/vaccinations/records/:vaccinationId/export': { requests: [post(`/v1/vaccinations/records/${given.id}/export`, { purpose: PURPOSE, format: 'mio' })], tells: true },
  'POST /v1/vaccinations/sheets': { requests: [post('/v1/vaccinations/sheets', { sheet: 'labels', vaccinationIds: [given.id] })] },
  'GET /v1/vaccinations/retention': { requests: [{ url: '/v1/vaccinations/retention?departmentId=ordnung' }] },
  'PUT /v1/vaccinations/deletions/:id': { requests: [{ method: 'PUT', url: `/v1/vaccinations/deletions/${idOf('proposal')}`, payload: { departmentId: 'ordnung', fingerprint: contentHash([]) } }] },
  'POST /v1/vaccinations/deletions/:id/release': { requests: [post(`/v1/vaccinations/deletions/${idOf('proposal')}/release`, {})] },
  'GET /v1/vaccinations/figures': { requests: [{ url: '/v1/vaccinations/figures?departmentId=ordnung&from=2026-11-01&to=2026-11-30' }], tells: true },
}

const { id: _line, scope: _scope, version: _version, placeId: _place, isDeleted: _isDeleted, ...hours } = line
const { title, day, startTime, endTime, serviceIds, resourceIds, responsible, team, vaccineIds, fromAge, groups } = session
const { scope: _s, version: _n, twinId: _t, ...carried } = visit
const { id: _vaccine, scope: _vs, version: _vv, ...product } = vaccine
const { id: _p, scope: _ps, version: _pv, ...ofPlace } = place
const { id: _r, scope: _rs, version: _rv, placeId: _rp, ...ofStation } = station
const { id: _o, scope: _os, version: _ov, placeId: _op, ...ofService } = offered
const onVisit = { visitId: VisitId.parse(visit.id) }
const onTime = { appointmentId: booked.id }
const who = { name: 'X', email: null, phone: null, note: '' }
const correction = { person: given.person, vaccineId: given.vaccineId, lot: given.lot, expiresOn: given.expiresOn, doses: given.doses, site: given.site, vaccinatorName: 'X', nextDoses: [] }

/** Every command that reaches what lies in a scope of health. */
const TRIED: Readonly<Record<string, object>> = {
  'places.set': { placeId: place.id, departmentId: 'ordnung', isHealth: true, content: ofPlace },
  'places.set-resource': { placeId: place.id, resourceId: STATION, content: ofStation },
  'places.set-service': { placeId: place.id, serviceId: offered.id, content: ofService },
  'hours.set': { placeId: place.id, lineId: LINE, strands: 0, content: hours, follows: null },
  'hours.delete': { placeId: place.id, lineId: LINE, strands: 0 },
  'appointments.book': { placeId: place.id, serviceIds, persons: 1, ...who, resourceId: STATION, startsAt: plusDays(SESSION_NOW, 1), channel: 'telephone' },
  'appointments.walk-in': { placeId: place.id, serviceIds, persons: 1, ...who, priority: 2 },
  'appointments.move': { ...onTime, resourceId: STATION, startsAt: plusDays(SESSION_NOW, 1), minutes: 10 },
  'appointments.change-person': { ...onTime, ...who },
  'appointments.cancel': onTime,
  'appointments.call': { ...onTime, counterId: STATION, again: false },
  'appointments.step': { ...onTime, step: 'arrive' },
  'appointments.redirect': { ...onTime, toCounterId: null, serviceIds, note: '' },
  'appointments.take-back': onTime,
  'vaccinations.set-vaccine': { placeId: place.id, vaccineId: vaccine.id, content: product },
  'vaccinations.add-batch': { vaccineId: vaccine.id, lot: 'NEU', expiresOn: '2027-01-31' },
  'vaccinations.block-batch': { vaccineId: vaccine.id, lot: batch.lot, reason: 'X' },
  'vaccinations.set-rules': { placeId: place.id, key: 'spacing', content: { schedules: [], spacing: [] } },
  'vaccinations.set-session': { sessionId: session.id, placeId: place.id, slotMinutes: 10, publicResourceIds: [], strands: 0, content: { title, day, startTime, endTime, serviceIds, resourceIds, responsible, team, vaccineIds, fromAge, groups } },
  'vaccinations.turn-session': { sessionId: session.id, to: 'closed' },
  'vaccinations.set-stock': { sessionId: session.id, line: { batchId: batch.id, doses: 5, wasted: 0, wastedReason: '' } },
  'vaccinations.set-stand-by': { sessionId: session.id, entry: { id: idOf('stand-by'), name: 'X', phone: '1', birthYear: null, minutesAway: 5, note: '', state: 'asked' } },
  'vaccinations.check-in': { sessionId: session.id, appointmentId: booked.id, person },
  'vaccinations.change-person': { ...onVisit, person },
  'vaccinations.add-history': { ...onVisit, doses: [{ day: '2020-01-01', vaccineName: 'X', vaccine: null, diseases: vaccine.diseases, isLive: null, lot: '', source: 'pass', vaccinationId: null }] },
  'vaccinations.remove-history': { ...onVisit, dose: { day: '2020-01-01', vaccineName: 'X' } },
  'vaccinations.answer': { ...onVisit, answers: noAnswers(), flags: [] },
  'vaccinations.judge': { ...onVisit, may: 'yes', note: 'X', isOnDose: false },
  'vaccinations.consent': { ...onVisit, kind: 'oral', guardianName: '' },
  'vaccinations.end-observation': { ...onVisit, event: 'X' },
  'vaccinations.leave': { ...onVisit, reason: 'X' },
  'vaccinations.take-over': { visit: carried },
  'vaccinations.document': { ...onVisit, draft: aDraft({ lot: batch.lot }), history: [], flags: [] },
  'vaccinations.correct': { ...ofRecord, content: correction, reason: 'X' },
  'vaccinations.void': { ...ofRecord, reason: 'X' },
  'vaccinations.note-signed': { vaccinationIds: [given.id] },
  'vaccinations.keep-both': ofRecord,
  'vaccinations.open-recall': { vaccineId: vaccine.id, lot: batch.lot, reason: 'X' },
  'vaccinations.note-contact': { recallId: recall.id, vaccinationId: given.id, state: 'reached', note: '' },
  'vaccinations.close-recall': { recallId: recall.id },
  'vaccinations.suspect': { ...ofRecord, description: 'X', onsetAt: SESSION_NOW },
  'vaccinations.note-reported': { sideEffectId: suspicion.id, reportedTo: 'X' },
}

const OF_HEALTH = /^(?:vaccinations|appointments|hours|places)\./

/** What of an answer is another one each time, or counts changes of the whole town: it tells nothing about whose they were. */
const CHANGING = new Set(['now', 'head', 'upTo', 'asOf', 'at', 'id', 'url', 'deskSecret', 'position', 'begunAt', 'endedAt', 'checksum'])
const steady = (text: string): string => {
  try {
    return JSON.stringify(JSON.parse(text, (key, value: unknown) => (CHANGING.has(key) ? undefined : value)))
  } catch {
    // Several lines of JSON, or none at all.
    return text.includes('\n{') ? text.split('\n').map(steady).join('\n') : text
  }
}

const asked = async (login: string, request: InjectOptions): Promise<string> => {
  const reply = await town.app.inject({ ...request, headers: { ...request.headers, ...(await town.bearer(login)) } })
  const text = reply.headers['content-encoding'] === 'zstd' ? zstdDecompressSync(reply.rawPayload).toString() : reply.body
  return `${reply.statusCode}\n${steady(text)}`
}

/** All that somebody is told, by route and by command. */
async function toldTo(login: string): Promise<ReadonlyMap<string, string>> {
  const told = new Map<string, string>()
  for (const [name, { requests }] of Object.entries(ASKED)) for (const [index, request] of requests.entries()) told.set(`${name} ${index}`, await asked(login, request))
  const commands = Object.entries(TRIED).map(([name, input]) => ({ id: randomUUID(), name, version: 1, input, basedOn: [], after: [], recordedAt: SESSION_NOW }))
  const [, answers = ''] = (await asked(login, post('/v1/commands', { commands }))).split('\n')
  for (const [index, answer] of (JSON.parse(answers) as { answers: readonly unknown[] }).answers.entries()) told.set(commands[index]?.name ?? '', JSON.stringify(answer))
  return told
}

/** These tell what those who ask have asked before, and so another thing each time. */
const OWN_DEEDS = /^(?:GET \/v1\/privacy\/access-log|\w+ \/v1\/audit\/|GET \/v1\/protection )/

const rowsOfHealth = async (): Promise<string> => JSON.stringify(await Promise.all([...new Set(HEALTH.map(({ table }) => table))].map(async table =>
  (await sql`select id, version from ${sql.table(table)} where town_id = ${TEST_TOWN} and scope like 'health%' order by id`.execute(town.database.db)).rows)))

test('every route for signed-in people and every command about places of health is asked here', () => {
  const routes = town.routes.map(({ method, url }) => `${method} ${url}`).filter(name => name.includes(' /v1/'))
  expect([routes.filter(name => !Object.hasOwn(ASKED, name)), Object.keys(ASKED).filter(name => !routes.includes(name))]).toEqual([[], []])
  const commands = COMMANDS.map(({ name }) => name).filter(name => OF_HEALTH.test(name))
  expect(commands.toSorted()).toEqual(Object.keys(TRIED).toSorted())
})

test('nobody else gets a row, a name, a count or a hit: all is as if there were no health data at all', async () => {
  // The report of a deletion of nothing and the town's colour are there from now on.
  for (const route of ['PUT /v1/privacy/deletions/:id', 'PUT /v1/town-setup/branding']) for (const request of ASKED[route]?.requests ?? []) await asked('administrator', request)
  // So are the computer and everybody who signed in there.
  for (const login of OUTSIDERS) for (const request of ASKED['GET /v1/session']?.requests ?? []) await asked(login, request)
  const before = new Map<string, ReadonlyMap<string, string>>()
  for (const login of OUTSIDERS) before.set(login, await toldTo(login))
  await town.change(HEALTH)
  const rows = await rowsOfHealth()
  for (const login of OUTSIDERS) {
    const told = await toldTo(login)
    for (const [name, text] of told) {
      expect(text, `${login}: ${name}`).not.toMatch(new RegExp(SECRET, 'i'))
      expect(text, `${login}: ${name}`).not.toContain('"health-')
      expect(text, `${login}: ${name}`).toBe(OWN_DEEDS.test(name) ? text : before.get(login)?.get(name))
      expect(text, `${login}: ${name} was not understood`).not.toMatch(/commands\/(?:invalid-input|unknown|outdated-version)|"kind":"applied"/)
    }
  }
  expect(await rowsOfHealth()).toBe(rows)
  expect(await town.database.db.selectFrom('health_accesses').selectAll().execute()).toEqual([])
})

test('who works with them is told by the same questions', async () => {
  for (const [name, { requests, tells }] of Object.entries(ASKED).filter(([, { tells: isTold }]) => isTold)) {
    const texts = await Promise.all(requests.map(request => asked(INSIDER, request)))
    expect([name, tells, texts.some(text => text.includes(SECRET) || text.includes('ZZGEHEIM1'))]).toEqual([name, true, true])
  }
  // That somebody read them the data protection officer hears, and not whose they were.
  const [log = ''] = await Promise.all((ASKED['GET /v1/privacy/access-log']?.requests ?? []).map(request => asked('protection', request)))
  expect(log).toContain('health-read')
  expect(log).not.toMatch(new RegExp(SECRET, 'i'))
})

test('what changes there reaches nobody else as it happens', async () => {
  const streams = await Promise.all(OUTSIDERS.map(async login => {
    const reply = await town.app.inject({ url: '/v1/live', headers: await town.bearer(login), payloadAsStream: true })
    let heard = ''
    reply.stream().on('data', (chunk: Buffer) => { heard += chunk.toString() })
    return { login, heard: () => heard, end: () => reply.stream().destroy() }
  }))
  await town.change([{ table: 'vaccination_visits', row: { ...visit, observation: { at: SESSION_NOW, byName: SECRET, event: SECRET } } }, { table: 'appointments', row: { ...booked, note: `${SECRET} 2` } }])
  await town.change([{ table: 'staff', row: aStaffAccount({ id: AccountId.parse(idOf('last')), login: 'last', name: 'the last word' }) }, { table: 'applications', row: testApplication(77, 'bau') }])
  for (const { login, heard, end } of streams) {
    await expect.poll(heard, { message: login }).toContain('the last word')
    expect(heard(), login).not.toMatch(new RegExp(`${SECRET}|health`, 'i'))
    end()
  }
})
