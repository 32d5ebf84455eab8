import { afterAll, beforeAll, expect, test } from 'vitest'
import { sha256Hex } from '../../shared/canonical.ts'
import { commandNamed } from '../../shared/commands.ts'
import type { Application, Decision } from '../../shared/domains/applications/tables.ts'
import { aProposed, aTownService } from '../../shared/domains/applications/testing.ts'
import { aLetterhead } from '../../shared/domains/letters/testing.ts'
import { anActor } from '../../shared/domains/staff/testing.ts'
import type { Actor } from '../../shared/actor.ts'
import { AttachmentId, CommandId, DepartmentId, derivedUuid, MessageId } from '../../shared/ids.ts'
import { instantFromMs } from '../../shared/time.ts'
import { readPdf } from './letters/testing.ts'
import { createPipeline, type Pipeline } from '../commands/pipeline.ts'
import { aLog } from '../delivery/testing.ts'
import { createWorker, type Worker } from '../delivery/worker.ts'
import { aSubmission, townForCitizens, TOWN_ID, type TestTown } from '../intake/testing.ts'
import { citizensApp } from '../portal/testing.ts'
import type { Access } from '../store/access.ts'
import { commitChanges } from '../store/commit.ts'
import { loadRecords } from '../store/records.ts'
import { effectsFor } from './effects.ts'
import { createLetterDelivery } from './applications/deliver-letter.ts'
import { STANDARD_TEMPLATES } from '../../shared/domains/letters/standard-templates.ts'
import { letterProof } from './notices/decision-proof.ts'
import { createTypesetter, type Typesetter } from './letters/typesetter.ts'

const log = aLog()
const clerk = anActor('clerk', '1')
const lead = anActor('lead', '2')

let town: TestTown
let pipeline: Pipeline
let typesetter: Typesetter
beforeAll(async () => {
  town = await townForCitizens()
  typesetter = createTypesetter({ log })
  pipeline = createPipeline({ database: town.database, clock: town.clock, effects: effectsFor(true, false), guards: new Map(), completions: new Map(), onUnexpected: error => { throw error } })
  const origin = { townId: TOWN_ID, actor: null, action: 'test', commandId: null, at: instantFromMs(town.clock.nowMs()) }
  const department = { id: DepartmentId.parse('ordnung'), scope: 'town', version: 0, name: 'Ordnung', position: 1, letterhead: aLetterhead(), closedAt: null }
  await town.database.db.transaction().execute(trx => commitChanges(trx, origin, [
    { table: 'departments', row: department },
    ...STANDARD_TEMPLATES.map(row => ({ table: 'letter_templates', row }) as const),
  ]))
})
afterAll(async () => {
  await typesetter.close()
  await town.database.close()
})

let commands = 0

async function answerTo(actor: Actor, name: string, input: { readonly applicationId: string }) {
  const id = CommandId.parse(derivedUuid('letter-provided', `${commands++}`))
  const basedOn = [{ table: 'applications' as const, id: input.applicationId, version: (await theCase(input.applicationId)).version }]
  const recordedAt = instantFromMs(town.clock.nowMs())
  const version = commandNamed(name)?.version ?? 0
  const [answer] = await pipeline.run(actor, [{ id, name, version, input, basedOn, after: [], recordedAt }])
  return answer
}

const run = async (...command: Parameters<typeof answerTo>): Promise<void> =>
  expect(await answerTo(...command)).toEqual({ kind: 'applied', id: expect.any(String), position: expect.any(Number) })

async function theCase(id: string): Promise<Application> {
  return (await loadRecords(town.database.db, TOWN_ID, [{ table: 'applications', id }], false)).get(`applications/${id}`) as Application
}

/** An application, worked on and released. */
async function released(outcome: 'granted' | 'refused', reason: string) {
  const receipt = await town.intake.submit(aSubmission())
  if (!receipt.ok) throw new Error(receipt.error.code)
  const { applicationId, mailbox } = receipt.value
  await run(clerk, 'applications.claim', { applicationId })
  const tasks = await town.database.db.selectFrom('tasks').select('id').where('town_id', '=', TOWN_ID).where('application_id', '=', applicationId).execute()
  for (const { id: taskId } of tasks) await run(clerk, 'tasks.finish', { applicationId, taskId } as { applicationId: string })
  await run(clerk, 'applications.propose', { applicationId, ...aProposed({ outcome, reason, conditions: 'Leine im Ort.', feeCents: 1_250 }) })
  const { decisionId } = await theCase(applicationId)
  const decision = (await loadRecords(town.database.db, TOWN_ID, [{ table: 'decisions', id: decisionId ?? '' }], false)).get(`decisions/${decisionId}`) as Decision
  await run(lead, 'applications.approve', { applicationId, decisionId, contentHash: decision.contentHash, note: '' } as { applicationId: string })
  return { applicationId, mailbox, decision }
}

const workerWith = (typeset: Typesetter['typeset']): Worker => {
  const url = () => 'https://service.example'
  const deliver = createLetterDelivery({ database: town.database, clock: town.clock, typesetter: { ...typesetter, typeset }, url })
  return createWorker({ database: town.database, townId: TOWN_ID, clock: town.clock, deliver: new Map([['letter', deliver]]), log, random: () => 0 })
}

async function messagesIn(mailbox: string) {
  const contents = await town.mailboxes.get(mailbox)
  if (!contents.ok) throw new Error(contents.error.code)
  return contents.value.messages.filter(({ subject }) => subject !== 'Ihr Antrag ist eingegangen')
}

test('a released decision becomes a letter in the mailbox, once, with proof of provision and retrieval, and can be checked', async () => {
  const { applicationId, mailbox } = await released('refused', 'Der Nachweis fehlt.')
  expect(await messagesIn(mailbox), 'nothing is told before the letter is there').toEqual([])

  // The process dies after setting and before committing; another worker takes the job once the lease has ended.
  const died = workerWith(async document => {
    await typesetter.typeset(document)
    throw new Error('died')
  })
  await died.runDue()
  expect(await messagesIn(mailbox)).toEqual([])
  town.clock.set(town.clock.nowMs() + 120_000)
  const worker = workerWith(document => typesetter.typeset(document))
  await worker.runDue()
  const provided = instantFromMs(town.clock.nowMs())

  const [message, ...others] = await messagesIn(mailbox)
  if (!message) throw new Error('no message')
  expect(others).toEqual([])
  expect(message).toMatchObject({ providedAt: provided, retrievedAt: null, text: expect.stringContaining('Den Bescheid finden Sie als PDF') })
  const [file] = message.files
  if (!file) throw new Error('no file')
  expect(file.filename).toMatch(/^Bescheid TGH-2026-\d+\.pdf$/)

  const app = await citizensApp(town)
  const path = `/portal/mailboxes/${mailbox}/files/${file.id}`
  expect((await app.inject(path)).statusCode, 'not before the message is opened').toBe(404)
  expect((await app.inject(`/portal/mailboxes/${'x'.repeat(43)}/files/${file.id}`)).statusCode).toBe(404)
  await town.mailboxes.retrieve(mailbox, MessageId.parse(message.id))
  const download = await app.inject(path)
  expect([download.statusCode, download.headers['content-type'], download.headers['content-disposition']?.toString().startsWith('attachment')]).toEqual([200, 'application/pdf', true])
  expect((await messagesIn(mailbox))[0]?.retrievedAt).not.toBeNull()

  const proofOf = (scopes: Access['scopes']) => letterProof({ database: town.database, clock: town.clock, typesetter }, { actor: clerk, scopes }, { letterId: file.id })
  const proof = await proofOf(new Map([[(await theCase(applicationId)).scope, '1']]))
  const proved = await readPdf(Buffer.from(proof.ok ? proof.value.pdf : '', 'base64'))
  const known = proved.texts.map(item => item.text).join(' ')
  for (const part of ['Zustellnachweis zum Bescheid', 'Im Postfach bereitgestellt', 'Im Postfach geöffnet', '22. November 2026, ', (await theCase(applicationId)).applicantName]) expect(known).toContain(part)
  expect(await proofOf(new Map())).toMatchObject({ error: { code: 'commands/record-missing' } })

  const pdf = await readPdf(download.rawPayload)
  const text = pdf.texts.map(item => item.text).join(' ')
  for (const part of ['Der Nachweis fehlt.', '12,50', 'Rechtsbehelfsbelehrung', 'Tangerhütte']) expect(text).toContain(part)
  const code = /Prüfnummer: ([0-9A-Z-]+)/.exec(text)?.[1] ?? ''
  const genuine = await app.inject(`/verify/${code.toLowerCase()}`)
  expect(genuine.statusCode).toBe(200)
  expect(genuine.body).toContain(sha256Hex(download.rawPayload))
  expect(genuine.body).toContain('22. November 2026')
  expect(genuine.body).not.toContain((await theCase(applicationId)).applicantName)
  expect((await app.inject('/verify/00000-00000-00000-00000')).statusCode).toBe(404)
  await app.close()

  const events = await town.database.db.selectFrom('application_events').select('kind').where('application_id', '=', applicationId).where('kind', '=', 'letter-provided').execute()
  expect(events).toHaveLength(1)
  const jobs = await town.database.db.selectFrom('jobs').select(['kind', 'state', 'payload']).orderBy('created_at').execute()
  expect(jobs.filter(({ kind }) => kind === 'letter')).toEqual([{ kind: 'letter', state: 'done', payload: {} }])
  expect(jobs.filter(({ kind }) => kind === 'email').map(({ payload }) => payload)).toEqual([{ applicationId }, { applicationId }])
})

test('a job that is worked off twice provides one letter', async () => {
  const { mailbox } = await released('granted', '')
  const before = await town.database.db.selectFrom('jobs').selectAll().where('kind', '=', 'letter').where('state', '=', 'waiting').execute()
  const deliver = createLetterDelivery({ database: town.database, clock: town.clock, typesetter, url: () => 'https://service.example' })
  const [job] = before
  if (!job) throw new Error('no job')
  const taken = { townId: TOWN_ID, key: job.key, kind: 'letter' as const, payload: job.payload as never, attempts: 1 }
  await Promise.all([deliver(taken), deliver(taken)])
  await deliver(taken)
  expect((await messagesIn(mailbox)).map(({ files }) => files.length)).toEqual([1])
})

test('a letter that cannot be set does not keep the decision from being told', async () => {
  const { mailbox } = await released('refused', 'Der Nachweis fehlt.')
  await workerWith(async () => ({ ok: false, error: { code: 'letters/not-typeset' } })).runDue()
  expect(await messagesIn(mailbox)).toMatchObject([{ text: expect.stringContaining('Der Nachweis fehlt.'), files: [] }])
})

test('a period that ran out without a decision is certified once, by a letter in the mailbox (§ 42a VwVfG)', async () => {
  const origin = { townId: TOWN_ID, actor: null, action: 'test', commandId: null, at: instantFromMs(town.clock.nowMs()) }
  const row = aTownService({ formVersion: 2, deadline: { basis: 'vwvfg-42a', amount: 3, unit: 'months' } })
  await town.database.db.transaction().execute(trx => commitChanges(trx, origin, [{ table: 'services', row }]))
  const receipt = await town.intake.submit(aSubmission())
  if (!receipt.ok) throw new Error(receipt.error.code)
  const { applicationId, mailbox } = receipt.value
  const certify = () => answerTo(lead, 'applications.certify', { applicationId })
  const dueMs = Date.parse((await theCase(applicationId)).dueAt ?? '')

  town.clock.set(dueMs)
  expect(await certify()).toMatchObject({ kind: 'refused', code: 'applications/not-deemed-granted' })
  town.clock.set(dueMs + 1)
  expect(await certify()).toMatchObject({ kind: 'applied' })
  expect(await certify()).toMatchObject({ kind: 'refused', code: 'applications/certified-before' })
  expect(await messagesIn(mailbox), 'nothing is told before the letter is there').toEqual([])

  const worker = workerWith(document => typesetter.typeset(document))
  await worker.runDue()
  await worker.runDue()
  const [message, ...others] = await messagesIn(mailbox)
  if (!message) throw new Error('no message')
  expect(others).toEqual([])
  expect(message.text).toContain('gilt als erteilt')
  expect(message.text).toContain('Die Bescheinigung finden Sie als PDF')
  expect(message.files).toEqual([expect.objectContaining({ filename: expect.stringMatching(/^Bescheinigung TGH-2026-\d+\.pdf$/) })])

  const proof = await letterProof({ database: town.database, clock: town.clock, typesetter }, { actor: clerk, scopes: new Map([[(await theCase(applicationId)).scope, '1']]) }, { letterId: AttachmentId.parse(message.files[0]?.id) })
  const proved = (await readPdf(Buffer.from(proof.ok ? proof.value.pdf : '', 'base64'))).texts.map(item => item.text).join(' ')
  expect([proved.includes('Zustellnachweis zur Bescheinigung'), /Zustellnachweis zum Bescheid/.test(proved)]).toEqual([true, false])

  const app = await citizensApp(town)
  await town.mailboxes.retrieve(mailbox, MessageId.parse(message.id))
  const download = await app.inject(`/portal/mailboxes/${mailbox}/files/${message.files[0]?.id}`)
  await app.close()
  const pdf = await readPdf(download.rawPayload)
  const text = pdf.texts.map(item => item.text).join(' ')
  for (const part of ['§ 42a Abs. 3 VwVfG', '22. Februar 2027', 'als erteilt', 'Widerspruch', 'Prüfnummer']) expect(text).toContain(part)

  const events = await town.database.db.selectFrom('application_events').select('kind').where('application_id', '=', applicationId).execute()
  expect(events.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['certified', 'letter-provided']))
  // What the town sends is not counted with what came: a proposal's hash stays what it was.
  expect((await theCase(applicationId)).attachmentCount).toBe(0)
})

test('a letter at which the process dies each time does not keep the decision from being told either', async () => {
  const { mailbox } = await released('refused', 'Der Nachweis fehlt.')
  const worker = workerWith(() => Promise.reject(new Error('died')))
  for (let attempt = 1; attempt <= 8; attempt++) {
    expect(await messagesIn(mailbox), `before attempt ${attempt}`).toEqual([])
    await worker.runDue()
    town.clock.set(town.clock.nowMs() + 3_600_000)
  }
  expect(await messagesIn(mailbox)).toMatchObject([{ text: expect.stringContaining('Der Nachweis fehlt.'), files: [] }])
})
