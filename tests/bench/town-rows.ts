import { UNTOUCHED } from '../../shared/domains/applications/new-case.ts'
import type { Form } from '../../shared/domains/applications/service-tables.ts'
import { applications, type Application } from '../../shared/domains/applications/tables.ts'
import { DepartmentId, PersonId, type ApplicationId, type FormId, type ServiceId } from '../../shared/ids.ts'
import { departmentScope } from '../../shared/scope.ts'
import { fieldsOf } from '../../shared/table.ts'
import { instantFromMs } from '../../shared/time.ts'
import { createRandom, type Random } from './random.ts'
import { FIRST_NAMES, LAST_NAMES, LOCALITIES, REMARKS, STAFF_NAMES, STREETS, TOPICS } from './town-words.ts'

export const NOW_MS = Date.UTC(2026, 10, 22, 8)
const DAY_MS = 86_400_000
const YEARS = 5

const uuid = (kind: string, number: number): string => `0192a000-${kind}-7000-8000-${number.toString(16).padStart(12, '0')}`

export const staffPerson = (index: number): PersonId => PersonId.parse(uuid('0a00', index + 1))

/** Fields of every form by which lists can be sorted: a text, a day, a number, a yes or no. */
export const SORTABLE_KEYS = ['lastName', 'birthDate', 'persons', 'isUrgent'] as const

/** A form for each service, as `formOf` fills it in. */
export const townForms = (): readonly Form[] =>
  [...new Set(TOPICS.map(([service]) => service))].map((service): Form => ({
    id: `${service}@1` as FormId, scope: 'town', version: 1, serviceId: service as ServiceId, formVersion: 1, valueLabels: {}, nameKeys: ['lastName'],
    localityKey: 'locality', emailKey: 'email', sortable: [...SORTABLE_KEYS],
    schema: { type: 'object', properties: { lastName: { type: 'string' }, birthDate: { type: 'string', format: 'date' }, persons: { type: 'integer' }, isUrgent: { type: 'boolean' } } },
    sections: [{ title: { de: 'Angaben', en: 'Answers' }, fields: SORTABLE_KEYS.map(key => ({ key, label: { de: key, en: key }, help: null })) }],
  }))

export const APPLICATION_FIELDS = fieldsOf(applications)
export const DEPARTMENT_SCOPES: readonly string[] = [...new Set(TOPICS.map(topic => departmentScope(DepartmentId.parse(topic[1]))))]

/** The n-th of so many applications of a German town, with 1–2 KB of form; the same for the same seed. */
export function townApplication(number: number, of: number, random: Random): Application {
  const [service, department, title] = random.pick(TOPICS)
  const lastName = random.pick(LAST_NAMES)
  const locality = random.pick(LOCALITIES)
  const receivedMs = NOW_MS - Math.floor(((of - number) / of) * YEARS * 365 * DAY_MS) - random.below(60_000)
  const form = formOf(random, lastName, locality)
  const applicantName = `${form.firstName} ${lastName}`
  return {
    ...UNTOUCHED,
    id: uuid('0000', number) as ApplicationId,
    scope: departmentScope(department as DepartmentId),
    version: number,
    number,
    reference: `TGH-${new Date(receivedMs).getUTCFullYear()}-${String(number).padStart(7, '0')}`,
    serviceId: service as ServiceId,
    formId: `${service}@1` as FormId,
    departmentId: department as DepartmentId,
    personId: uuid('0c00', number) as PersonId,
    applicantName,
    locality,
    subject: `${title}: ${applicantName}`,
    channel: 'portal',
    receivedAt: instantFromMs(receivedMs),
    attachmentCount: random.below(3),
    form,
    searchText: Object.values(form).join(' '),
    ...stateOf(random, number, of, receivedMs),
  }
}

function stateOf(random: Random, number: number, of: number, receivedMs: number) {
  const isOpen = number > of * 0.94
  const dueAt = random.below(10) === 0 ? null : instantFromMs(receivedMs + 28 * DAY_MS)
  if (!isOpen)
    return {
      ...assignee(random), status: 'decided', outcome: random.below(8) === 0 ? 'refused' : 'granted', dueAt,
      decidedAt: instantFromMs(receivedMs + random.below(40) * DAY_MS), unreadMessages: 0,
    } as const
  const status = random.pick(['received', 'in-progress', 'proposed'] as const)
  const held = status === 'received' ? { assigneeId: null, assigneeName: null } : assignee(random)
  return { ...held, status, outcome: status === 'proposed' ? 'granted' : null, dueAt, decidedAt: null, unreadMessages: random.below(20) === 0 ? 1 : 0 } as const
}

function assignee(random: Random) {
  const index = random.below(STAFF_NAMES.length)
  return { assigneeId: staffPerson(index), assigneeName: STAFF_NAMES[index] ?? null }
}

function formOf(random: Random, lastName: string, locality: string) {
  const firstName = random.pick(FIRST_NAMES)
  return {
    firstName,
    lastName,
    birthDate: `${1940 + random.below(65)}-${two(1 + random.below(12))}-${two(1 + random.below(28))}`,
    street: `${random.pick(STREETS)} ${1 + random.below(180)}`,
    postalCode: '39517',
    locality,
    email: `${firstName}.${lastName}@post.example`.toLowerCase(),
    persons: 1 + random.below(9),
    isUrgent: random.below(5) === 0,
    telephone: `03935 ${100_000 + random.below(899_999)}`,
    iban: `DE${10 + random.below(89)} 8105 0555 ${1000 + random.below(8999)} ${1000 + random.below(8999)} ${10 + random.below(89)}`,
    remark: Array.from({ length: 3 + random.below(5) }, () => random.pick(REMARKS)).join(' '),
  }
}

const two = (value: number): string => String(value).padStart(2, '0')

/** Row arrays in the order of `APPLICATION_FIELDS`, the form as text, as a snapshot brings them. */
export function* townRowArrays(count: number, seed: number): Generator<readonly unknown[]> {
  const random = createRandom(seed)
  for (let number = 1; number <= count; number++) {
    const row: Readonly<Record<string, unknown>> = townApplication(number, count, random)
    yield APPLICATION_FIELDS.map(field => (field === 'form' ? JSON.stringify(row[field]) : row[field]))
  }
}
