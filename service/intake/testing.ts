import { randomUUID } from 'node:crypto'
import { aForm, aTownService } from '../../shared/domains/applications/testing.ts'
import type { Form } from '../../shared/domains/applications/service-tables.ts'
import { FormId, ServiceId, TownId } from '../../shared/ids.ts'
import type { JsonObject } from '../../shared/json.ts'
import { instantFromMs } from '../../shared/time.ts'
import type { Submission } from '../../shared/wire/public.ts'
import { createMailboxes, type Mailboxes } from '../portal/mailboxes.ts'
import { commitChanges } from '../store/commit.ts'
import type { Database } from '../store/database.ts'
import { NO_SCANNER, type Scanner } from '../scanning/scanner.ts'
import { testDatabase } from '../store/testing.ts'
import { createTown } from '../store/towns.ts'
import { createIntake, type Intake } from './intake.ts'
import { createMailboxKeys, type MailboxKeys } from './mailbox-keys.ts'

export const TOWN_ID = TownId.parse('tangerhuette')

/** A town that takes applications in: one service, at a moment the test sets. */
export interface TestTown {
  readonly database: Database
  readonly clock: { nowMs: () => number; set(unixMs: number): void }
  readonly mailboxKeys: MailboxKeys
  readonly intake: Intake
  readonly mailboxes: Mailboxes
}

export async function townForCitizens(database?: Database, scanner: Scanner = NO_SCANNER): Promise<TestTown> {
  const opened = database ?? (await testDatabase())
  const clock = aClock(Date.UTC(2026, 10, 22, 9, 0))
  await buildTown(opened)
  const mailboxKeys = createMailboxKeys(opened)
  const parts = { database: opened, townId: TOWN_ID, clock, mailboxKeys, scanner }
  return { database: opened, clock, mailboxKeys, intake: createIntake(parts), mailboxes: createMailboxes(parts) }
}

function aClock(startMs: number): TestTown['clock'] {
  let nowMs = startMs
  return { nowMs: () => nowMs, set: unixMs => void (nowMs = unixMs) }
}

export async function buildTown({ db }: Database): Promise<void> {
  await db.transaction().execute(async trx => {
    await createTown(trx, { id: TOWN_ID, name: 'Stadt Tangerhütte', reference_prefix: 'TGH', recovery_key: 'key', demo: true })
    const at = instantFromMs(Date.UTC(2026, 0, 1))
    await commitChanges(trx, { townId: TOWN_ID, actor: null, action: 'test.build', commandId: null, at }, [
      { table: 'services', row: dogService() },
      { table: 'forms', row: firstDogForm() },
      { table: 'forms', row: dogForm() },
      { table: 'services', row: aTownService({ id: ServiceId.parse('closed-service'), active: false }) },
    ])
  })
}

/** A service with all that citizens are told of one. */
const dogService = () =>
  aTownService({
    formVersion: 2,
    description: { de: 'Wer einen Hund hält, meldet ihn an.', en: 'Whoever keeps a dog registers it.' },
    documents: [{ de: 'Impfausweis', en: 'Vaccination card' }],
    fees: [{ title: { de: 'Hundemarke', en: 'Dog tag' }, cents: 500 }, { title: { de: 'Anmeldung', en: 'Registration' }, cents: 0 }],
    contact: { name: 'Steuern', telephone: '03935 000000', email: '', room: '' },
    steps: [{ key: 'check-chip', title: { de: 'Transpondernummer prüfen', en: 'Check the transponder number' }, role: 'clerk', isRequired: true }],
    automatic: [{ kind: 'tag', tag: 'Hund' }],
  })

/** A form with every kind of question. */
export const dogForm = (): Form =>
  aForm({
    id: FormId.parse('dog-registration@2'),
    formVersion: 2,
    schema: {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
      additionalProperties: false,
      required: ['firstName', 'lastName', 'locality', 'dogName', 'bornOn', 'isTruthful'],
      properties: {
        firstName: { type: 'string', minLength: 1, maxLength: 80 },
        lastName: { type: 'string', minLength: 1, maxLength: 80 },
        locality: { type: 'string', enum: ['tangerhuette', 'luederitz'] },
        email: { type: 'string', format: 'email', maxLength: 254 },
        dogName: { type: 'string', minLength: 2, maxLength: 20 },
        bornOn: { type: 'string', format: 'date' },
        otherDogs: { type: 'integer', minimum: 0, maximum: 20 },
        weight: { type: 'number', minimum: 0.5 },
        isAssistanceDog: { type: 'boolean' },
        chipNumber: { type: 'string', pattern: '^[0-9]{15}$' },
        remarks: { type: 'string', maxLength: 2000 },
        isTruthful: { type: 'boolean', const: true },
      },
    },
    sections: [
      {
        title: { de: 'Ihre Angaben', en: 'About you' },
        fields: [field('firstName', 'Vorname'), field('lastName', 'Nachname'), field('locality', 'Ortschaft'), field('email', 'E-Mail-Adresse')],
      },
      {
        title: { de: 'Der Hund', en: 'The dog' },
        fields: [
          field('dogName', 'Rufname des Hundes'), field('bornOn', 'Geburtsdatum des Hundes'), field('otherDogs', 'Weitere Hunde'),
          field('weight', 'Gewicht'), field('isAssistanceDog', 'Assistenzhund'), field('chipNumber', 'Transpondernummer'),
          field('remarks', 'Bemerkungen'), field('isTruthful', 'Meine Angaben sind wahr.'),
        ],
      },
    ],
    valueLabels: { locality: { tangerhuette: { de: 'Tangerhütte', en: 'Tangerhütte' }, luederitz: { de: 'Lüderitz', en: 'Lüderitz' } } },
    nameKeys: ['firstName', 'lastName'],
    localityKey: 'locality',
    emailKey: 'email',
  })

/** The version before, which did not ask for the transponder. */
function firstDogForm(): Form {
  const form = dogForm()
  const { chipNumber: _, ...properties } = form.schema['properties'] as JsonObject
  const sections = form.sections.map(section => ({ ...section, fields: section.fields.filter(({ key }) => key !== 'chipNumber') }))
  return { ...form, id: FormId.parse('dog-registration@1'), formVersion: 1, schema: { ...form.schema, properties }, sections }
}

const field = (key: string, de: string) => ({ key, label: { de, en: `${de} (en)` }, help: key === 'chipNumber' ? { de: '15 Ziffern', en: '15 digits' } : null })

export const dogAnswers = (overrides: JsonObject = {}): JsonObject => ({
  firstName: 'Änne', lastName: 'Großkopf', locality: 'luederitz', email: 'aenne@example.org', dogName: 'Bello', bornOn: '2024-02-29',
  isTruthful: true, ...overrides,
})

/** A submission that is in order, under a new key. */
export const aSubmission = (overrides: Partial<Submission> = {}): Submission => ({
  key: randomUUID(), serviceId: 'dog-registration', formVersion: 2, form: dogAnswers(), attachments: [], ...overrides,
})

const base64 = (content: string | Uint8Array): string => Buffer.from(content).toString('base64')

export const aPdf = (overrides: Partial<Submission['attachments'][number]> = {}): Submission['attachments'][number] => ({
  filename: 'impfausweis.pdf', mediaType: 'application/pdf', content: base64('%PDF-1.7\n%âãÏÓ\nsmall\n%%EOF'), ...overrides,
})

export const encoded = base64
