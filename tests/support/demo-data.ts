import { sha256Hex } from '../../shared/canonical.ts'
import { UNMARKED } from '../../shared/domains/applications/new-file.ts'
import type { Role } from '../../shared/actor.ts'
import { dueAfter } from '../../shared/domains/applications/deadline.ts'
import { hashOfDecision } from '../../shared/domains/applications/rules.ts'
import type { Form, TownService } from '../../shared/domains/applications/service-tables.ts'
import type { Application, ApplicationEvent, Attachment, Decision } from '../../shared/domains/applications/tables.ts'
import { aDecision, aForm, anApplication, aTownService } from '../../shared/domains/applications/testing.ts'
import type { Comment, Task } from '../../shared/domains/applications/work-tables.ts'
import type { Message } from '../../shared/domains/messages/tables.ts'
import { ApplicationId, AttachmentId, DecisionId, DepartmentId, derivedUuid, EventId, FormId, MessageId, PersonId, ServiceId } from '../../shared/ids.ts'
import { departmentScope } from '../../shared/scope.ts'
import { instantFromMs, plusDays, type Instant } from '../../shared/time.ts'
import { setClocks } from './demo-clocks.ts'
import { DEMO_NOW_MS } from './demo-now.ts'

const LOCALITIES = ['Tangerhütte', 'Bellingen', 'Birkholz', 'Bittkau', 'Cobbel', 'Demker', 'Grieben', 'Hüselitz', 'Jerchel', 'Kehnert', 'Lüderitz', 'Ringfurth', 'Schelldorf', 'Uchtdorf', 'Uetz', 'Weißewarte', 'Windberge']
const FIRST = ['Änne', 'Jürgen', 'Fatma', 'Heinz', 'Katarzyna', 'Lena', 'Mehmet', 'Ursula', 'Björn', 'Sönke', 'Nguyễn', 'Ottilie']
const LAST = ['Großkopf', 'Müller', 'Yıldız', 'Schröder', 'Nowak', 'von der Heide', 'Öztürk', 'Weiß', 'Krüger', 'Thi Lan', 'Meier-Lüdenscheid', 'Bäcker']
const DOGS = ['Bello', 'Luna', 'Rex', 'Mäuschen', 'Fritz', 'Kira']

export const DEPARTMENTS = [
  { id: DepartmentId.parse('ordnung'), name: 'Ordnungsamt' },
  { id: DepartmentId.parse('soziales'), name: 'Amt für Kinder und Soziales' },
] as const

const person = (index: number): PersonId => PersonId.parse(`0192a000-0000-7000-8000-0000000000a${index}`)

export const STAFF = [
  { personId: person(1), name: 'Katrin Sommer', role: 'clerk' },
  { personId: person(2), name: 'Bernd Lehmann', role: 'lead' },
  { personId: person(3), name: 'Jana Weiß', role: 'clerk' },
  { personId: person(4), name: 'Ralf Öhme', role: 'lead' },
] as const satisfies readonly { readonly personId: PersonId; readonly name: string; readonly role: Role }[]

const dogForm: Form = aForm({
  schema: {
    $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'object',
    properties: {
      firstName: { type: 'string' }, lastName: { type: 'string' }, birthday: { type: 'string', format: 'date' }, street: { type: 'string' }, postcode: { type: 'string' }, locality: { type: 'string' }, email: { type: 'string', format: 'email' },
      dogName: { type: 'string' }, breed: { type: 'string', enum: ['mixed', 'shepherd', 'dachshund'] }, keptSince: { type: 'string', format: 'date' }, height: { type: 'number' }, isGuideDog: { type: 'boolean' }, remarks: { type: 'string' },
    },
  },
  sections: [
    { title: { de: 'Halterin oder Halter', en: 'Owner' }, fields: [
      { key: 'firstName', label: { de: 'Vorname', en: 'First name' }, help: null }, { key: 'lastName', label: { de: 'Nachname', en: 'Last name' }, help: null },
      { key: 'birthday', label: { de: 'Geburtsdatum', en: 'Date of birth' }, help: null }, { key: 'street', label: { de: 'Straße und Hausnummer', en: 'Street and number' }, help: null },
      { key: 'postcode', label: { de: 'Postleitzahl', en: 'Postcode' }, help: null }, { key: 'locality', label: { de: 'Ortschaft', en: 'Locality' }, help: null }, { key: 'email', label: { de: 'E-Mail', en: 'E-mail' }, help: null },
    ] },
    { title: { de: 'Hund', en: 'Dog' }, fields: [
      { key: 'dogName', label: { de: 'Rufname des Hundes', en: 'Name of the dog' }, help: null }, { key: 'breed', label: { de: 'Rasse', en: 'Breed' }, help: null }, { key: 'keptSince', label: { de: 'In Haltung seit', en: 'Kept since' }, help: null },
      { key: 'height', label: { de: 'Schulterhöhe in cm', en: 'Height in cm' }, help: null }, { key: 'chip', label: { de: 'Chipnummer', en: 'Chip number' }, help: null }, { key: 'isGuideDog', label: { de: 'Assistenzhund', en: 'Guide dog' }, help: null }, { key: 'remarks', label: { de: 'Bemerkungen', en: 'Remarks' }, help: null },
    ] },
  ],
  valueLabels: { breed: { mixed: { de: 'Mischling', en: 'Mixed breed' }, shepherd: { de: 'Deutscher Schäferhund', en: 'German shepherd' }, dachshund: { de: 'Dackel', en: 'Dachshund' } } },
})

const service = (id: string, de: string, en: string, department: 0 | 1, law: Partial<Pick<TownService, 'legalBasis' | 'deadline'>> = {}): TownService =>
  aTownService({ id: ServiceId.parse(id), title: { de, en }, departmentId: DEPARTMENTS[department].id, ...law })

export const SERVICES = [
  service('dog-registration', 'Hundeanmeldung', 'Dog registration', 0),
  service('business-registration', 'Gewerbeanmeldung', 'Business registration', 0, { legalBasis: '§§ 14, 15 GewO', deadline: { basis: 'gewo-15', amount: 3, unit: 'working-days' } }),
  service('restaurant-permit', 'Gaststättenerlaubnis', 'Restaurant permit', 0, { legalBasis: '§ 2 GastG', deadline: { basis: 'vwvfg-42a', amount: 3, unit: 'months' } }),
  service('daycare-refund', 'Erstattung von Kita-Beiträgen', 'Refund of day-care fees', 1),
] as const

export const FORMS: readonly Form[] = SERVICES.map(({ id }) => ({ ...dogForm, id: FormId.parse(`${id}@1`), serviceId: id }))

export interface DemoRows {
  readonly applications: Map<string, Application>
  readonly decisions: Map<string, Decision>
  readonly events: Map<string, ApplicationEvent>
  readonly messages: Map<string, Message>
  readonly attachments: Map<string, Attachment>
  readonly tasks: Map<string, Task>
  readonly comments: Map<string, Comment>
}

/** Cases in every state, the same ones each time. */
export function demoRows(count: number): DemoRows {
  const rows: DemoRows = { applications: new Map(), decisions: new Map(), events: new Map(), messages: new Map(), attachments: new Map(), tasks: new Map(), comments: new Map() }
  for (let number = 1; number <= count; number++) addCase(rows, number, count)
  setClocks(rows)
  return rows
}

const pick = <Item>(items: readonly Item[], seed: number): Item => {
  const item = items[Math.abs(seed) % items.length]
  if (item === undefined) throw new Error('nothing to pick from')
  return item
}

/** Some days later, but never in the future. */
const after = (instant: Instant, days: number): Instant => {
  const later = plusDays(instant, days)
  return later < instantFromMs(DEMO_NOW_MS) ? later : instantFromMs(DEMO_NOW_MS)
}

function addCase(rows: DemoRows, number: number, count: number): void {
  const application = newCase(rows, number, count)
  rows.applications.set(application.id, application)
  addStory(rows, application)
  if (application.attachmentCount > 0) addAttachments(rows, application)
  if (application.unreadMessages > 0) addMessages(rows, application)
}

function newCase(rows: DemoRows, number: number, count: number): Application {
  const age = count - number + 20
  const receivedAt = instantFromMs(DEMO_NOW_MS - (age - 20) * 2_700_000 - (age % 7) * 60_000)
  const townService = pick(SERVICES, number * 7)
  const name = { first: pick(FIRST, number * 5), last: pick(LAST, number * 11) }
  const status = age < 23 ? 'received' : pick(['received', 'in-progress', 'in-progress', 'proposed', 'decided', 'decided', 'decided', 'decided'] as const, number * 3)
  const worker = status === 'received' ? undefined : number % 3 === 0 ? STAFF[0] : pick(STAFF, number)
  const locality = pick(LOCALITIES, number * 13)
  const application = anApplication({
    id: ApplicationId.parse(derivedUuid('demo', `application-${number}`)),
    scope: departmentScope(townService.departmentId),
    number, reference: `TGH-2026-${String(number).padStart(6, '0')}`,
    serviceId: townService.id, formId: FormId.parse(`${townService.id}@1`), departmentId: townService.departmentId,
    applicantName: `${name.first} ${name.last}`, locality,
    subject: `${townService.title.de}: ${townService.id === 'dog-registration' ? pick(DOGS, number) : name.last}`,
    status, outcome: status === 'proposed' || status === 'decided' ? (number % 5 === 0 ? 'refused' : 'granted') : null,
    assigneeId: worker?.personId ?? null, assigneeName: worker?.name ?? null,
    receivedAt, dueAt: dueAfter(townService.deadline, receivedAt), decidedAt: status === 'decided' ? after(receivedAt, 1) : null,
    unreadMessages: status === 'in-progress' && number % 16 === 3 ? 1 : 0, attachmentCount: number % 3 === 1 ? 3 : 0,
    form: {
      firstName: name.first, lastName: name.last, birthday: '1968-03-09', street: 'Bismarckstraße 12a', postcode: '39517', locality, email: 'post@example.org',
      dogName: pick(DOGS, number), breed: 'mixed', keptSince: '2026-10-01', height: 1042.5, isGuideDog: number % 9 === 0,
      remarks: 'Der Hund kommt aus dem Tierheim Stendal.\nDer Übernahmevertrag liegt bei.',
    },
    searchText: `${name.first} ${name.last} ${locality}`,
  })
  if (application.status !== 'proposed' && application.status !== 'decided') return application
  const decision = newDecision(application)
  rows.decisions.set(decision.id, decision)
  return { ...application, decisionId: decision.id }
}

function newDecision(application: Application): Decision {
  const outcome = application.outcome ?? 'granted'
  const reason = outcome === 'granted' ? '' : 'Die Nachweise sind nicht vollständig; die Frist zum Nachreichen ist verstrichen.'
  const author = application.assigneeId ?? STAFF[0].personId
  const isSettled = application.status === 'decided'
  return aDecision({
    id: DecisionId.parse(derivedUuid(application.id, 'decision')), scope: application.scope, applicationId: application.id, outcome, reason,
    contentHash: hashOfDecision(application, aDecision({ outcome, reason })), authors: [author], proposedBy: author, proposedByName: application.assigneeName ?? '',
    proposedAt: after(application.receivedAt, 0.5), state: isSettled ? 'approved' : 'proposed',
    settledBy: isSettled ? STAFF[3].personId : null, settledByName: isSettled ? STAFF[3].name : null, settledAt: application.decidedAt,
  })
}

function addStory(rows: DemoRows, application: Application): void {
  const add = (kind: ApplicationEvent['kind'], at: Instant, name: string | null, text: string | null = null): void => {
    const id = EventId.parse(derivedUuid(application.id, kind))
    rows.events.set(id, { id, scope: application.scope, version: 1, applicationId: application.id, kind, at, actorId: null, actorName: name, actingFor: null, actingForName: null, text, commandId: null })
  }
  add('received', application.receivedAt, null)
  if (application.status === 'received') return
  add('claimed', after(application.receivedAt, 0.1), application.assigneeName)
  add('viewed', after(application.receivedAt, 0.15), STAFF[3].name)
  add('noted', after(application.receivedAt, 0.2), application.assigneeName, 'Nachweise geprüft. Steuerbescheid folgt gesondert.')
  if (application.status === 'in-progress') return
  add('proposed', after(application.receivedAt, 0.5), application.assigneeName, rows.decisions.get(application.decisionId ?? '')?.reason || null)
  if (application.status === 'decided') add('approved', after(application.receivedAt, 1), STAFF[3].name)
}

const FILES = [
  { filename: 'Übernahmevertrag.txt', mediaType: 'text/plain', size: 412 },
  { filename: 'Foto vom Hund.png', mediaType: 'image/png', size: 1_245_184 },
  { filename: 'Haftpflichtversicherung.pdf', mediaType: 'application/pdf', size: 248_320 },
] as const

function addAttachments(rows: DemoRows, application: Application): void {
  for (const [index, file] of FILES.entries()) {
    const id = AttachmentId.parse(derivedUuid(application.id, `file-${index}`))
    rows.attachments.set(id, { ...file, id, scope: application.scope, version: 1, applicationId: application.id, sha256: sha256Hex(file.filename), addedAt: application.receivedAt, kind: 'application', ...UNMARKED })
  }
}

function addMessages(rows: DemoRows, application: Application): void {
  const base = { scope: application.scope, version: 1, applicationId: application.id, personId: application.personId, subject: application.subject, attachmentIds: [] }
  const asked = after(application.receivedAt, 0.3)
  const ours = MessageId.parse(derivedUuid(application.id, 'question'))
  rows.messages.set(ours, { ...base, id: ours, direction: 'to-citizen', text: 'Guten Tag,\n\nbitte reichen Sie noch die Bestätigung der Haftpflichtversicherung nach.\n\nMit freundlichen Grüßen', authorId: STAFF[0].personId, authorName: STAFF[0].name, sentAt: asked, providedAt: asked, retrievedAt: after(asked, 0.2) })
  const theirs = MessageId.parse(derivedUuid(application.id, 'answer'))
  rows.messages.set(theirs, { ...base, id: theirs, direction: 'from-citizen', text: 'Hallo, die Bestätigung habe ich angehängt. Reicht das so?', authorId: null, authorName: application.applicantName, sentAt: after(asked, 0.4), providedAt: null, retrievedAt: null })
}

/** Bytes for the files of the demo: a picture of one colour, a short text. */
export function demoFile(mediaType: string): string {
  if (mediaType === 'text/plain') return Buffer.from('Übernahmevertrag\n\nDas Tierheim Stendal übergibt den Hund an die oben genannte Person.').toString('base64')
  if (mediaType === 'image/png') return 'iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAIAAAACUFjqAAAAE0lEQVR4nGOQdNqABzGMSmNDAItWTRFcKzH7AAAAAElFTkSuQmCC'
  return Buffer.from('%PDF-1.4').toString('base64')
}

