import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { aTownService } from '../../shared/domains/applications/testing.ts'
import { FormId, ServiceId } from '../../shared/ids.ts'
import { instantFromMs } from '../../shared/time.ts'
import { findBlob, readBytes } from '../http/blobs/blob-store.ts'
import { commitChanges } from '../store/commit.ts'
import { aPdf, aSubmission, dogAnswers, dogForm, encoded, townForCitizens, TOWN_ID, type TestTown } from './testing.ts'
import type { SubmissionReceipt } from './intake.ts'

let town: TestTown
beforeAll(async () => {
  town = await townForCitizens()
  return () => town.database.close()
})

async function received(submission = aSubmission()): Promise<SubmissionReceipt> {
  const result = await town.intake.submit(submission)
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

const rowsOf = (table: 'applications' | 'messages' | 'attachments' | 'application_events' | 'tasks', applicationId: string) =>
  table === 'applications'
    ? town.database.db.selectFrom(table).selectAll().where('id', '=', applicationId as never).execute()
    : town.database.db.selectFrom(table).selectAll().where('application_id', '=', applicationId as never).execute()

const countOf = async (table: 'applications' | 'people' | 'jobs' | 'mailboxes'): Promise<number> =>
  Number((await town.database.db.selectFrom(table).select(expression => expression.fn.countAll().as('count')).executeTakeFirstOrThrow()).count)

// Fourteen days later is a Sunday; the period ends with the Monday.
test('an application in order becomes a case with receipt, history, mailbox, confirmation and an e-mail to send', async () => {
  const receipt = await received(aSubmission({ attachments: [aPdf()] }))
  expect(receipt.reference).toMatch(/^TGH-2026-\d{6}$/)
  expect(receipt.receivedAt).toBe('2026-11-22T09:00:00.000Z')
  expect(receipt.mailbox).toMatch(/^[\w-]{43}$/)
  expect((await rowsOf('applications', receipt.applicationId))[0]).toMatchObject({
    scope: 'department:ordnung', status: 'received', channel: 'portal', applicant_name: 'Änne Großkopf', locality: 'luederitz',
    subject: 'Hundeanmeldung: Bello', due_at: '2026-12-07T22:59:59.999Z', attachment_count: 1, assignee_id: null,
    search_text: expect.stringContaining('Lüderitz'),
  })
  expect(await rowsOf('application_events', receipt.applicationId)).toMatchObject([
    { kind: 'received', actor_name: 'Änne Großkopf' }, { kind: 'tagged', text: 'Hund', actor_name: null },
  ])
  expect(await rowsOf('tasks', receipt.applicationId)).toMatchObject([{ step_key: 'check-chip', title: 'Transpondernummer prüfen', is_required: true, done_at: null }])
  expect(await rowsOf('messages', receipt.applicationId)).toMatchObject([
    { direction: 'to-citizen', provided_at: receipt.receivedAt, retrieved_at: null, text: expect.stringContaining(receipt.reference) },
  ])
  const contents = await town.mailboxes.get(receipt.mailbox)
  expect(contents.ok && contents.value.application.reference).toBe(receipt.reference)
  const jobs = await town.database.db.selectFrom('jobs').selectAll().execute()
  expect(jobs.at(-1)).toMatchObject({ kind: 'email', state: 'waiting', payload: { applicationId: receipt.applicationId } })
})

test('attachments are kept byte for byte', async () => {
  const receipt = await received(aSubmission({ attachments: [aPdf()] }))
  const [attachment] = await rowsOf('attachments', receipt.applicationId)
  expect(attachment).toMatchObject({ filename: 'impfausweis.pdf', media_type: 'application/pdf' })
  const id = attachment?.id ?? ''
  expect((await findBlob(town.database.db, TOWN_ID, id))?.isComplete).toBe(true)
  const pieces: Uint8Array[] = []
  for await (const piece of readBytes(town.database.db, TOWN_ID, { id, start: 0, end: 1e9 })) pieces.push(piece)
  expect(encoded(Buffer.concat(pieces))).toBe(aPdf().content)
})

test('the mailbox key lies nowhere in the database', async () => {
  const receipt = await received()
  const mailboxes = await town.database.db.selectFrom('mailboxes').selectAll().execute()
  const submissions = await town.database.db.selectFrom('submissions').selectAll().execute()
  const jobs = await town.database.db.selectFrom('jobs').selectAll().execute()
  expect(JSON.stringify([mailboxes, submissions, jobs])).not.toContain(receipt.mailbox)
})

test('the same submission again gets the same receipt, also after the form has changed', async () => {
  const submission = aSubmission({ attachments: [aPdf()] })
  const first = await received(submission)
  const before = await countOf('applications')
  expect(await received(submission)).toEqual(first)
  expect(await received({ ...submission, key: submission.key.toUpperCase() })).toEqual(first)
  expect(await countOf('applications')).toBe(before)
})

test('the same key with other content is refused', async () => {
  const submission = aSubmission()
  await received(submission)
  const other = { ...submission, form: dogAnswers({ dogName: 'Luna' }) }
  expect(await town.intake.submit(other)).toEqual({ ok: false, error: { code: 'intake/key-reused' } })
})

test('twenty copies at the same time make one application, thirty applications thirty numbers without gaps', async () => {
  const submission = aSubmission()
  const copies = await Promise.all(Array.from({ length: 20 }, () => received(submission)))
  expect(new Set(copies.map(copy => copy.reference)).size).toBe(1)
  const before = await numbers()
  await Promise.all(Array.from({ length: 30 }, () => received()))
  const after = await numbers()
  expect(after.length - before.length).toBe(30)
  expect(after).toEqual(after.map((_, index) => index + 1))
})

const numbers = async (): Promise<readonly number[]> =>
  (await town.database.db.selectFrom('applications').select('number').orderBy('number').execute()).map(({ number }) => number)

test('a number taken by a transaction that fails is given to the next one', async () => {
  const before = await numbers()
  const { db } = town.database
  const broken = db.transaction().execute(async trx => {
    await trx.updateTable('receipt_counters').set(expression => ({ last_number: expression('last_number', '+', 1) })).execute()
    throw new Error('power cut')
  })
  await expect(broken).rejects.toThrow('power cut')
  await received()
  expect(await numbers()).toEqual([...before, before.length + 1])
})

test('a citizen is known again by name and e-mail address, whatever the case of its letters; others are new', async () => {
  const personOf = async (form: ReturnType<typeof dogAnswers>) =>
    (await rowsOf('applications', (await received(aSubmission({ form }))).applicationId))[0]
  const first = await personOf(dogAnswers({ email: 'rudi@example.org', firstName: 'Rudi' }))
  const again = await personOf(dogAnswers({ email: 'Rudi@Example.org', firstName: 'Rudi' }))
  const sibling = await personOf(dogAnswers({ email: 'rudi@example.org', firstName: 'Ina' }))
  const nameless = dogAnswers({ firstName: 'Rudi' })
  const { email: _, ...withoutAddress } = nameless
  const unknown = [await personOf(withoutAddress), await personOf(withoutAddress)]
  const ids = [first, again, sibling, ...unknown].map(row => (row && 'person_id' in row ? row.person_id : undefined))
  expect(ids[1]).toBe(ids[0])
  expect(new Set(ids).size).toBe(4)
})

const refusals: readonly (readonly [what: string, sent: () => ReturnType<typeof aSubmission>, error: object])[] = [
  ['an unknown service', () => aSubmission({ serviceId: 'marriage' }), { code: 'intake/unknown-service' }],
  ['a service that is closed', () => aSubmission({ serviceId: 'closed-service' }), { code: 'intake/service-withdrawn' }],
  ['an old form', () => aSubmission({ formVersion: 1 }), { code: 'intake/wrong-form-version', facts: { sent: 1, current: 2, field: 'Transpondernummer' } }],
  ['a form that never was', () => aSubmission({ formVersion: 9 }), { code: 'intake/wrong-form-version', facts: { sent: 9, current: 2, field: 'Aufbau des Formulars' } }],
  [
    'a form with everything wrong, each field named with what to do',
    () => aSubmission({ form: { lastName: '', locality: 'berlin', email: 'nobody', dogName: 'B', bornOn: '2025-02-29', otherDogs: 1.5, weight: 0, isAssistanceDog: 'yes', chipNumber: '12', shoeSize: 43, isTruthful: false } }),
    {
      code: 'intake/invalid-form',
      facts: {
        count: 12,
        field: 'Vorname, Nachname, Ortschaft, E-Mail-Adresse, Rufname des Hundes, Geburtsdatum des Hundes, Weitere Hunde, Gewicht, Assistenzhund, Transpondernummer, Meine Angaben sind wahr., shoeSize',
        'field firstName': 'Vorname: Bitte ausfüllen.',
        'field lastName': 'Nachname: Bitte mindestens 1 Zeichen angeben.',
        'field locality': 'Ortschaft: Bitte einen der angebotenen Werte wählen.',
        'field email': 'E-Mail-Adresse: Bitte eine E-Mail-Adresse angeben, zum Beispiel name@beispiel.de.',
        'field dogName': 'Rufname des Hundes: Bitte mindestens 2 Zeichen angeben.',
        'field bornOn': 'Geburtsdatum des Hundes: Bitte ein Datum angeben, zum Beispiel 2026-11-22.',
        'field otherDogs': 'Weitere Hunde: Bitte eine ganze Zahl angeben.',
        'field weight': 'Gewicht: Der Wert ist zu klein, die Grenze ist 0.5.',
        'field isAssistanceDog': 'Assistenzhund: Bitte mit Ja oder Nein antworten.',
        'field chipNumber': 'Transpondernummer: Diese Angabe hat nicht die erwartete Form.',
        'field shoeSize': 'shoeSize: Dieses Feld gibt es im Formular nicht.',
        'field isTruthful': 'Meine Angaben sind wahr.: Bitte bestätigen.',
      },
    },
  ],
  ['too many files', () => aSubmission({ attachments: Array.from({ length: 21 }, () => aPdf()) }), { code: 'intake/too-many-attachments', facts: { count: 21, limit: 20 } }],
  ['a file that is too large', () => aSubmission({ attachments: [aPdf({ content: encoded(Buffer.alloc(25 * 1024 * 1024 + 1, '%PDF-')) })] }), { code: 'intake/attachment-too-large', facts: { file: 1, filename: 'impfausweis.pdf', bytes: 26_214_401, limit: 26_214_400 } }],
]

test.each(refusals)('refuses %s', async (_what, sent, error) => {
  const before = await countOf('applications')
  expect(await town.intake.submit(sent())).toEqual({ ok: false, error })
  expect(await countOf('applications')).toBe(before)
})

test('refuses files that are together too large', async () => {
  const large = aPdf({ content: encoded(Buffer.concat([Buffer.from('%PDF-'), Buffer.alloc(24 * 1024 * 1024)])) })
  const result = await town.intake.submit(aSubmission({ attachments: Array.from({ length: 5 }, () => large) }))
  expect(result).toMatchObject({ ok: false, error: { code: 'intake/too-many-attachments', facts: { limit: 104_857_600 } } })
})

test('a refused submission leaves its key free for the corrected one', async () => {
  const submission = aSubmission({ form: dogAnswers({ dogName: 'B' }) })
  expect((await town.intake.submit(submission)).ok).toBe(false)
  expect((await town.intake.submit({ ...submission, form: dogAnswers() })).ok).toBe(true)
})

test('a service without a target has no due date', async () => {
  const id = ServiceId.parse('open-ended')
  await town.database.db.transaction().execute(trx =>
    commitChanges(trx, { townId: TOWN_ID, actor: null, action: 'test', commandId: null, at: instantFromMs(0) }, [
      { table: 'services', row: aTownService({ id, formVersion: 2, deadline: null }) },
      { table: 'forms', row: { ...dogForm(), id: FormId.parse('open-ended@2'), serviceId: id } },
    ]))
  const receipt = await received(aSubmission({ key: randomUUID(), serviceId: id }))
  expect((await rowsOf('applications', receipt.applicationId))[0]).toMatchObject({ due_at: null })
})
