import { createHash, createPublicKey, randomUUID, verify } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { sql } from 'kysely'
import MailComposer from 'nodemailer/lib/mail-composer/index.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anchorIn } from '../../shared/domains/audit/anchor-text.ts'
import { anApplication } from '../../shared/domains/applications/testing.ts'
import { aStaffAccount } from '../../shared/domains/staff/testing.ts'
import { aVaccine } from '../../shared/domains/vaccinations/testing.ts'
import { AccountId, DepartmentId, derivedUuid, PersonId } from '../../shared/ids.ts'
import { instantFromMs } from '../../shared/time.ts'
import type { AnchorCheck, AuditEntry, AuditEntryDetail, AuditState, AuditVerification } from '../../shared/wire/audit.ts'
import { aVaccinationPlace } from '../domains/vaccinations/testing.ts'
import { createMaintenance } from '../maintenance/maintenance.ts'
import { aLog } from '../delivery/testing.ts'
import { auditHead } from '../store/audit.ts'
import { TEST_APPLICATION, TEST_TOWN, testApplication, testService, type TestService } from '../testing.ts'
import { createAnchorDelivery } from './anchor-mail.ts'
import { anchorTasks } from './anchor-task.ts'
import { NO_ANCHORS, type AuditSettings } from './audit-settings.ts'
import { ofPart } from './conditions.ts'

let town: TestService
let folder: string
beforeAll(async () => {
  town = await testService()
  folder = await mkdtemp(join(tmpdir(), 'anchors-'))
})
afterAll(async () => {
  await town.close()
  await rm(folder, { recursive: true })
})

type Answer = { readonly entries: readonly AuditEntry[]; readonly more: boolean; readonly code?: string; readonly checks: readonly AnchorCheck[]; readonly exports: readonly object[] } & AuditEntryDetail & AuditState & AuditVerification
const DAYS = { from: '2026-11-01', to: '2026-11-30' }

async function ask(login: string, method: 'GET' | 'POST' | 'PUT', url: string, payload?: object) {
  const reply = await town.app.inject({ method, url: `/v1/audit${url}`, headers: await town.bearer(login), ...(payload ? { payload } : {}) })
  return { status: reply.statusCode, body: reply.json<Answer>() }
}
async function search(query: object = {}, login = 'protection') {
  const { status, body } = await ask(login, 'POST', '/entries', { ...DAYS, ...query })
  expect([status, body.code]).toEqual([200, undefined])
  return body
}
const command = (name: string, input: object) => ({ id: randomUUID(), name, version: 1, input, basedOn: [], after: [], recordedAt: instantFromMs(town.clock.nowMs()) })
async function give(login: string, name: string, input: object): Promise<void> {
  const reply = await town.app.inject({ method: 'POST', url: '/v1/commands', headers: await town.bearer(login), payload: { commands: [command(name, input)] } })
  expect(reply.json()).toMatchObject({ answers: [{ kind: 'applied' }] })
}

test('what somebody did to a case is found by the case’s number, by their name and by the action, with what changed', async () => {
  await give('clerk.ordnung', 'applications.note', { applicationId: TEST_APPLICATION.id, text: 'Zzgeheim' })
  await give('lead.ordnung', 'messages.send', { applicationId: TEST_APPLICATION.id, subject: 'Zzgeheim', text: 'Zzgeheim' })
  const { entries } = await search({ record: TEST_APPLICATION.reference })
  expect(entries.map(({ action, personName, subject }) => [action, personName, subject])).toEqual(expect.arrayContaining([
    ['applications.note', 'clerk.ordnung', TEST_APPLICATION.reference], ['messages.send', 'lead.ordnung', TEST_APPLICATION.reference],
  ]))
  expect((await search({ who: 'lead.ord' })).entries.map(({ action }) => action)).toEqual(['messages.send'])
  expect((await search({ actions: ['applications.note'] })).entries.map(({ personName }) => personName)).toEqual(['clerk.ordnung'])
  expect((await search({ actions: ['applications.note'], from: '2026-11-23' })).entries).toEqual([])
  const [note] = (await search({ actions: ['applications.note'] })).entries
  const { body } = await ask('protection', 'GET', `/entries/${note?.position}`)
  expect(body).toMatchObject({ changesInAll: expect.any(Number), hash: expect.stringMatching(/^[0-9a-f]{64}$/) })
  expect(body.changes).toEqual(expect.arrayContaining([expect.objectContaining({ table: 'application_events', kind: 'made', subject: TEST_APPLICATION.reference })]))
  expect(JSON.stringify(body)).not.toContain('Zzgeheim')
})

test('of a record that was changed the fields are named that differ, and not what they say', async () => {
  const row = testApplication(91)
  await town.change([{ table: 'applications', row }])
  await town.change([{ table: 'applications', row: { ...row, subject: 'Zzgeheim', tags: ['Zzgeheim'] } }])
  const [last] = (await search({ record: row.reference, actions: ['test'] })).entries
  const { body } = await ask('protection', 'GET', `/entries/${last?.position}`)
  expect(body.changes).toEqual([{ table: 'applications', id: row.id, kind: 'changed', subject: row.reference, fields: ['subject', 'tags'] }])
})

test('an administrator sees who did what, but no number, no name of a citizen and nothing of health data', async () => {
  await town.change([{ table: 'vaccines', row: aVaccine() }])
  await town.database.db.insertInto('people').values({ town_id: TEST_TOWN, id: TEST_APPLICATION.personId, name: 'Zora Zander', email: null, merged_into: null }).execute()
  await give('clerk.ordnung', 'applications.view', { applicationId: TEST_APPLICATION.id })
  const told = [await search({}, 'administrator'), await search({ record: TEST_APPLICATION.id }, 'administrator')]
  expect(told[1]?.entries.map(({ action }) => action)).toContain('applications.view')
  for (const { entries } of told) for (const { subject, purpose, records } of entries) expect([subject, purpose, records.some(({ table }) => table === 'vaccines')]).toEqual([null, null, false])
  for (const record of [TEST_APPLICATION.reference, 'Zora Zander']) expect((await search({ record }, 'administrator')).entries).toEqual([])
  expect((await search({ record: 'zora zander' })).entries.map(({ action }) => action)).toContain('applications.view')
  const [health] = (await search({ part: 'health' })).entries
  expect(health?.records).toEqual([{ table: 'vaccines', count: 1 }])
  expect((await search()).entries.flatMap(({ records }) => records.map(({ table }) => table))).not.toContain('vaccines')
  expect((await ask('administrator', 'POST', '/entries', { ...DAYS, part: 'health' })).body.code).toBe('commands/not-allowed')
  expect((await ask('administrator', 'GET', `/entries/${health?.position}`)).status).toBe(404)
  expect((await ask('administrator', 'POST', '/export', { ...DAYS, part: 'health', reason: 'Stichprobe' })).body.code).toBe('commands/not-allowed')
})

test('what health data were read for is told to the data protection officer', async () => {
  await town.change(aVaccinationPlace())
  const reply = await town.app.inject({ method: 'POST', url: '/v1/vaccinations/search', headers: await town.bearer('lead.ordnung'), payload: { familyName: 'Muster', givenName: '', birthDay: null, purpose: 'Auskunft an die Person' } })
  expect(reply.statusCode).toBe(200)
  expect((await search({ part: 'health', actions: ['vaccinations.searched'] })).entries).toMatchObject([{ personName: 'lead.ordnung', purpose: 'Auskunft an die Person' }])
})

test('whoever searches stands in the log themselves, with what they looked for', async () => {
  await search({ record: TEST_APPLICATION.reference })
  const [last] = (await search({ actions: ['audit.searched'], who: 'protection' })).entries
  const { body } = await ask('protection', 'GET', `/entries/${last?.position}`)
  expect(body).toMatchObject({ action: 'audit.searched', personName: 'protection', about: TEST_APPLICATION.id })
  await search({ record: 'Zilly Zzgeheim' })
  const { rows } = await sql<{ entry: string }>`select entry from audit_log order by audit_position desc limit 1`.execute(town.database.db)
  expect(rows[0]?.entry).not.toContain('Zilly')
})

test('whoever opens an entry stands in the log with its number; one that they may not see leaves nothing', async () => {
  const [entry] = (await search({ actions: ['applications.note'] })).entries
  const { body } = await ask('administrator', 'GET', `/entries/${entry?.position}`)
  expect(body.position).toBe(entry?.position)
  const [health] = (await search({ part: 'health' })).entries
  expect((await ask('administrator', 'GET', `/entries/${health?.position}`)).status).toBe(404)
  const viewed = (await search({ actions: ['audit.viewed'], who: 'administrator' })).entries
  expect(viewed).toHaveLength(1)
  const told = await ask('protection', 'GET', `/entries/${viewed[0]?.position}`)
  expect(told.body.about).toBe(String(entry?.position))
})

test('who got which right, and who lost which, is told of an entry by names', async () => {
  const account = { ...aStaffAccount({ id: AccountId.parse(randomUUID()), personId: PersonId.parse(randomUUID()), login: 'zz.neu', name: 'Zz Neu', version: 0 }), grants: [{ role: 'clerk' as const, departmentId: DepartmentId.parse('ordnung') }] }
  await town.change([{ table: 'departments', row: { id: DepartmentId.parse('ordnung'), scope: 'town', version: 0, name: 'Ordnungsamt', position: 1, letterhead: null, closedAt: null } }])
  await town.change([{ table: 'staff', row: account }])
  await town.change([{ table: 'staff', row: { ...account, active: false } }])
  const rightsOf = async (index: number) => (await ask('administrator', 'GET', `/entries/${(await search({ record: account.id, actions: ['test'] })).entries[index]?.position}`)).body.rights
  const right = { name: account.name, role: 'clerk', group: null, departmentName: 'Ordnungsamt' }
  expect(await rightsOf(1)).toEqual([{ ...right, kind: 'given' }])
  expect(await rightsOf(0)).toEqual([{ ...right, kind: 'taken' }])
})

test('pages follow one another without a gap and without an entry twice, also where many have one time', async () => {
  for (let number = 200; number < 330; number++) await town.change([{ table: 'applications', row: testApplication(number) }])
  const seen: number[] = []
  for (let before: object | null = null; ;) {
    const { entries, more }: Answer = await search({ before, actions: ['test'] })
    seen.push(...entries.map(({ position }) => position))
    const last = entries.at(-1)
    if (!more || !last) break
    before = { at: last.at, position: last.position }
  }
  const { rows } = await sql<{ position: number }>`
    select audit_position as position from audit_log where town_id = ${TEST_TOWN} and entry like '%"action":"test"%' and entry not like '%"vaccines"%' order by 1 desc`.execute(town.database.db)
  expect(seen).toEqual(rows.map(({ position }) => position))
})

test('a search uses the indexes however long the log is', async () => {
  const plan = async (condition: string): Promise<string> => {
    const { db } = town.database
    return db.transaction().execute(async trx => {
      await sql`set local enable_seqscan = off`.execute(trx)
      const { rows } = await sql<object>`explain select audit_position from audit_log as l where l.town_id = 'tangerhuette' and ${sql.raw(condition)} order by ((l.entry::json ->> 'at') collate "C") desc, l.audit_position desc limit 50`.execute(trx)
      return JSON.stringify(rows)
    })
  }
  expect(await plan(`((l.entry::json ->> 'at') collate "C") >= '2026-11-01'`)).toContain('audit_log_at')
  expect(await plan(`((l.entry::json ->> 'personId') collate "C") = 'x'`)).toContain('audit_log_person')
  expect(await plan(`((l.entry::json ->> 'action') collate "C") = 'x'`)).toContain('audit_log_action')
  // In a log of a few hundred entries the index of times would do as well: it is put away, and sorting made dear.
  const ofHealth = new Promise<string>((resolve, reject) => {
    town.database.db.transaction().execute(async trx => {
      await sql`drop index audit_log_at`.execute(trx)
      for (const way of ['seqscan', 'sort']) await sql.raw(`set local enable_${way} = off`).execute(trx)
      const { rows: explained } = await sql<object>`explain select audit_position from audit_log as l where l.town_id = 'tangerhuette' and ${ofPart('health')} order by ((l.entry::json ->> 'at') collate "C") desc limit 50`.execute(trx)
      resolve(JSON.stringify(explained))
      throw new Error('the index comes back')
    }).catch(reject)
  })
  expect(await ofHealth).toContain('audit_log_health')
  const { rows } = await town.database.db.transaction().execute(async trx => {
    await sql`set local enable_seqscan = off`.execute(trx)
    return sql<object>`explain select audit_position from audit_log where audit_record_ids(entry) && array['x']`.execute(trx)
  })
  expect(JSON.stringify(rows)).toContain('audit_log_records')
})

test('an entry is found by each id that it names, and by nothing else of it', async () => {
  const idsIn = async (entry: object): Promise<readonly string[]> => {
    const { rows } = await sql<{ ids: readonly string[] }>`select audit_record_ids(${JSON.stringify(entry)}::text) as ids`.execute(town.database.db)
    return rows[0]?.ids.toSorted() ?? []
  }
  const records = [{ table: 'applications', id: 'r1', before: 0 }, { table: 'tasks', id: 'r2', before: 4 }]
  expect(await idsIn({ action: 'a', personId: 'p', commandId: 'c', about: 'applications/a1', records })).toEqual(['a1', 'applications', 'r1', 'r2'])
  expect(await idsIn({ action: 'a', about: 'a1  by-letter', records: [] })).toEqual(['a1', 'by-letter'])
  expect(await idsIn({ action: 'a', records: [] })).toEqual([])
})

test('the chain is verified on demand, once at a time, and how far it is can be asked', async () => {
  const id = randomUUID()
  const begun = await ask('administrator', 'PUT', `/verifications/${id}`, {})
  expect(begun.body).toMatchObject({ id, byName: 'administrator' })
  await expect.poll(async () => (await ask('protection', 'PUT', `/verifications/${id}`, {})).body.state).toBe('ended')
  const { body } = await ask('protection', 'GET', '/state')
  expect(body.verification).toMatchObject({ state: 'ended', verdict: { kind: 'intact' } })
  expect(body.problems).toEqual([])
  await sql`insert into audit_verifications (town_id, id, by_name, begun_at, seen_at) values (${TEST_TOWN}, ${randomUUID()}, 'x', ${instantFromMs(town.clock.nowMs() + 1)}, ${instantFromMs(town.clock.nowMs())})`.execute(town.database.db)
  expect((await ask('protection', 'PUT', `/verifications/${randomUUID()}`, {})).body).toMatchObject({ byName: 'x', state: 'running' })
  town.clock.move(5 * 60_000)
  expect((await ask('protection', 'GET', '/state')).body.verification).toMatchObject({ byName: 'x', state: 'broken-off' })
})

test('an export can be checked without any program of ours, and is written down with its reason', async () => {
  const reply = await town.app.inject({ method: 'POST', url: '/v1/audit/export', headers: await town.bearer('protection'), payload: { ...DAYS, reason: 'Prüfung durch den Landkreis' } })
  expect(reply.statusCode).toBe(200)
  const files = unzipSync(new Uint8Array(reply.rawPayload))
  const text = (name: string): string => strFromU8(files[name] ?? new Uint8Array())
  // As sha256sum and openssl do it.
  const sums = text('SHA256SUMS').trim().split('\n').map(line => line.split('  '))
  expect(sums.map(([, name]) => name)).toEqual(['LIESMICH.txt', 'schluessel.pem', 'eintraege.jsonl', 'eintraege.csv'])
  for (const [sum, name = ''] of sums) expect([name, createHash('sha256').update(files[name] ?? '').digest('hex')]).toEqual([name, sum])
  expect(verify(null, Buffer.from(text('SHA256SUMS')), createPublicKey(text('schluessel.pem')), files['SHA256SUMS.sig'] ?? new Uint8Array())).toBe(true)
  // The chain as the steps in LIESMICH.txt say it.
  const lines = text('eintraege.jsonl').trim().split('\n').map(line => JSON.parse(line) as { number: number; position: number; previous: string; hash: string; entry: string })
  expect(lines.length).toBeGreaterThan(150)
  for (const { number, position, previous, hash, entry } of lines)
    expect(createHash('sha256').update(`${previous}\n${number}\n${position}\n${entry}`).digest('hex'), String(number)).toBe(hash)
  const pairs = lines.slice(1).map((line, index) => ({ line, before: lines[index] }))
  const following = pairs.filter(({ line, before }) => before?.number === line.number - 1)
  expect(following.length).toBeGreaterThan(100)
  expect(following.filter(({ line, before }) => line.previous !== before?.hash)).toEqual([])
  expect(text('eintraege.csv').trim().split('\r\n')).toHaveLength(lines.length + 1)
  expect(text('eintraege.csv')).toContain('Vermerk geschrieben')
  expect(text('LIESMICH.txt')).toContain('Prüfung durch den Landkreis')
  expect((await ask('administrator', 'GET', '/exports')).body.exports).toMatchObject([{ byName: 'protection', reason: 'Prüfung durch den Landkreis', entries: lines.length }])
  const [entry] = (await search({ actions: ['audit.exported'] })).entries
  expect(entry).toMatchObject({ personName: 'protection' })
  // The health part beside it, over all the time: nothing is in both and nothing in neither.
  const numbersOf = async (part: string): Promise<readonly number[]> => {
    const given = await town.app.inject({ method: 'POST', url: '/v1/audit/export', headers: await town.bearer('protection'), payload: { from: '2000-01-01', to: '2099-12-31', part, reason: 'Lückenlos' } })
    return strFromU8(unzipSync(new Uint8Array(given.rawPayload))['eintraege.jsonl'] ?? new Uint8Array()).trim().split('\n').map(line => (JSON.parse(line) as { number: number }).number)
  }
  const [health, general] = [await numbersOf('health'), await numbersOf('general')]
  expect(health.length).toBeGreaterThan(1)
  expect([...health, ...general].toSorted((one, other) => one - other)).toEqual(Array.from({ length: health.length + general.length }, (_, index) => index + 1))
  const without = await ask('protection', 'POST', '/export', { ...DAYS, reason: ' ' })
  expect(without.body.code).toBe('request/invalid')
})

const keeper = (settings: AuditSettings = { ...NO_ANCHORS, auditAnchorDir: folder }) =>
  createMaintenance({ db: town.database.db, townId: TEST_TOWN, clock: town.clock, log: aLog(), tasks: anchorTasks(settings) })

test('a log that was rewritten as a whole, head and all, is found by an anchor, and by it alone', async () => {
  await keeper().runDue()
  const [name = ''] = await readdir(folder)
  expect(name).toMatch(/^anker-tangerhuette-\d{8}T\d{6}Z-\d+\.json$/)
  const anchor = await readFile(join(folder, name), 'utf8')
  const check = async (text: string) => (await ask('protection', 'POST', '/anchors', { anchors: [text] })).body.checks[0]?.verdict
  expect(await check(anchor)).toBe('fits')
  const { jws } = JSON.parse(anchor) as { readonly jws: string }
  expect(await check(`Guten Tag,\r\n\r\n${jws}\r\n\r\nTangerhütte`)).toBe('fits')
  expect(await check('{}')).toBe('unreadable')
  const [head = '', , signature = ''] = jws.split('.')
  const forged = Buffer.from(JSON.stringify({ town: TEST_TOWN, entries: 1, hash: 'a'.repeat(64), at: '2026-11-22T09:00:00.000Z' })).toString('base64url')
  expect(await check(`${head}.${forged}.${signature}`)).toBe('not-signed')
  await rewriteWhole('clerk.ordnung')
  const id = randomUUID()
  await expect.poll(async () => (await ask('protection', 'PUT', `/verifications/${id}`, {})).body.state).toBe('ended')
  expect((await ask('protection', 'PUT', `/verifications/${id}`, {})).body.verdict).toMatchObject({ kind: 'intact' })
  expect(await check(anchor)).toBe('differs')
  town.clock.move(3 * 86_400_000)
  await keeper().runDue()
  expect((await ask('administrator', 'GET', '/state')).body.problems).toContain('anchor-differs')
  // Nothing can be put down there any more: that hides nothing, and the e-mails go all the same.
  town.clock.move(3 * 86_400_000)
  const { entries } = await auditHead(town.database.db, TEST_TOWN)
  await writeFile(join(folder, `anker-tangerhuette-${instantFromMs(town.clock.nowMs()).replaceAll(/[-:]|\.\d+/g, '')}-${entries}.json`), anchor)
  await keeper({ auditAnchorDir: folder, auditAnchorMail: ['zweite@stadt.example'] }).runDue()
  expect((await ask('administrator', 'GET', '/state')).body.problems).toEqual(expect.arrayContaining(['anchor-differs', 'anchor-failed']))
  const mails = await town.database.db.deleteFrom('jobs').where('kind', '=', 'audit-anchor').returning('key').execute()
  expect(mails).toHaveLength(1)
  await cutOff(5)
  expect(await check(anchor)).toBe('missing')
})

test('an anchor goes to each address, and never lies over another one', async () => {
  const settings = { ...NO_ANCHORS, auditAnchorMail: ['pruefung@landkreis.example', 'datenschutz@stadt.example'] }
  town.clock.move(3 * 86_400_000)
  await keeper(settings).runDue()
  const jobs = await town.database.db.selectFrom('jobs').selectAll().where('kind', '=', 'audit-anchor').execute()
  expect(jobs).toHaveLength(2)
  expect(JSON.stringify(jobs)).not.toContain('landkreis')
  const sent: { readonly to: string; readonly text: string }[] = []
  const ways = ['quoted-printable', 'base64'] as const
  const transport = { send: async (mail: { readonly to: string; readonly text: string }) => { sent.push(mail); return 'accepted' as const }, close: () => undefined }
  const deliver = createAnchorDelivery({ transport, sender: { townName: 'Tangerhütte', from: 'rathaus@stadt.example' }, addresses: settings.auditAnchorMail })
  for (const job of jobs) expect(await deliver({ ...job, townId: TEST_TOWN } as never)).toBe('done')
  expect(sent.map(({ to }) => to).toSorted()).toEqual(settings.auditAnchorMail.toSorted())
  const { checks } = (await ask('protection', 'POST', '/anchors', { anchors: sent.map(({ text }) => text) })).body
  expect(checks.map(({ verdict }) => verdict)).toEqual(['fits', 'fits'])
  // As it is kept: with all the lines of a mailbox at its head, and in the writing of the post.
  const kept = await Promise.all(ways.map(async textEncoding => (await new MailComposer({ from: 'a@stadt.example', text: sent[0]?.text ?? '', textEncoding }).compile().build()).toString('latin1')))
  for (const text of kept) {
    expect(text).not.toContain(anchorIn(sent[0]?.text ?? ''))
    expect(anchorIn(`${'ARC-Seal: i=1; a=rsa-sha256; b=eyJhbGciOiJFZERTQSJ9+/x=\r\n'.repeat(400)}${text}`)).toBe(anchorIn(sent[0]?.text ?? ''))
  }
  const brought = (await ask('protection', 'POST', '/anchors', { anchors: kept })).body.checks
  expect(brought.map(({ verdict }) => verdict)).toEqual(['fits', 'fits'])
})

test('a folder that is not there is told; a night that is missed too', async () => {
  town.clock.move(3 * 86_400_000)
  await keeper({ auditAnchorDir: join(folder, 'away'), auditAnchorMail: [] }).runDue()
  expect((await ask('administrator', 'GET', '/state')).body.problems).toEqual(expect.arrayContaining(['anchor-failed', 'not-verified']))
  await writeFile(join(folder, 'notes.txt'), 'not an anchor')
})

/** As somebody would who owns the database: another person in the entries, and every hash after it made anew. */
async function rewriteWhole(login: string): Promise<void> {
  const { db } = town.database
  const [victim, culprit] = [login, 'officer'].map(name => derivedUuid('test/person', name))
  await sql`alter table audit_log disable trigger user`.execute(db)
  await sql`update audit_log set entry = replace(entry, ${victim}, ${culprit})`.execute(db)
  const rows = await db.selectFrom('audit_log').selectAll().where('town_id', '=', TEST_TOWN).orderBy('audit_position').execute()
  let hash = ''
  for (const { audit_position: number, position, entry } of rows) {
    hash = createHash('sha256').update(`${hash}\n${number}\n${position}\n${entry}`).digest('hex')
    await sql`update audit_log set hash = ${hash} where town_id = ${TEST_TOWN} and audit_position = ${number}`.execute(db)
  }
  await sql`update town_heads set audit_hash = ${hash} where town_id = ${TEST_TOWN}`.execute(db)
  await sql`alter table audit_log enable trigger user`.execute(db)
}

/** The log ends earlier, and its head says so. */
async function cutOff(at: number): Promise<void> {
  const { db } = town.database
  await sql`alter table audit_log disable trigger user`.execute(db)
  await sql`create table kept_aside as select * from audit_log`.execute(db)
  await sql`delete from audit_log where audit_position > ${at}`.execute(db)
  await sql`update town_heads set audit_position = ${at}, audit_hash = (select hash from audit_log where audit_position = ${at} and town_id = ${TEST_TOWN}) where town_id = ${TEST_TOWN}`.execute(db)
  await sql`alter table audit_log enable trigger user`.execute(db)
}

test('an entry of a case that is not there any more is still an entry', async () => {
  await town.database.db.deleteFrom('application_events').execute()
  expect((await search({ record: anApplication().id }, 'administrator')).entries.length).toBeGreaterThan(0)
})
