import { strFromU8, unzipSync } from 'fflate'
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { UNMARKED } from '../../shared/domains/applications/new-file.ts'
import { caseLetterFile } from '../../shared/domains/letters/case-letters.ts'
import { theFacts } from '../../shared/domains/notices/clock/testing.ts'
import type { MailboxConsent, Notice } from '../../shared/domains/notices/tables.ts'
import { aNotice, aNoticeContent, aNoticeKind, aNoticeRun, aPaper, aSent } from '../../shared/domains/notices/testing.ts'
import { AttachmentId, ConsentId, derivedUuid, NoticeId, NoticeRunId, PersonId } from '../../shared/ids.ts'
import { anActor } from '../../shared/domains/staff/testing.ts'
import { instantFromMs } from '../../shared/time.ts'
import type { AccessEntry, DeletionPreview, DeletionRun, FoundPerson } from '../../shared/wire/privacy.ts'
import { noteAccess } from './privacy-router.ts'
import { personOfApplicant } from '../intake/person-of-applicant.ts'
import { accountOf, TEST_APPLICATION, TEST_TOWN, testService, type TestService } from '../testing.ts'

const CLERK = 'clerk.ordnung'
const kind = aNoticeKind()

let town: TestService
beforeAll(async () => {
  town = await testService()
  await town.change([{ table: 'notice_kinds', row: kind }])
})
afterAll(() => town.close())

let runs = 0
/** A run made in that year, with notices to whoever is named. */
async function runOf(year: number, recipients: readonly (Partial<Notice> & { readonly name: string })[]): Promise<{ readonly runId: NoticeRunId; readonly ids: readonly NoticeId[] }> {
  const number = ++runs
  const runId = NoticeRunId.parse(derivedUuid('privacy/notice-run', String(number)))
  const made = recipients.map(({ name, ...more }, index) => {
    const content = aNoticeContent({ reference: `4711.${number}.${index}`, recipient: { ...aNoticeContent().recipient, name } })
    return aNotice(index + 1, { id: NoticeId.parse(derivedUuid('privacy/notice', `${number}/${index}`)), runId, content, sent: aSent({ state: 'dispatched' }), facts: [...theFacts({ kind: 'posted', day: `${year}-03-02` })], ...more })
  })
  await town.change([{ table: 'notice_runs', row: aNoticeRun({ id: runId, title: `Umlage ${year}/${number}`, createdAt: instantFromMs(Date.UTC(year, 1, 26, 9)) }) }, ...made.map(row => ({ table: 'notices' as const, row }))])
  for (const { id } of made) {
    await town.database.db.insertInto('notice_letters').values({ town_id: TEST_TOWN, notice_id: id, run_id: runId, attempt: 1, state: 'dispatched', letter_id: '1', sha256: null, begun_at: null, handed_over_at: null, asked_at: null, status: 4, problem: null }).execute()
    await town.database.db.insertInto('notice_files').values({ town_id: TEST_TOWN, notice_id: id, rendition: 'print', content_hash: 'x', sha256: 'x', bytes: Buffer.from('%PDF') }).execute()
  }
  return { runId, ids: made.map(({ id }) => id) }
}

type Answers = DeletionPreview & DeletionRun & { readonly people: readonly FoundPerson[]; readonly entries: readonly Pick<AccessEntry, 'kind' | 'subject' | 'personName'>[] }
const ask = async (login: string, url: string, options: { readonly method?: 'PUT' | 'POST'; readonly payload?: object } = {}) =>
  (await town.app.inject({ url: `/v1/privacy${url}`, headers: await town.bearer(login), ...options })).json<Answers>()
const preview = () => ask('administrator', '/deletable')

async function deleteAll(): Promise<DeletionRun> {
  const { fingerprint } = await preview()
  const id = randomUUID()
  for (;;) {
    const run = await ask('administrator', `/deletions/${id}`, { method: 'PUT', payload: { fingerprint } })
    if (run.endedAt) return run
  }
}

/** The tables in which this text stands. */
async function tablesWith(text: string): Promise<readonly string[]> {
  const found: string[] = []
  const { rows } = await sql<{ name: string }>`select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(town.database.db)
  for (const { name } of rows) {
    const { rows: hits } = await sql<{ hit: boolean }>`select exists (select from ${sql.table(name)} as t where t::text like ${`%${text}%`}) as hit`.execute(town.database.db)
    if (hits[0]?.hit) found.push(name)
  }
  return found.toSorted()
}

const aConsent = (number: number, withdrawnYear: number | null): MailboxConsent => ({
  id: ConsentId.parse(derivedUuid('privacy/consent', String(number))), scope: kind.scope, version: 0, kindId: kind.id, reference: `4711.c.${number}`, name: `Zustimmung ${number}`, email: `c${number}@post.example`,
  givenAt: instantFromMs(Date.UTC(2012, 0, 5)), how: 'paper', enteredByName: null, withdrawnAt: withdrawnYear === null ? null : instantFromMs(Date.UTC(withdrawnYear, 5, 5)), emailFailedAt: null,
})

test('a run is deleted with all its notices once the years of its kind are over, with withdrawn agreements; the desks forget it', async () => {
  const old = await runOf(2015, [{ name: 'Gisela Altfall' }, { name: 'Otto Altfall' }])
  const young = await runOf(2016, [{ name: 'Jonas Jungfall' }])
  await town.change([aConsent(1, 2015), aConsent(2, 2016), aConsent(3, null)].map(row => ({ table: 'mailbox_consents' as const, row })))
  const { upTo } = (await town.app.inject({ url: '/v1/feed?scope=department:ordnung&after=0', headers: await town.bearer(CLERK) })).json<{ upTo: number }>()
  expect(await preview()).toMatchObject({
    total: 1, services: [{ serviceId: kind.id, title: { de: kind.title }, months: 120, count: 1 }], cases: [{ id: old.runId, reference: 'Umlage 2015/1', from: '2026-01-01' }], withObjections: [],
  })
  expect(await deleteAll()).toMatchObject({ planned: 1, deleted: 1, kept: 0 })
  for (const trace of ['Altfall', 'Zustimmung 1', '4711.1.0']) expect(await tablesWith(trace), trace).toEqual([])
  expect(await tablesWith(old.ids[0] ?? '')).toEqual(['audit_log', 'feed'])
  for (const kept of ['Jungfall', 'Zustimmung 2', 'Zustimmung 3']) expect(await tablesWith(kept), kept).not.toEqual([])
  expect(await tablesWith(young.ids[0] ?? '')).toContain('notice_letters')
  const { entries } = (await town.app.inject({ url: `/v1/feed?scope=department:ordnung&after=${upTo}`, headers: await town.bearer(CLERK) })).json<{ entries: { op: string; table: string }[] }>()
  expect(entries.map(({ op, table }) => `${op} ${table}`).toSorted()).toEqual(['deleted mailbox_consents', 'deleted notice_runs', 'deleted notices', 'deleted notices'])
})

test('a run with an open objection is kept and named; a run that still goes out is not touched', async () => {
  const facts = [...theFacts({ kind: 'posted', day: '2014-03-02' }, { kind: 'objected', day: '2014-03-10' })]
  const { runId } = await runOf(2014, [{ name: 'Widerspruch Erika', facts }, { name: 'Still Ernst' }])
  await town.change([{ table: 'notice_runs', row: aNoticeRun({ id: NoticeRunId.parse(derivedUuid('privacy/notice-run', 'going')), createdAt: instantFromMs(Date.UTC(2014, 1, 1)), ...going() }) }])
  expect(await preview()).toMatchObject({ total: 0, withObjections: [{ runId, count: 1 }] })
  const settled = [...theFacts({ kind: 'posted', day: '2014-03-02' }, { kind: 'objected', day: '2014-03-10' }, { kind: 'settled', day: '2014-04-10', of: 'objected', outcome: 'withdrawn' })]
  const [id] = (await town.database.db.selectFrom('notices').select('id').where('run_id', '=', runId).orderBy('number').execute()).map(row => row.id)
  await town.change([{ table: 'notices', row: aNotice(1, { id: NoticeId.parse(id), runId, content: aNoticeContent({ reference: '4711.3.0', recipient: { ...aNoticeContent().recipient, name: 'Widerspruch Erika' } }), sent: aSent({ state: 'dispatched' }), facts: settled }) }])
  expect(await preview()).toMatchObject({ total: 1, withObjections: [] })
  expect((await deleteAll()).deleted).toBe(1)
})

/** Released, and not handed over yet. */
function going(): Pick<ReturnType<typeof aNoticeRun>, 'submitted' | 'checked' | 'released'> {
  const at = instantFromMs(Date.UTC(2014, 1, 2))
  const [submitter, releaser] = ['submitter', 'releaser'].map(name => ({ at, byPersonId: derivedUuid('test/person', name), byName: name, contentHash: '0'.repeat(64) }))
  return { submitted: { ...submitter, rowsHash: '0'.repeat(64), count: 0, totalCents: 0 }, checked: { contentHash: '0'.repeat(64) }, released: { ...releaser, outAt: at, looked: [] } } as never
}

test('an objection that comes in after the list was made keeps the run', async () => {
  const { runId, ids } = await runOf(2013, [{ name: 'Spät Berta' }])
  const { fingerprint } = await preview()
  const deletion = randomUUID()
  const [id = ''] = ids
  await town.database.db.insertInto('deletion_runs').values({ town_id: TEST_TOWN, id: deletion, account_id: derivedUuid('test/account', 'administrator') as never, by_name: 'administrator', begun_at: instantFromMs(Date.UTC(2026, 10, 22)), planned: JSON.stringify([runId]), services: '[]' }).execute()
  await town.change([{ table: 'notices', row: aNotice(1, { id: NoticeId.parse(id), runId, content: aNoticeContent({ reference: '4711.4.0', recipient: { ...aNoticeContent().recipient, name: 'Spät Berta' } }), sent: aSent({ state: 'dispatched' }), facts: [...theFacts({ kind: 'posted', day: '2013-03-02' }, { kind: 'objected', day: '2013-03-10' })] }) }])
  expect(await ask('administrator', `/deletions/${deletion}`, { method: 'PUT', payload: { fingerprint } })).toMatchObject({ planned: 1, deleted: 0, kept: 1 })
  expect(await tablesWith('Spät Berta')).not.toEqual([])
})

test('who opened a notice is seen by the data protection officer, by name and Kassenzeichen', async () => {
  const { ids } = await runOf(2026, [{ name: 'Angesehen Anna' }])
  const command = { id: randomUUID().replace(/^(.{14})./, '$17'), name: 'notices.view', version: 1, input: { noticeId: ids[0] }, basedOn: [], after: [], recordedAt: instantFromMs(town.clock.nowMs()) }
  await town.app.inject({ method: 'POST', url: '/v1/commands', headers: await town.bearer(CLERK), payload: { commands: [command] } })
  const { entries } = await ask('protection', '/access-log?from=2026-01-01&to=2026-12-31')
  expect(entries).toContainEqual(expect.objectContaining({ kind: 'viewed-notice', personName: CLERK, subject: `4711.${runs}.0` }))
  expect((await ask('protection', `/access-log?from=2026-01-01&to=2026-12-31&text=4711.${runs}.0`)).entries.map(({ kind: what }) => what)).toEqual(['viewed-notice'])
})

test('who printed letters of a run in the house is seen too, by the name of the run', async () => {
  const at = instantFromMs(Date.UTC(2026, 10, 23, 9))
  const submitted = { at, byPersonId: PersonId.parse(derivedUuid('test/person', CLERK)), byName: CLERK, contentHash: '0'.repeat(64), rowsHash: '0'.repeat(64), count: 1, totalCents: 0, paper: aPaper() }
  const run = aNoticeRun({ id: NoticeRunId.parse(derivedUuid('privacy/notice-run', 'printed')), title: 'Umlage gedruckt', submitted })
  const notice = aNotice(1, { id: NoticeId.parse(derivedUuid('privacy/notice', 'printed')), runId: run.id, checked: { channel: 'here', pages: 2, problems: [] }, sent: aSent({ channel: 'here', state: 'to-print' }) })
  await town.change([{ table: 'notice_runs', row: run }, { table: 'notices', row: notice }])
  const printed = await town.app.inject({ method: 'POST', url: `/v1/notices/runs/${run.id}/print`, headers: await town.bearer(CLERK), payload: { noticeIds: [notice.id] } })
  expect(printed.statusCode, printed.body.slice(0, 200)).toBe(200)
  const { entries } = await ask('protection', '/access-log?from=2026-01-01&to=2026-12-31&text=Umlage gedruckt')
  expect(entries).toMatchObject([{ kind: 'printed-notice-letters', personName: CLERK, subject: run.title }])
})

test('letters printed before an entry was called as it is now are listed with the same words', async () => {
  const run = aNoticeRun({ id: NoticeRunId.parse(derivedUuid('privacy/notice-run', 'printed before')), title: 'Umlage früher gedruckt' })
  await town.change([{ table: 'notice_runs', row: run }])
  const actor = anActor('clerk', '1', { townId: TEST_TOWN, accountId: accountOf(CLERK), personId: PersonId.parse(derivedUuid('test/person', CLERK)) })
  await noteAccess(town.database, actor, 'notices.print-letters', run.id, instantFromMs(Date.UTC(2026, 9, 1, 9)))
  const { entries } = await ask('protection', '/access-log?from=2026-01-01&to=2026-12-31&text=Umlage früher')
  expect(entries).toMatchObject([{ kind: 'printed-notice-letters', personName: CLERK, subject: run.title }])
})

test('who looked at the proof of delivery of a decision is seen, by the number of the case', async () => {
  const { id: applicationId, scope, reference } = TEST_APPLICATION
  const id = AttachmentId.parse(derivedUuid('privacy/letter', '1'))
  const at = instantFromMs(town.clock.nowMs())
  await town.change([{ table: 'attachments', row: { id, scope, version: 0, applicationId, filename: caseLetterFile('Bescheid', reference), mediaType: 'application/pdf', size: 9, sha256: '0'.repeat(64), addedAt: at, kind: 'letter', ...UNMARKED } }])
  const proof = await town.app.inject({ method: 'POST', url: `/v1/letters/${id}/proof`, headers: await town.bearer(CLERK), payload: {} })
  expect(proof.statusCode, proof.body.slice(0, 200)).toBe(200)
  const { entries } = await ask('protection', `/access-log?from=2026-01-01&to=2026-12-31&text=${reference}`)
  expect(entries).toMatchObject([{ kind: 'viewed-letter-proof', personName: CLERK, subject: reference }])
})

const filesOf = async (id: string): Promise<{ readonly page: string; readonly data: { readonly people: readonly object[]; readonly notices: readonly { readonly content: object; readonly endOn: string | null }[]; readonly mailboxConsents: readonly object[] } }> => {
  const response = await town.app.inject({ url: `/v1/privacy/people/${id}/export`, headers: await town.bearer('protection') })
  const files = unzipSync(new Uint8Array(response.rawPayload))
  const [page = '', data = ''] = ['auskunft.html', 'daten.json'].map(name => strFromU8(files[name] ?? new Uint8Array()))
  return { page, data: JSON.parse(data) as never }
}

test('whoever got notices is found by name, Kassenzeichen and the address of an agreement, each at their own address', async () => {
  const content = (number: number, street: string) => aNoticeContent({ reference: `88.0${number}`, recipient: { ...aNoticeContent().recipient, name: 'Frieda Fundbar', street } })
  await runOf(2026, [{ name: '', content: content(1, 'Lange Straße') }, { name: '', content: content(2, 'lange straße ') }, { name: '', content: content(3, 'Kurze Straße') }])
  await town.change([{ table: 'mailbox_consents', row: { ...aConsent(9, null), reference: '88.03', name: 'Frieda Fundbar', email: 'frieda@post.example' } }, { table: 'mailbox_consents', row: { ...aConsent(10, null), name: 'Nora Nurdas' } }])
  const find = async (search: string) => (await ask('protection', '/people', { method: 'POST', payload: { search } })).people.map(({ name, address, notices }) => [name, address, notices])
  const kurze = ['Frieda Fundbar', 'Kurze Straße 12, 39517 Tangerhütte', 1]
  expect(await find('fundb')).toEqual([kurze, ['Frieda Fundbar', expect.stringMatching(/^lange straße 12, 39517 Tangerhütte$/i), 2]])
  for (const search of ['88.03', 'frieda@']) expect(await find(search), search).toEqual([kurze])
  expect(await find('nora')).toEqual([['Nora Nurdas', '4711.c.10', 0]])
  expect(await find('%%%')).toEqual([])
})

test('what a notice says, its days, what became of it and what was agreed to comes in the file, without the names of staff', async () => {
  const facts = [...theFacts({ kind: 'posted', day: '2026-03-02' }, { kind: 'objected', day: '2026-03-10' })].map(fact => ({ ...fact, note: 'Einschreiben lag bei' }))
  const { ids } = await runOf(2026, [{ name: 'Klara <Auskunft>', facts }, { name: 'Jemand Anders' }])
  await town.change([{ table: 'mailbox_consents', row: { ...aConsent(20, null), reference: `4711.${runs}.0`, name: 'Klara <Auskunft>', enteredByName: 'Silke Bartels' } }])
  const { page, data } = await filesOf(ids[0] ?? '')
  expect(data).toMatchObject({
    people: [], mailboxConsents: [{ reference: `4711.${runs}.0`, email: 'c20@post.example', how: 'paper' }],
    notices: [{ kind: kind.title, content: { recipient: { name: 'Klara <Auskunft>' }, totalCents: 1_457 }, state: 'objected', announcedOn: '2026-03-06', endOn: '2026-04-07', facts: [{ kind: 'posted', day: '2026-03-02' }, { kind: 'objected' }] }],
  })
  for (const text of ['<title>Auskunft: Klara &lt;Auskunft&gt;</title>', '14,57', 'bekannt gegeben 06.03.2026, Frist bis 07.04.2026', '10.03.2026: Widerspruch oder Klage eingegangen. Einschreiben lag bei', 'Gemarkung Lüderitz, Flur 3', 'c20@post.example']) expect(page).toContain(text)
  expect(page + JSON.stringify(data)).not.toMatch(/Silke Bartels|Torsten Wegener|Jemand Anders/)
  const { entries } = await ask('protection', '/access-log?from=2026-01-01&to=2026-12-31')
  expect(entries).toContainEqual(expect.objectContaining({ kind: 'exported-person', subject: `4711.${runs}.0` }))
})

test('a person of cases gets the notices in their name with their address too, and those under the Kassenzeichen they agreed for', async () => {
  const id = await town.database.db.transaction().execute(trx => personOfApplicant(trx, TEST_TOWN, { name: 'Paula Person', email: 'paula@post.example' }, PersonId.parse(derivedUuid('privacy/person', 'with-notices'))))
  await runOf(2026, [{ name: 'Paula Person' }, { name: 'Paula P.', content: aNoticeContent({ reference: 'p.1', email: 'PAULA@post.example' }) }, { name: 'Paula Person', content: aNoticeContent({ reference: 'p.2', recipient: { ...aNoticeContent().recipient, name: 'Paula Person' }, email: 'PAULA@post.example' }) }])
  await town.change([{ table: 'mailbox_consents', row: { ...aConsent(30, null), name: 'Paula Person', reference: `4711.${runs}.0`, email: 'paula@post.example' } }])
  const { data } = await filesOf(id)
  expect([data.people.length, data.notices.length, data.mailboxConsents.length], 'but for the one in another name').toEqual([1, 2, 1])
})

test('what somebody agreed to under an e-mail address that is known nowhere else is told with the notices in their name', async () => {
  const { street, houseNumber, postalCode, place } = aNoticeContent().recipient
  const applicant = { name: 'Quirin Quer', email: 'quirin@post.example', address: { street: `${street} ${houseNumber}`, postalCode, place } }
  const id = await town.database.db.transaction().execute(trx => personOfApplicant(trx, TEST_TOWN, applicant, PersonId.parse(derivedUuid('privacy/person', 'agreed-elsewhere'))))
  await runOf(2026, [{ name: 'Quirin Quer' }])
  await town.change([{ table: 'mailbox_consents', row: { ...aConsent(50, null), name: 'Quirin Quer', reference: `4711.${runs}.0`, email: 'elsewhere@post.example' } }])
  expect((await filesOf(id)).data).toMatchObject({ notices: [{ content: { reference: `4711.${runs}.0` } }], mailboxConsents: [{ email: 'elsewhere@post.example' }] })
})

test('of two who owe under one Kassenzeichen neither gets what is the other\'s, however name and Kassenzeichen are typed', async () => {
  const content = (name: string, street: string) => aNoticeContent({ reference: '99.7-1', recipient: { ...aNoticeContent().recipient, name, street } })
  const { ids } = await runOf(2026, [{ name: '', content: content('Anton Müller', 'Am Markt') }, { name: '', content: content('Berta Miteigner', 'Am Wall') }])
  const [ofAnton, ofBerta] = ids
  const consents = [
    { ...aConsent(40, null), reference: '99 7 1', name: 'Anton Mueller', email: 'anton@post.example' }, { ...aConsent(41, null), reference: '99.7-1', name: 'Berta Miteigner', email: 'berta@post.example' },
    { ...aConsent(42, null), reference: '99.7-1', name: 'Cäcilie Dritte', email: 'caecilie@post.example' },
  ]
  await town.change(consents.map(row => ({ table: 'mailbox_consents' as const, row })))
  const told = async (id: string | undefined) => {
    const { data } = await filesOf(id ?? '')
    return JSON.stringify([data.notices, data.mailboxConsents]).match(/Anton M.{1,2}ller|Berta Miteigner|Cäcilie Dritte/g)?.toSorted()
  }
  const [anton, berta, caecilie] = consents
  for (const id of [ofAnton, anton?.id]) expect(await told(id), 'Anton').toEqual(['Anton Mueller', 'Anton Müller'])
  for (const id of [ofBerta, berta?.id]) expect(await told(id), 'Berta').toEqual(['Berta Miteigner', 'Berta Miteigner'])
  expect(await told(caecilie?.id), 'Cäcilie').toEqual(['Cäcilie Dritte'])
  const find = async (search: string) => (await ask('protection', '/people', { method: 'POST', payload: { search } })).people.map(({ name, notices }) => [name, notices])
  for (const search of ['anton@', 'Anton Mue']) expect(await find(search), search).toEqual([['Anton Müller', 1]])
  expect(await find('berta@')).toEqual([['Berta Miteigner', 1]])
  expect(await find('cäc')).toEqual([['Cäcilie Dritte', 0]])
})
