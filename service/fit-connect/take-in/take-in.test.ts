import { expect, test } from 'vitest'
import { tagsOf } from '../../demo/fit-connect/kept.ts'
import type { Scanner } from '../../scanning/scanner.ts'
import type { Application } from '../../../shared/domains/applications/tables.ts'
import { TOWN_ID } from '../../intake/testing.ts'
import type { Database } from '../../store/database.ts'
import { eraseCases } from '../../store/erase.ts'
import { loadRecords } from '../../store/records.ts'
import { anOrigin, testEngines } from '../../store/testing.ts'
import { aForm, fimData, mapSchema, TEST_SCHEMA, townOfTest, type LinkedTown } from '../testing.ts'

const town = (engine: () => Promise<Database>, parts: Parameters<typeof townOfTest>[0] = {}): Promise<LinkedTown> => townOfTest(parts, engine)

const [embedded] = testEngines()
const engine = embedded?.open ?? (() => Promise.reject(new Error('there is always the embedded database')))
const aPdf = { filename: 'impfausweis.pdf', mediaType: 'application/pdf', bytes: Buffer.from('%PDF-1.7\n%âãÏÓ\nsmall\n%%EOF') }

const rowOf = ({ database: { db } }: LinkedTown, submissionId: string) => db.selectFrom('fit_connect_submissions').selectAll().where('submission_id', '=', submissionId).executeTakeFirstOrThrow()
const applicationsOf = ({ database: { db } }: LinkedTown) => db.selectFrom('applications').selectAll().execute()

test.each(testEngines())('a submission becomes an application with its files, and only then is the portal told ($kind)', async ({ open: openEngine }) => {
  const linked = await town(openEngine)
  await mapSchema(linked.database)
  await linked.link.runDue()
  const sent = await linked.portal.send({ ...aForm(), files: [aPdf] })
  await linked.link.runDue()
  const [application, ...further] = await applicationsOf(linked)
  expect(further).toEqual([])
  expect(application).toMatchObject({ applicant_name: 'Änne Großkopf', channel: 'state-portal', attachment_count: 1, form: { dogName: 'Bello', bornOn: '2024-02-29', otherDogs: 2, locality: 'luederitz' } })
  const [line] = await linked.database.db.selectFrom('application_events').select('text').where('kind', '=', 'received').execute()
  expect(line?.text).toContain(`Einreichung ${sent.submissionId}, Vorgang ${sent.caseId}.`)
  expect(line?.text).toContain('Person – Familienstand: verheiratet')
  expect(linked.portal.kept.submissions.get(sent.submissionId)?.settled).toBe('accepted')
  const row = await rowOf(linked, sent.submissionId)
  expect(row).toMatchObject({ state: 'accepted', metadata_jwe: null, data_jwe: null, application_id: application?.id, problem: null })
  expect(await linked.database.db.selectFrom('fit_connect_attachments').selectAll().execute()).toEqual([])
  await linked.link.runDue()
  expect(await applicationsOf(linked)).toHaveLength(1)
})

test('nothing is told where the answer was lost, and the second time it is the same word', async () => {
  let drops = 0
  const linked = await town(engine, { fate: (path, method) => (method === 'POST' && path.endsWith('/events') && drops++ < 2 ? 'loses-answer' : 'answers') })
  await mapSchema(linked.database)
  await linked.link.runDue()
  const sent = await linked.portal.send(aForm())
  for (let round = 0; round < 4; round++) {
    await linked.link.runDue()
    linked.clock.move(5_000)
  }
  expect(drops).toBe(3)
  expect(linked.portal.kept.submissions.get(sent.submissionId)?.eventIds.size).toBe(1)
  expect(await rowOf(linked, sent.submissionId)).toMatchObject({ state: 'accepted' })
  expect(await applicationsOf(linked)).toHaveLength(1)
})

/** What no honest sender sends, and the reason by which it goes back. */
const BROKEN: readonly (readonly [name: string, reason: string, put: (linked: LinkedTown) => Promise<string>])[] = [
  ['a hash that is another', 'hash-mismatch', async ({ portal }) => (await portal.send({ ...aForm(), twist: changed(content => { content.contentStructure.data.hash.content = 'a'.repeat(128) }) })).submissionId],
  ['metadata that are no metadata', 'schema-violation', async ({ portal }) => (await portal.send({ ...aForm(), twist: () => ({ nothing: 'here' }) })).submissionId],
  ['a file that is not described', 'attachments-mismatch', async ({ portal }) => (await portal.send({ ...aForm(), files: [aPdf], twist: changed(content => { content.contentStructure.attachments = [] }) })).submissionId],
  ['a truncated ciphertext', 'encryption-issue', async linked => putChanged(linked, jwe => { const parts = jwe.split('.'); return [...parts.slice(0, 3), (parts[3] ?? '').slice(0, 40), parts[4]].join('.') }, true)],
  ['metadata that were exchanged', 'incorrect-authentication-tag', async linked => putChanged(linked, () => 'eyJ.a.b.c.d', false)],
  ['a key that is none of ours', 'encryption-issue', async linked => putChanged(linked, jwe => { const [, ...rest] = jwe.split('.'); return [Buffer.from(JSON.stringify({ alg: 'RSA-OAEP-256', enc: 'A256GCM', kid: 'foreign' })).toString('base64url'), ...rest].join('.') }, true)],
]

interface Content { contentStructure: { data: { hash: { content: string } }; attachments: unknown[] } }

const changed = (change: (content: Content) => void) => (metadata: object): unknown => {
  const copy = structuredClone(metadata) as Content
  change(copy)
  return copy
}

/** Sends what was changed on its way; `isSigned`: the sender signed the changed one. */
async function putChanged({ portal }: LinkedTown, change: (jwe: string) => string, isSigned: boolean): Promise<string> {
  const honest = await portal.send(aForm())
  const submission = { ...honest, submissionId: '0192a000-0000-4000-8000-00000000beef', caseId: '0192a000-0000-4000-8000-00000000cafe', metadata: change(honest.metadata) }
  await portal.put(submission, tagsOf(isSigned ? submission : honest))
  return submission.submissionId
}

test.each(BROKEN)('%s goes back for a technical reason: %s', async (_name, reason, put) => {
  const linked = await town(engine)
  await mapSchema(linked.database)
  await linked.link.runDue()
  const submissionId = await put(linked)
  await linked.link.runDue()
  const kept = linked.portal.kept.submissions.get(submissionId)
  expect(kept?.settled).toBe('rejected')
  expect(kept?.problems).toEqual([`https://schema.fitko.de/fit-connect/events/problems/${reason}`])
  expect(await rowOf(linked, submissionId)).toMatchObject({ state: 'rejected', problem: reason, metadata_jwe: null })
  expect((await applicationsOf(linked)).some(({ id }) => id === submissionId)).toBe(false)
})

test('an unknown schema waits for its mapping and is not sent back', async () => {
  const linked = await town(engine)
  await linked.link.runDue()
  const sent = await linked.portal.send(aForm())
  await linked.link.runDue()
  expect(await rowOf(linked, sent.submissionId)).toMatchObject({ state: 'collected', problem: 'no-mapping', about: TEST_SCHEMA })
  expect(linked.portal.kept.submissions.get(sent.submissionId)?.settled).toBeNull()
  await mapSchema(linked.database)
  linked.clock.move(3_600_001)
  await linked.link.runDue()
  expect(await rowOf(linked, sent.submissionId)).toMatchObject({ state: 'accepted' })
  expect(await applicationsOf(linked)).toHaveLength(1)
})

test('what nobody could take in for fourteen days has gone back by itself', async () => {
  const linked = await town(engine)
  await linked.link.runDue()
  const sent = await linked.portal.send(aForm())
  await linked.link.runDue()
  linked.clock.move(14 * 86_400_000 + 3_600_000)
  await linked.link.runDue()
  expect(await rowOf(linked, sent.submissionId)).toMatchObject({ state: 'expired', metadata_jwe: null })
})

test('answers that do not fit stand beside the form, and what is missing is said', async () => {
  const linked = await town(engine)
  await mapSchema(linked.database)
  await linked.link.runDue()
  await linked.portal.send(aForm(fimData({ F00000003: 'Atlantis' }, { F00000005: 'B', F00000007: 'viele' })))
  await linked.link.runDue()
  const [application] = await applicationsOf(linked)
  expect(application?.form).toEqual({ firstName: 'Änne', lastName: 'Großkopf', email: 'aenne@example.org', bornOn: '2024-02-29', isTruthful: true })
  const [line] = await linked.database.db.selectFrom('application_events').select('text').where('kind', '=', 'received').execute()
  for (const part of ['Person – F00000003: Atlantis', 'Hund – F00000005: B', 'Hund – F00000007: viele', 'Im Formular fehlen: Ortschaft, Rufname des Hundes.']) expect(line?.text).toContain(part)
})

test('a file with a virus and one of a forbidden kind are left out, and the case says so', async () => {
  const scanner: Scanner = { scan: async chunks => {
    const parts: Uint8Array[] = []
    for await (const chunk of chunks) parts.push(chunk)
    return Buffer.concat(parts).includes('EICAR') ? { kind: 'infected', finding: 'Eicar' } : { kind: 'clean' }
  } }
  const linked = await town(engine, { scanner })
  await mapSchema(linked.database)
  await linked.link.runDue()
  await linked.portal.send({ ...aForm(), files: [aPdf, { ...aPdf, filename: 'boese.pdf', bytes: Buffer.from('%PDF-1.7 EICAR') }, { filename: 'brief.docx', mediaType: 'application/vnd.openxmlformats', bytes: Buffer.from('PK\u0003\u0004') }] })
  await linked.link.runDue()
  expect((await linked.database.db.selectFrom('attachments').select('filename').execute()).map(({ filename }) => filename)).toEqual(['impfausweis.pdf'])
  const [line] = await linked.database.db.selectFrom('application_events').select('text').where('kind', '=', 'received').execute()
  expect(line?.text).toMatch(/„boese\.pdf“ wurde nicht übernommen: darin wurde ein Schadprogramm gefunden/)
  expect(line?.text).toMatch(/„brief\.docx“ wurde nicht übernommen/)
})

test('what is too large is refused before it is read, and a file that is missing too', async () => {
  const linked = await town(engine)
  await mapSchema(linked.database)
  await linked.link.runDue()
  const large = await linked.portal.send(aForm(fimData({ F00000009: 'x'.repeat(11 * 1024 * 1024) })))
  const honest = await linked.portal.send({ ...aForm(), files: [aPdf] })
  const [fileId] = honest.attachments.keys()
  ;(honest.attachments as Map<string, string>).clear()
  const taken = linked.portal.kept.submissions.get(honest.submissionId)
  await linked.link.runDue()
  expect(linked.portal.kept.submissions.get(large.submissionId)?.problems).toEqual(['https://schema.fitko.de/fit-connect/events/problems/technical-error'])
  expect(fileId).toBeDefined()
  expect(taken?.problems).toEqual(['https://schema.fitko.de/fit-connect/events/problems/attachments-mismatch'])
})

test('of a case that is deleted the portal’s submission keeps its end and nothing else', async () => {
  const linked = await town(engine)
  await mapSchema(linked.database)
  await linked.link.runDue()
  const sent = await linked.portal.send(aForm())
  await linked.link.runDue()
  const ref = { table: 'applications', id: (await rowOf(linked, sent.submissionId)).application_id ?? '' } as const
  const { db } = linked.database
  const loaded = [...(await loadRecords(db, TOWN_ID, [ref], false)).values()] as Application[]
  await db.transaction().execute(trx => eraseCases(trx, anOrigin({ townId: TOWN_ID }), loaded))
  expect(await rowOf(linked, sent.submissionId)).toMatchObject({ state: 'accepted', application_id: null, reply_channel: null })
  await linked.link.runDue()
  expect(await applicationsOf(linked)).toEqual([])
})

test('no line of the log says what somebody wrote', async () => {
  const linked = await town(engine)
  await mapSchema(linked.database)
  await linked.link.runDue()
  await linked.portal.send(aForm())
  await linked.portal.send({ ...aForm(), twist: () => ({ nothing: 'here' }) })
  await linked.link.runDue()
  expect(linked.lines.length).toBeGreaterThan(1)
  expect(linked.lines.join('\n')).not.toMatch(/Großkopf|Bello|example\.org/)
})
