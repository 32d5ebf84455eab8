import type { Form, TownService } from '../../shared/domains/applications/service-tables.ts'
import type { Application, ApplicationEvent, Decision } from '../../shared/domains/applications/tables.ts'
import { suspended } from '../../shared/domains/applications/case-clock.ts'
import { dueAfter } from '../../shared/domains/applications/deadline.ts'
import { UNTOUCHED } from '../../shared/domains/applications/new-case.ts'
import { hashOfDecision } from '../../shared/domains/applications/rules.ts'
import { letterFor } from '../../shared/domains/letters/letter-for.ts'
import { searchTextOf, subjectOf } from '../../shared/domains/applications/summary.ts'
import type { Staff } from '../../shared/domains/staff/tables.ts'
import { ApplicationId, DecisionId, EventId, uuidV7, type PersonId } from '../../shared/ids.ts'
import { departmentScope } from '../../shared/scope.ts'
import { instantFromMs, msOf, type Instant } from '../../shared/time.ts'
import { STANDARD_TEMPLATES } from '../../shared/domains/letters/standard-templates.ts'
import { twoDigits, type Citizen } from './citizen.ts'
import { withDetours, type DemoCase } from './detours.ts'
import { fillForm } from './fill-form.ts'
import type { Random } from './random.ts'
import { DEPARTMENTS, letterheadOf, TOWN } from './town.ts'

/** What all cases of a demo town are made from. */
export interface CaseMaterial {
  readonly random: Random
  readonly nowMs: number
  readonly services: readonly { readonly service: TownService; readonly forms: readonly Form[]; readonly weight: number }[]
  readonly staff: readonly Staff[]
  /** The feed position that seeded rows carry as their version. */
  readonly version: number
}

type Colleague = Pick<Staff, 'personId' | 'name'>

const DAY_MS = 86_400_000
const RECENT_DAYS = 12

const isDecided = (material: CaseMaterial, receivedMs: number): boolean =>
  material.random.chance(material.nowMs - receivedMs > RECENT_DAYS * DAY_MS ? 0.965 : 0.25)

/** One case of a citizen, received at a moment, in a state that fits its age. */
export function inventCase(
  material: CaseMaterial,
  citizen: Citizen & { readonly personId: PersonId },
  number: number,
  receivedMs: number,
): DemoCase {
  const { random } = material
  const { service, forms } = random.weighted(material.services.map(entry => [entry, entry.weight] as const))
  const form = forms.length > 1 && material.nowMs - receivedMs > 200 * DAY_MS ? forms[0] : forms.at(-1)
  if (!form) throw new Error(`service ${service.id} has no form`)
  const received = newApplication(material, { service, form, citizen, number, receivedMs })
  const events = [event(material, received, 'received', receivedMs, null)]
  const clerk = colleague(material, service, 'clerk')
  const claimedMs = between(material, receivedMs, 2)
  if (!isDecided(material, receivedMs)) return openCase(material, { received, events, clerk, claimedMs, service })
  return withDetours(decidedCase(material, { received, events, clerk, claimedMs, service }), service, form)
}

interface CaseInWork {
  readonly received: Application
  readonly events: readonly ApplicationEvent[]
  readonly clerk: Colleague
  readonly claimedMs: number
  readonly service: TownService
}

function newApplication(
  { random, version }: CaseMaterial,
  part: { service: TownService; form: Form; citizen: Citizen & { personId: PersonId }; number: number; receivedMs: number },
): Application {
  const { service, form, citizen, number, receivedMs } = part
  const filled = fillForm(form.schema, citizen, random, receivedMs)
  const receivedAt = instantFromMs(receivedMs)
  return {
    id: ApplicationId.parse(uuidV7(receivedMs, random.bytes(10))),
    scope: departmentScope(service.departmentId),
    version,
    number,
    reference: `${TOWN.referencePrefix}-${receivedAt.slice(0, 4)}-${String(number).padStart(6, '0')}`,
    serviceId: service.id,
    formId: form.id,
    departmentId: service.departmentId,
    personId: citizen.personId,
    applicantName: `${citizen.firstName} ${citizen.lastName}`,
    locality: citizen.locality,
    subject: subjectOf(service, form, filled),
    ...UNTOUCHED,
    channel: 'portal',
    receivedAt,
    dueAt: dueAfter(service.deadline, receivedAt),
    attachmentCount: 0,
    form: filled,
    searchText: searchTextOf(form, filled),
  }
}

function openCase(material: CaseMaterial, { received, events, clerk, claimedMs, service }: CaseInWork): DemoCase {
  const state = material.random.weighted([['received', 5], ['in-progress', 4], ['waiting', 1], ['proposed', 3]] as const)
  if (state === 'received') return { application: received, decision: null, events }
  const claimed: Application = { ...received, status: 'in-progress', assigneeId: clerk.personId, assigneeName: clerk.name }
  const known = [...events, event(material, received, 'claimed', claimedMs, clerk)]
  if (state === 'in-progress') return { application: claimed, decision: null, events: known }
  if (state === 'waiting') return waitingCase(material, claimed, known, clerk)
  const proposedMs = between(material, claimedMs, 3)
  const decision = withLetter(material, claimed, service, proposal(material, claimed, service, clerk, proposedMs))
  return {
    application: { ...claimed, status: 'proposed', decisionId: decision.id, outcome: decision.outcome },
    decision,
    events: [...known, event(material, received, 'proposed', proposedMs, clerk)],
  }
}

/** What clerks ask for, one after the other. */
const ASKED = [
  'Bitte senden Sie uns noch eine Kopie Ihres Versicherungsscheins.',
  'Auf dem Lageplan fehlt die Grundstücksgrenze. Bitte reichen Sie einen vollständigen Plan nach.',
  'Bitte teilen Sie uns noch das Datum mit, ab dem die Angaben gelten.',
] as const

function waitingCase(material: CaseMaterial, claimed: Application, known: readonly ApplicationEvent[], clerk: Colleague): DemoCase {
  const askedMs = between(material, msOf(known.at(-1)?.at ?? claimed.receivedAt), 2)
  const asked = { ...event(material, claimed, 'asked', askedMs, clerk), text: material.random.pick(ASKED) }
  return { application: suspended(claimed, asked.at), decision: null, events: [...known, asked] }
}

function decidedCase(material: CaseMaterial, { received, events, clerk, claimedMs, service }: CaseInWork): DemoCase {
  const claimed: Application = { ...received, status: 'in-progress', assigneeId: clerk.personId, assigneeName: clerk.name }
  const proposedMs = between(material, claimedMs, 6)
  const decidedMs = between(material, proposedMs, 3)
  const proposed = proposal(material, claimed, service, clerk, proposedMs)
  const lead = service.releaseMode === 'four-eyes' ? colleague(material, service, 'lead', clerk.personId) : clerk
  const decidedAt = instantFromMs(decidedMs)
  return {
    application: { ...claimed, status: 'decided', outcome: proposed.outcome, decisionId: proposed.id, decidedAt },
    decision: { ...proposed, state: 'approved', settledBy: lead.personId, settledByName: lead.name, settledAt: decidedAt },
    events: [
      ...events,
      event(material, received, 'claimed', claimedMs, clerk),
      event(material, received, 'proposed', proposedMs, clerk),
      event(material, received, 'approved', decidedMs, lead),
    ],
  }
}

const REFUSALS = [
  'Der erforderliche Nachweis wurde trotz Erinnerung nicht vorgelegt.',
  'Die Voraussetzungen der Satzung liegen nicht vor.',
  'Das Grundstück liegt außerhalb des Stadtgebietes.',
] as const

/** Older decisions were told as messages; letters come with the ones proposed at a desk. */
const NOTHING_MORE = { conditions: '', amountCents: null, feeCents: null, letter: null } as const

function proposal(material: CaseMaterial, application: Application, service: TownService, clerk: Colleague, atMs: number): Decision {
  const { random, version } = material
  const outcome = random.chance(0.92) ? 'granted' : 'refused'
  const reason = outcome === 'granted' ? '' : random.pick(REFUSALS)
  return {
    id: DecisionId.parse(uuidV7(atMs, random.bytes(10))),
    scope: application.scope,
    version,
    applicationId: application.id,
    outcome,
    reason,
    ...NOTHING_MORE,
    contentHash: hashOfDecision(application, { outcome, reason, ...NOTHING_MORE }),
    releaseMode: service.releaseMode,
    state: 'proposed',
    authors: [clerk.personId],
    proposedBy: clerk.personId,
    proposedByName: clerk.name,
    proposedAt: instantFromMs(atMs),
    settledBy: null,
    settledByName: null,
    settledFor: null,
    settledForName: null,
    settledAt: null,
    settleReason: null,
  }
}

/** What waits for its release has the letter that will go out, just as if it had been proposed at a desk. */
function withLetter({ services }: CaseMaterial, application: Application, service: TownService, decision: Decision): Decision {
  const template = STANDARD_TEMPLATES.find(({ outcome }) => outcome === decision.outcome)
  const form = services.flatMap(({ forms }) => forms).find(({ id }) => id === application.formId)
  const department = DEPARTMENTS.find(({ id }) => id === application.departmentId)
  if (!template || !form || !department) return decision
  const letterhead = letterheadOf(department.id, department.name)
  const letter = letterFor({ template, letterhead, application, form, service, decision, clerkName: decision.proposedByName, values: {} })
  return { ...decision, letter, contentHash: hashOfDecision(application, { ...decision, letter }) }
}

const event = (
  { random, version }: CaseMaterial,
  application: Application,
  kind: ApplicationEvent['kind'],
  atMs: number,
  actor: Colleague | null,
): ApplicationEvent => ({
  id: EventId.parse(uuidV7(atMs, random.bytes(10))),
  scope: application.scope,
  version,
  applicationId: application.id,
  kind,
  at: instantFromMs(atMs),
  actorId: actor?.personId ?? null,
  actorName: actor?.name ?? null,
  actingFor: null,
  actingForName: null,
  text: null,
  commandId: null,
})

/** Some working hours to some days later, but never after now. */
const between = ({ random, nowMs }: CaseMaterial, fromMs: number, days: number): number =>
  Math.min(nowMs, fromMs + random.between(40 * 60_000, days * DAY_MS))

/** Somebody with the role in the service's department; for a release somebody other than the author. */
function colleague({ random, staff }: CaseMaterial, service: TownService, role: 'clerk' | 'lead', author?: PersonId): Colleague {
  const holders = staff.filter(({ grants, personId }) =>
    personId !== author && grants.some(grant => grant.role === role && grant.departmentId === service.departmentId))
  return random.pick(holders)
}

/** The moment a citizen sends something: mostly on weekdays, mostly by day and in the evening. */
export function momentOfDay({ random }: CaseMaterial, dayMs: number): Instant {
  const hour = random.weighted([[random.between(7, 11), 5], [random.between(12, 17), 4], [random.between(18, 22), 4], [random.between(0, 6), 0.3]] as const)
  return `${instantFromMs(dayMs).slice(0, 10)}T${twoDigits(hour)}:${twoDigits(random.between(0, 59))}:${twoDigits(random.between(0, 59))}.000Z` as Instant
}
