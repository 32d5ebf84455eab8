import { generateKeyPairSync } from 'node:crypto'
import { sql, type Kysely } from 'kysely'
import type { Application, Attachment } from '../../shared/domains/applications/tables.ts'
import type { Task } from '../../shared/domains/applications/work-tables.ts'
import { PersonId, uuidV7, type TownId } from '../../shared/ids.ts'
import type { Change } from '../../shared/command.ts'
import { germanDay, plusCalendarDays } from '../../shared/german-days.ts'
import { TOWN_SCOPE } from '../../shared/scope.ts'
import { instantFromMs, msOf, type Instant } from '../../shared/time.ts'
import { STANDARD_TEMPLATES } from '../../shared/domains/letters/standard-templates.ts'
import { keepBlob } from '../http/blobs/blob-store.ts'
import { setPassword } from '../identity/accounts.ts'
import type { Log } from '../log.ts'
import { commitChanges } from '../store/commit.ts'
import type { Database } from '../store/database.ts'
import { fillTable, startFeedAt } from '../store/records.ts'
import type { Schema } from '../store/schema.ts'
import { createTown, lockTown, townById } from '../store/towns.ts'
import { seedAlerts } from './alerts/seed-alerts.ts'
import { askedMessage, attachmentsOf, messageOf } from './belongings.ts'
import { inventCase, momentOfDay, type CaseMaterial } from './cases.ts'
import { inventCitizen, type Citizen } from './citizen.ts'
import { createRandom, type Random } from './random.ts'
import { DEMO_SERVICES } from './services/list.ts'
import { DEMO_PASSWORD, demoStaff } from './staff.ts'
import { stepTasksOf } from './step-tasks.ts'
import type { DemoCase } from './detours.ts'
import { demoAppointments, lastTicketNumber } from './front-office/booked.ts'
import { demoPlaces } from './front-office/places.ts'
import { seedMessages } from './messages/seed-messages.ts'
import { seedHalls } from './halls/seed-halls.ts'
import { seedServiceCards } from './service-cards/seed-service-cards.ts'
import { seedPeople } from './people/seed-people.ts'
import { seedNotices } from './notices/seed-notices.ts'
import { demoSuggestions } from './suggestions.ts'
import { keepFacsimile } from '../domains/letters/facsimiles.ts'
import { demoSignature } from './signature-picture.ts'
import { DEPARTMENTS, letterheadOf, TOWN } from './town.ts'
import { seedVaccinations } from './vaccinations/seed-vaccinations.ts'

export interface DemoTownOptions {
  readonly townId: TownId
  /** How it is called where it stands in for another town. */
  readonly name?: string
  /** Public half of a recovery key that is there already; left out: one is made. */
  readonly recoveryKey?: string | null
  /** How many cases. */
  readonly rows: number
  readonly seed: number
  readonly now: Instant
  readonly log: Log
  /** Takes the private half of the town's recovery key; without it nobody will open what desks seal to the town. */
  readonly keepRecoveryKey?: (privateKey: string) => void
}

/** Rows that go to the database in one statement. */
const BATCH = 1_000
/** Cases this new carry their whole history, and the newest of them files and messages; older ones keep what the law asks for: the decision. */
const WITH_HISTORY = 20_000
const WITH_BELONGINGS = 600

/** Whoever waits for more cases than these sees that it goes on. */
const TOLD_EVERY = 20_000

const DAY_MS = 86_400_000

type Resident = Citizen & { readonly personId: PersonId }

/** Builds the demo town in an empty database; a town that is there already stays as it is. */
export async function seedDemoTown(database: Database, options: DemoTownOptions): Promise<void> {
  if (await townById(database.db, options.townId)) return
  const random = createRandom(options.seed)
  // One transaction: a start that is broken off leaves no half town behind.
  await database.db.transaction().execute(async trx => {
    await lockTown(trx, options.townId)
    if (await townById(trx, options.townId)) return
    const position = await seedTown(trx, options)
    const material = caseMaterial(options, random, position)
    await seedCases(trx, options, material)
    await seedFrontOffice(trx, options, createRandom(options.seed), position)
    await seedHalls(trx, options, createRandom(options.seed), position)
    await seedMessages(trx, options, createRandom(options.seed), position)
    await seedServiceCards(trx, options, createRandom(options.seed), position)
    await seedVaccinations(trx, options, createRandom(options.seed), position)
    await seedAlerts(trx, options, createRandom(options.seed), position)
    await seedNotices(trx, options, createRandom(options.seed), position)
    await seedPeople(trx, options.townId, options.now, position)
    await startFeedAt(trx, options.townId, position)
  })
  options.log.info('demo-town-seeded', { rows: options.rows, seed: options.seed })
}

async function seedTown(trx: Kysely<Schema>, { townId, name: townName, now, recoveryKey, keepRecoveryKey }: DemoTownOptions): Promise<number> {
  await createTown(trx, { id: townId, name: townName ?? TOWN.name, reference_prefix: TOWN.referencePrefix, recovery_key: recoveryKey ?? newRecoveryKey(keepRecoveryKey), demo: true })
  const staff = demoStaff(now)
  const rows = { scope: TOWN_SCOPE, version: 0 } as const
  const changes: readonly Change[] = [
    ...DEPARTMENTS.map((department, index) => ({ table: 'departments', row: { ...rows, ...department, position: index + 1, letterhead: letterheadOf(department.id, department.name), closedAt: null } }) as const),
    ...staff.map(row => ({ table: 'staff', row: { ...rows, ...row } }) as const),
    ...demoSuggestions(staff, now).map(row => ({ table: 'suggestions', row }) as const),
    ...STANDARD_TEMPLATES.map(row => ({ table: 'letter_templates', row }) as const),
    ...DEMO_SERVICES.map(({ service }) => ({ table: 'services', row: { ...rows, ...service } }) as const),
    ...DEMO_SERVICES.flatMap(({ forms }) => forms.map(form => ({ table: 'forms', row: { ...rows, ...form } }) as const)),
  ]
  const origin = { townId, actor: null, action: 'demo.seed', commandId: null, at: now }
  const { position } = await commitChanges(trx, origin, changes)
  const signed = DEPARTMENTS.flatMap(({ id, name }) => letterheadOf(id, name).facsimile ?? [])
  for (const facsimile of signed) await keepFacsimile(trx, townId, facsimile, demoSignature())
  await setPassword(trx, townId, staff.map(({ id }) => id), DEMO_PASSWORD)
  return position
}

async function seedFrontOffice(trx: Kysely<Schema>, { townId, now }: DemoTownOptions, random: Random, position: number): Promise<void> {
  const places = demoPlaces(plusCalendarDays(germanDay(now), -365))
  await fillTable(trx, townId, 'places', places.map(({ place }) => place), position)
  await fillTable(trx, townId, 'resources', places.flatMap(({ resources }) => resources), position)
  await fillTable(trx, townId, 'appointment_services', places.flatMap(({ services }) => services), position)
  await fillTable(trx, townId, 'opening_hours', places.flatMap(({ lines }) => lines), position)
  const appointments = places.flatMap(here => demoAppointments(here, random, now))
  await fillTable(trx, townId, 'appointments', appointments, position)
  const counters = places.map(({ place: { id } }) => ({ town_id: townId, place_id: id, day: germanDay(now), last_number: lastTicketNumber(appointments, id, now) }))
  await trx.insertInto('ticket_counters').values(counters).execute()
}

function newRecoveryKey(keepPrivateHalf: DemoTownOptions['keepRecoveryKey']): string {
  const { publicKey, privateKey } = generateKeyPairSync('x25519')
  keepPrivateHalf?.(privateKey.export({ format: 'pem', type: 'pkcs8' }).toString())
  return publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64')
}

function caseMaterial({ now }: DemoTownOptions, random: Random, version: number): CaseMaterial {
  const synced = <Row>(row: Row): Row & { readonly scope: string; readonly version: number } => ({ ...row, scope: TOWN_SCOPE, version })
  return {
    random,
    nowMs: msOf(now),
    services: DEMO_SERVICES.map(({ service, forms, weight }) => ({ service: synced(service), forms: forms.map(synced), weight })),
    staff: demoStaff(now).map(synced),
    version,
  }
}

async function seedCases(trx: Kysely<Schema>, options: DemoTownOptions, material: CaseMaterial): Promise<void> {
  const { rows, townId, log } = options
  if (rows > TOLD_EVERY) log.info('demo-town-seeding', { rows: 0, count: rows })
  const moments = receiptMoments(material, rows)
  const residents = await seedResidents(trx, options, material.random)
  for (let start = 0; start < rows; start += BATCH) {
    const cases = moments.subarray(start, start + BATCH)
    const made = Array.from(cases, (receivedMs, index) =>
      inventCase(material, material.random.pick(residents), start + index + 1, receivedMs))
    await keepCases(trx, options, material, made, rows - start)
    const kept = start + cases.length
    if (kept % TOLD_EVERY === 0 && kept < rows) log.info('demo-town-seeding', { rows: kept, count: rows })
  }
  await trx.insertInto('receipt_counters').values({ town_id: townId, last_number: rows }).execute()
}

/** When the cases came in, rising: over a good year for some thousands, over ten years for a million. */
function receiptMoments(material: CaseMaterial, rows: number): Float64Array {
  const days = Math.min(3_650, 400 + rows / 300)
  const moments = Float64Array.from({ length: rows }, () => {
    const day = material.nowMs - Math.floor(material.random.next() * days) * DAY_MS
    return Math.min(msOf(momentOfDay(material, day)), material.nowMs)
  })
  return moments.toSorted()
}

async function seedResidents(trx: Kysely<Schema>, { townId, rows, now }: DemoTownOptions, random: Random): Promise<readonly Resident[]> {
  const residents = Array.from({ length: Math.max(1, Math.ceil(rows / 2.5)) }, () => ({
    ...inventCitizen(random),
    personId: PersonId.parse(uuidV7(msOf(now), random.bytes(10))),
  }))
  for (let start = 0; start < residents.length; start += BATCH) {
    const people = residents.slice(start, start + BATCH)
    await trx
      .insertInto('people')
      .values(people.map(({ personId, firstName, lastName, email }) =>
        ({ town_id: townId, id: personId, name: `${firstName} ${lastName}`, email, merged_into: null })))
      .execute()
  }
  return residents
}

async function keepCases(
  trx: Kysely<Schema>,
  { townId }: DemoTownOptions,
  material: CaseMaterial,
  cases: readonly DemoCase[],
  fromNewest: number,
): Promise<void> {
  const { version } = material
  // A decided case needs its decision, which in turn needs the case.
  await sql`set constraints applications_decided_by_approval deferred`.execute(trx)
  await fillTable(trx, townId, 'applications', cases.map(({ application }) => application), version)
  await fillTable(trx, townId, 'decisions', cases.flatMap(({ decision, earlier }) => [...(earlier ?? []), ...(decision ? [decision] : [])]), version)
  await sql`set constraints applications_decided_by_approval immediate`.execute(trx)
  if (fromNewest > WITH_HISTORY) return
  await fillTable(trx, townId, 'application_events', cases.flatMap(({ events }) => events), version)
  if (fromNewest <= BATCH) await keepBelongings(trx, townId, material, cases.slice(-WITH_BELONGINGS))
}

/** Files and messages of the newest cases, whose applications count them. */
async function keepBelongings(trx: Kysely<Schema>, townId: TownId, material: CaseMaterial, cases: readonly DemoCase[]): Promise<void> {
  const counted: Application[] = []
  for (const one of cases) {
    const { application } = one
    const invented = attachmentsOf(material, application)
    // The hash of a proposal counts the files it was reached on: it was reached on none.
    const files = application.status === 'proposed' ? [] : invented
    const message = askedMessage(material, one) ?? messageOf(material, application)
    if (files.length === 0 && !message) continue
    counted.push({ ...application, attachmentCount: files.length, unreadMessages: message?.direction === 'from-citizen' ? 1 : 0 })
    if (message) await fillTable(trx, townId, 'messages', [message], material.version)
    await keepFiles(trx, townId, files, material)
  }
  await fillTable(trx, townId, 'applications', counted, material.version)
  await fillTable(trx, townId, 'tasks', cases.flatMap(one => stepTasks(material, one)), material.version)
}

function stepTasks({ services, random, nowMs, version }: CaseMaterial, { application }: DemoCase): readonly Task[] {
  const service = services.find(entry => entry.service.id === application.serviceId)?.service
  return service ? stepTasksOf(service, application, random, nowMs).map(task => ({ ...task, version })) : []
}

async function keepFiles(
  trx: Kysely<Schema>,
  townId: TownId,
  files: readonly { readonly row: Attachment; readonly bytes: Uint8Array }[],
  { version, nowMs }: CaseMaterial,
): Promise<void> {
  for (const { row, bytes } of files) {
    await keepBlob(trx, townId, { id: row.id, bytes, sha256: row.sha256, at: instantFromMs(nowMs) })
    await fillTable(trx, townId, 'attachments', [row], version)
  }
}
