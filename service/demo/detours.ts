import type { Form, TownService } from '../../shared/domains/applications/service-tables.ts'
import type { Application, ApplicationEvent, Decision } from '../../shared/domains/applications/tables.ts'
import { DecisionId, EventId, uuidV7 } from '../../shared/ids.ts'
import { instantFromMs, msOf, type Instant } from '../../shared/time.ts'
import { createRandom, type Random } from './random.ts'

/** A case as it lies in the files of the demo town: the application and what became of it. */
export interface DemoCase {
  readonly application: Application
  readonly decision: Decision | null
  /** Proposals that were sent back before. */
  readonly earlier?: readonly Decision[]
  readonly events: readonly ApplicationEvent[]
}

/** Why leads of the demo town send proposals back. */
const RETURN_REASONS = [
  'Der Bescheid nennt die Rechtsgrundlage nicht. Bitte ergänzen.',
  'Die Gebühr passt nicht zur Satzung. Bitte noch einmal rechnen.',
  'Die Vollmacht liegt nicht in der Akte.',
  'Bitte die Auflage zur Verkehrssicherung aufnehmen.',
] as const

/**
 * What happens to some cases on their way: they come on paper or by telephone, something is asked for, a proposal is sent
 * back. Each case has a random source of its own, so that the rest of the town stays as it is.
 */
export function withDetours(decided: DemoCase, service: TownService, form: Form): DemoCase {
  const { application, decision, events } = decided
  if (!decision || application.status !== 'decided') return decided
  const random = createRandom(application.number)
  const channel = random.weighted([['portal', 80], ['paper', 15], ['telephone', 5]] as const)
  const known = { ...decided, application: { ...application, channel } }
  const asked = random.chance(0.14) ? askedOnTheWay(random, events, askedWords(random, service, form)) : events
  return decision.releaseMode === 'four-eyes' && random.chance(0.07) ? sentBack(random, { ...known, events: asked }, decision) : { ...known, events: asked }
}

/** Most often the same few things are missing: the first document, or a question early in the form. */
function askedWords(random: Random, { documents }: TownService, { sections }: Form): string {
  const questions = sections.flatMap(section => section.fields.map(({ label }) => label))
  const missing = random.weighted([...documents.slice(0, 2), ...questions.slice(2, 6)].map((label, index) => [label, 6 - index] as const))
  return `Für Ihren Antrag fehlt uns noch:\n- ${missing.de}`
}

function askedOnTheWay(random: Random, events: readonly ApplicationEvent[], text: string): readonly ApplicationEvent[] {
  const [received, claimed, ...rest] = events
  const proposed = rest.find(({ kind }) => kind === 'proposed')
  if (!received || !claimed || !proposed) return events
  const asked = { ...claimed, id: newEvent(random, claimed.at), kind: 'asked', at: part(claimed.at, proposed.at, 0.1), text } as const
  const resumed = { ...asked, id: newEvent(random, asked.at), kind: 'resumed', at: part(claimed.at, proposed.at, 0.4 + random.next() * 0.5), text: null, actorId: null, actorName: null } as const
  return [received, claimed, asked, resumed, ...rest]
}

function sentBack(random: Random, decided: DemoCase, decision: Decision): DemoCase {
  const { events } = decided
  const before = events.findLast(({ kind }) => kind !== 'proposed' && kind !== 'approved')
  const proposed = events.find(({ kind }) => kind === 'proposed')
  if (!before || !proposed) return decided
  const proposedAt = part(before.at, proposed.at, 0.3)
  const settledAt = part(before.at, proposed.at, 0.7)
  const reason = random.pick(RETURN_REASONS)
  const earlier: Decision = {
    ...decision, id: DecisionId.parse(uuidV7(msOf(proposedAt), random.bytes(10))), state: 'returned', proposedAt, settledAt, settleReason: reason,
  }
  const first = { ...proposed, id: newEvent(random, proposedAt), at: proposedAt }
  const returned = { ...first, id: newEvent(random, settledAt), kind: 'returned', at: settledAt, actorId: decision.settledBy, actorName: decision.settledByName, text: reason } as const
  const at = events.indexOf(proposed)
  return { ...decided, earlier: [earlier], events: [...events.slice(0, at), first, returned, ...events.slice(at)] }
}

const newEvent = (random: Random, at: Instant): EventId => EventId.parse(uuidV7(msOf(at), random.bytes(10)))

/** A moment between two others. */
const part = (from: Instant, to: Instant, share: number): Instant => instantFromMs(Math.round(msOf(from) + (msOf(to) - msOf(from)) * share))
