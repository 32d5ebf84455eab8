import { randomUUID } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Attachment } from '../../shared/domains/applications/tables.ts'
import { anApplication } from '../../shared/domains/applications/testing.ts'
import { aConversation, aConversationMessage } from '../../shared/domains/messages/testing.ts'
import { aCardOrganisation, aServiceCard } from '../../shared/domains/service-cards/testing.ts'
import { ApplicationId, AttachmentId, derivedUuid, PersonId } from '../../shared/ids.ts'
import { instantFromMs } from '../../shared/time.ts'
import { personOfApplicant } from '../intake/person-of-applicant.ts'
import { CONTACT_TABLES } from '../domains/people/contacts.ts'
import { TABLES_OF_A_CASE } from '../store/records.ts'
import { TEST_TOWN, testService, type TestService } from '../testing.ts'

let town: TestService
beforeAll(async () => {
  town = await testService()
})
afterAll(() => town.close())

/** Tables that say something of a citizen and how it is found when somebody asks what is known about them. */
const BY_ANOTHER_ROW = {
  applications: 'names its person', people: 'is the person', person_records: 'says whose a record is', person_choices: 'by person', person_merges: 'by person', person_apart: 'by person',
  secrecies: 'by person', secrecy_changes: 'by person', secrecy_marks: 'by person', person_accesses: 'reasons of staff, by person or record; told to the data protection officer',
  letters: 'by case', mailboxes: 'by case', submissions: 'by case', fit_connect_submissions: 'by case, before that unread and sealed', fit_connect_attachments: 'sealed until they are files of a case', fit_connect_replies: 'by submission',
  conversation_messages: 'by conversation', conversation_files: 'by conversation', service_cards: 'by hand, then by holder', card_photos: 'by card', notice_letters: 'by notice', notice_checks: 'by notice', notice_files: 'by notice, until it has gone',
  notice_provisions: 'by notice', consent_requests: 'forgotten within days unless confirmed', consent_keys: 'by agreement', open_holds: 'by appointment', blobs: 'by file', blob_pieces: 'by file', jobs: 'by what they deliver, emptied when done',
  feed: 'former versions of rows, pruned and erased with them', commands: 'answers, erased with their records', side_effects: 'by vaccination', recall_contacts: 'by vaccination', health_accesses: 'by vaccination; told to the data protection officer',
  privacy_requests: 'by person, told with what is known of them',
  subscribers: 'an address without a name: by its own link', sender_counts: 'an internet address as a sealed hash, forgotten within hours; whoever has the whole database could try all addresses', alert_deliveries: 'by subscriber',
} as const

/** Tables that say nothing of citizens: what the town offers, how it works, who works there. */
const OF_NOBODY: readonly string[] = [
  'absence_notes', 'alert_keys', 'alert_sendings', 'alert_settings', 'alert_tallies', 'alert_templates', 'alert_topics', 'alerts', 'appointment_services', 'audit_exports', 'audit_keys', 'audit_log', 'audit_verifications', 'calendar_feeds', 'card_keys', 'card_number_counters', 'card_organisations',
  'credentials', 'dataset', 'deletion_runs', 'departments', 'desk_secrets', 'device_accounts', 'devices', 'display_addresses', 'facsimiles', 'fit_connect_callbacks', 'fit_connect_destinations', 'fit_connect_keys', 'fit_connect_mappings', 'fit_connect_refusals', 'forms', 'group_grants',
  'hall_contract_counters', 'halls', 'hours_changes', 'letter_drafts', 'letter_templates', 'mail_tests', 'mailbox_secrets', 'maintenance', 'message_desks', 'notice_duties', 'notice_kinds', 'notice_rule_sets', 'notice_runs', 'official_warning_ends', 'official_warnings',
  'opening_hours', 'places', 'preferences', 'push_keys', 'receipt_counters', 'resources', 'revoked_grants', 'saved_views', 'scope_epochs', 'service_drafts', 'service_imports', 'services', 'sign_in_failures', 'sign_in_keys', 'sign_in_payloads', 'staff', 'suggestions',
  'text_blocks', 'ticket_counters', 'town_brandings', 'town_heads', 'towns', 'vaccination_counters', 'vaccination_deletions', 'vaccination_keys', 'vaccination_recalls', 'vaccination_returns', 'vaccination_rules', 'vaccination_sessions', 'vaccine_batches', 'vaccines',
  'warning_sources', 'mail_tests', 'migrations',
]

test('of every table it is known whether it says something of citizens, and how that is found: a new one has to be put down here', async () => {
  const { rows } = await sql<{ readonly name: string }>`select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`.execute(town.database.db)
  const found = [...new Set<string>([...CONTACT_TABLES, ...TABLES_OF_A_CASE, ...Object.keys(BY_ANOTHER_ROW)])]
  expect(rows.map(({ name }) => name).filter(name => !found.includes(name) && !OF_NOBODY.includes(name)), 'put down nowhere').toEqual([])
  expect(found.filter(name => OF_NOBODY.includes(name)), 'put down twice').toEqual([])
  const there = new Set(rows.map(({ name }) => name))
  expect(found.filter(name => !there.has(name)), 'there no more').toEqual([])
})

async function citizen(name: string, email: string, number: number) {
  const personId = await town.database.db.transaction().execute(trx => personOfApplicant(trx, TEST_TOWN, { name, email }, PersonId.parse(derivedUuid('every-table', name))))
  const row = anApplication({ id: ApplicationId.parse(derivedUuid('every-table/case', name)), number, reference: `TGH-2026-${number}`, personId, applicantName: name })
  await town.change([{ table: 'applications', row }])
  return row
}

const exported = async (id: string) => {
  const response = await town.app.inject({ url: `/v1/privacy/people/${id}/export`, headers: await town.bearer('protection') })
  const files = unzipSync(new Uint8Array(response.rawPayload))
  const text = (name: string): string => strFromU8(files[name] ?? new Uint8Array())
  return { page: text('auskunft.html'), data: JSON.parse(text('daten.json')) as Readonly<Record<string, unknown>>, all: text('auskunft.html') + text('daten.json') }
}

test('conversations, service ID cards, the way a case came by and its letters are told to whose they are, and to nobody else of the family', async () => {
  const { db } = town.database
  const row = await citizen('Edda Alles', 'alles@post.example', 801)
  const brother = await citizen('Egon Alles', 'alles@post.example', 802)
  const conversation = aConversation('edda', { name: 'Edda Alles', email: 'alles@post.example', subject: 'Laterne aus', assigneeName: 'Silke Bartels' })
  const theirs = aConversation('egon', { name: 'Egon Alles', email: 'alles@post.example', subject: 'Geht sie nichts an', applicationId: row.id })
  const card = aServiceCard('edda', { familyName: 'Alles', givenName: 'Edda', photoId: null, requestedByName: 'Silke Bartels' })
  await town.change([
    { table: 'conversations', row: conversation }, { table: 'conversation_messages', row: aConversationMessage('edda', { conversationId: conversation.id, text: 'Seit Tagen dunkel' }) },
    { table: 'conversation_messages', row: aConversationMessage('answer', { conversationId: conversation.id, kind: 'to-citizen', text: 'Wir kommen', authorName: 'Silke Bartels' }) },
    { table: 'conversations', row: theirs }, { table: 'card_organisations', row: aCardOrganisation() }, { table: 'service_cards', row: card },
  ])
  await sql`insert into person_records (town_id, record_table, record_id, scope, person_id, how, at, name, name_key, sounds, given_name) values (${TEST_TOWN}, 'service_cards', ${card.id}, ${card.scope}, ${row.personId}, 'by-hand', now(), 'Edda Alles', 'eddaalles', '', 'edda')`.execute(db)
  const at = instantFromMs(town.clock.nowMs())
  await sql`insert into fit_connect_submissions (town_id, submission_id, destination_id, case_id, state, announced_at, submitted_at, next_at, application_id) values (${TEST_TOWN}, 'submission-1', 'destination', ${randomUUID()}, 'accepted', ${at}, ${at}, ${at}, ${row.id})`.execute(db)
  await sql`insert into fit_connect_replies (town_id, key, submission_id, state, created_at, sent_at) values (${TEST_TOWN}, 'one', 'submission-1', 'sent', ${at}, ${at})`.execute(db)
  await sql`insert into letters (town_id, id, application_id, code, authority, dated, sha256, created_at) values (${TEST_TOWN}, ${randomUUID()}, ${row.id}, 'CODE-1', 'Bürgeramt', '2026-11-20', ${'a'.repeat(64)}, ${at})`.execute(db)
  const { page, data, all } = await exported(row.personId)
  expect(data).toMatchObject({
    conversations: [{ subject: 'Laterne aus', keptUntil: '2027-11-21', messages: expect.arrayContaining([expect.objectContaining({ text: 'Seit Tagen dunkel' }), expect.objectContaining({ kind: 'to-citizen', text: 'Wir kommen' })]) }],
    serviceCards: [{ familyName: 'Alles', organisation: 'Freiwillige Feuerwehr' }],
    cases: [{ submission: { submissionId: 'submission-1', replies: [{ state: 'sent' }] }, letters: [{ code: 'CODE-1', dated: '2026-11-20' }] }],
    retention: expect.arrayContaining([expect.objectContaining({ what: 'Nachrichten „Laterne aus“', from: '2027-11-21' }), expect.objectContaining({ what: expect.stringContaining('Dienstausweis') })]),
  })
  for (const told of ['Seit Tagen dunkel', 'Freiwillige Feuerwehr', 'submission-1', 'CODE-1', 'Impfstelle']) expect(page, told).toContain(told)
  expect(all).not.toContain('Geht sie nichts an')
  expect(all, 'who of the staff did it').not.toContain('Silke Bartels')
  expect((await exported(brother.personId)).all).not.toContain('Laterne aus')
})

test('what a neighbour wrote and sent is not told to the applicant into whose case it was handed over', async () => {
  const row = await citizen('Berta Bauherrin', 'bau@post.example', 803)
  const complaint = aConversation('complaint', { name: 'Nora Nachbarin', email: 'nora@post.example', subject: 'Mauer zu hoch', applicationId: row.id })
  const file = (label: string, more: Partial<Attachment> = {}): Attachment => ({
    id: AttachmentId.parse(derivedUuid('every-table/file', label)), scope: row.scope, version: 0, applicationId: row.id, filename: `${label}.pdf`, mediaType: 'application/pdf', size: 0, sha256: 'a'.repeat(64),
    addedAt: row.receivedAt, kind: 'message', scan: 'clean', derivedFrom: null, addedByName: null, rotation: 0, notes: [], isWithheld: false, ...more,
  })
  const [open, withheld] = [file('Zaunbild'), file('Gartenbild', { isWithheld: true })]
  const rows = [open, withheld, file('Zaunkopie', { kind: 'derived', derivedFrom: open.id }), file('Schwarz', { kind: 'derived', derivedFrom: withheld.id }), file('Bauplan', { kind: 'application' })]
  await town.change([{ table: 'conversations', row: complaint }, ...rows.map(one => ({ table: 'attachments', row: one }) as const)])
  const { data, all } = await exported(row.personId)
  expect(data).toMatchObject({ conversations: [], cases: [{ files: expect.arrayContaining([expect.objectContaining({ filename: 'Schwarz.pdf' }), expect.objectContaining({ filename: 'Bauplan.pdf' })]) }] })
  for (const theirs of ['Zaunbild', 'Gartenbild', 'Zaunkopie', 'Mauer zu hoch']) expect(all, theirs).not.toContain(theirs)
})

test('whoever only wrote a message is found by the data protection officer', async () => {
  await town.change([{ table: 'conversations', row: aConversation('only', { name: 'Nele Nurnachricht', email: 'nele@post.example', state: 'closed', waitingSince: null, dueAt: null, closedAt: instantFromMs(Date.UTC(2026, 11, 1, 9)) }) }])
  const response = await town.app.inject({ method: 'POST', url: '/v1/privacy/people', headers: await town.bearer('protection'), payload: { search: 'Nurnach' } })
  const { people: [found] } = response.json<{ readonly people: readonly { readonly id: string }[] }>()
  expect((await exported(found?.id ?? '')).data).toMatchObject({ conversations: [{ name: 'Nele Nurnachricht', keptUntil: '2027-12-02' }] })
})
