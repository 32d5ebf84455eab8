import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { aTownService } from '../../shared/domains/applications/testing.ts'
import { FormId, ServiceId, type PersonId } from '../../shared/ids.ts'
import type { JsonObject } from '../../shared/json.ts'
import { startMailSink, type MailSink } from '../demo/mail-sink.ts'
import { aSubmission, dogAnswers, dogForm, townForCitizens, type TestTown, TOWN_ID } from '../intake/testing.ts'
import { instantFromMs } from '../../shared/time.ts'
import { anOrigin } from '../store/testing.ts'
import { commitChanges } from '../store/commit.ts'
import { createEmailDelivery } from './deliver-email.ts'
import { enqueue } from './jobs.ts'
import { createSmtpTransport, type MailTransport } from './smtp.ts'
import { aLog } from './testing.ts'
import { createWorker } from './worker.ts'

let town: TestTown
let sink: MailSink
let transport: MailTransport

beforeAll(async () => {
  town = await townForCitizens()
  await town.database.db.transaction().execute(trx => commitChanges(trx, anOrigin({ townId: TOWN_ID }), [
    { table: 'services', row: aTownService({ id: ServiceId.parse('wedding'), formVersion: 1 }) },
    { table: 'forms', row: personalForm() },
  ]))
  return () => town.database.close()
})
beforeEach(async () => {
  sink = await startMailSink({ port: 0 })
  transport = createSmtpTransport(sink.smtpUrl)
})
afterEach(async () => {
  transport.close()
  await sink.close()
})

/** Asks for what tells people apart, too. */
function personalForm() {
  const form = dogForm()
  const text = { type: 'string', maxLength: 80 }
  const properties = { ...form.schema['properties'] as JsonObject, birthDate: { type: 'string', format: 'date' }, street: text, houseNumber: text, postalCode: text }
  return { ...form, id: FormId.parse('wedding@1'), serviceId: ServiceId.parse('wedding'), formVersion: 1, schema: { ...form.schema, properties } }
}

async function submit(more: JsonObject): Promise<{ readonly id: string; readonly personId: PersonId; readonly mailbox: string }> {
  const { email: _, ...answers } = dogAnswers()
  const taken = await town.intake.submit(aSubmission({ serviceId: 'wedding', formVersion: 1, form: { ...answers, ...more } }))
  if (!taken.ok) throw new Error(taken.error.code)
  const { applicationId: id, mailbox } = taken.value
  const { person_id: personId } = await town.database.db.selectFrom('applications').select('person_id').where('id', '=', id).executeTakeFirstOrThrow()
  return { id, personId, mailbox }
}

/** Whom the case's next e-mail reaches. */
async function toldOf({ id, personId }: Awaited<ReturnType<typeof submit>>): Promise<readonly string[]> {
  await worker().runDue()
  const before = sink.messages().length
  await town.database.db.transaction().execute(trx => enqueue(trx, TOWN_ID, [{ kind: 'email', key: `later/${id}`, payload: { applicationId: id }, personId }], instantFromMs(town.clock.nowMs())))
  await worker().runDue()
  return sink.messages().slice(before).flatMap(({ to }) => to)
}

function worker() {
  const { database, clock, mailboxKeys } = town
  const sender = { townName: 'Stadt Tangerhütte', from: 'postfach@tangerhuette.example' }
  const email = createEmailDelivery({ database, clock, transport, sender, mailboxKeys, portalUrl: () => 'http://portal.example' })
  return createWorker({ database, townId: TOWN_ID, clock, deliver: new Map([['email', email]]), log: aLog(), random: () => 0 })
}

const emailOf = async (id: PersonId): Promise<string | null> => (await town.database.db.selectFrom('people').select('email').where('id', '=', id).executeTakeFirstOrThrow()).email

test('whoever knows somebody’s name and birth date gets no key to that person’s mailbox, nor is reached in their place', async () => {
  const onPaper = await submit({ firstName: 'Paula', lastName: 'Papier', birthDate: '1961-02-03' })
  const stranger = await submit({ firstName: 'Paula', lastName: 'Papier', birthDate: '1961-02-03', email: 'stranger@post.example' })
  expect(stranger.personId).toBe(onPaper.personId)
  expect(await emailOf(onPaper.personId)).toBeNull()
  expect(await toldOf(onPaper)).toEqual([])
  expect(await toldOf(stranger), 'of what they applied for themselves').toEqual(['stranger@post.example'])
})

test('whoever is taken for a person known at another address is written to at their own', async () => {
  const given = { firstName: 'Paul', lastName: 'Gleich', birthDate: '1961-02-04' }
  const before = await submit({ ...given, email: 'before@post.example' })
  const now = await submit({ ...given, email: 'now@post.example' })
  expect(now.personId).toBe(before.personId)
  expect(await toldOf(now)).toEqual(['now@post.example'])
  expect(await toldOf(before)).toEqual(['before@post.example'])
})
