import { contentHash } from '../../../shared/canonical.ts'
import { contentFrom, filled } from '../../../shared/domains/alerts/fill-template.ts'
import type { Content } from '../../../shared/domains/alerts/content.ts'
import { referenceTo } from '../../../shared/domains/alerts/identifier.ts'
import type { Alert, AlertTopic } from '../../../shared/domains/alerts/tables.ts'
import { germanDay, germanTime, plusCalendarDays } from '../../../shared/german-days.ts'
import { AlertId, derivedUuid, type PersonId } from '../../../shared/ids.ts'
import { channelScope } from '../../../shared/scope.ts'
import { instantFromMs, msOf, type Instant } from '../../../shared/time.ts'
import { demoStaff } from '../staff.ts'
import { TOWN } from '../town.ts'
import { messagePlans, type MessagePlan, type Words } from './message-plans.ts'
import { demoAlertSettings } from './settings.ts'
import { demoTemplate } from './templates.ts'
import { demoTopics } from './topics.ts'

const MINUTE_MS = 60_000
const minutesAfter = (instant: Instant, minutes: number): Instant => instantFromMs(msOf(instant) + minutes * MINUTE_MS)

interface By {
  readonly at: Instant
  readonly byPersonId: PersonId
  readonly byName: string
}

/** Who did it, so many minutes after the message was begun. */
type Deed = (login: string, after: number) => By

/** The messages of the demo town around `now`, the later ones of a matter after those they follow. */
export function demoAlerts(now: Instant): readonly Alert[] {
  const staff = new Map(demoStaff(now).map(({ login, personId, name }) => [login, { personId, name }]))
  const made = new Map<string, Alert>()
  for (const plan of messagePlans(wordsAt(now))) {
    const createdAt = minutesAfter(now, -plan.minutesAgo)
    const deed: Deed = (login, after) => {
      const person = staff.get(login)
      if (!person) throw new Error(`nobody is called ${login}`)
      return { at: minutesAfter(createdAt, after), byPersonId: person.personId, byName: person.name }
    }
    made.set(plan.key, demoAlert(plan, createdAt, deed, plan.follows === undefined ? undefined : made.get(plan.follows)))
  }
  return [...made.values()]
}

export const alertIdOf = (key: string): AlertId => AlertId.parse(derivedUuid(TOWN.id, `alerts/message/${key}`))

const wordsAt = (now: Instant): Words => ({
  clock: minutesAgo => germanTime(minutesAfter(now, -minutesAgo)),
  day: days => plusCalendarDays(germanDay(now), days).split('-').toReversed().join('.'),
})

function demoAlert(plan: MessagePlan, createdAt: Instant, deed: Deed, before: Alert | undefined): Alert {
  const { key, mode = 'live', kind = 'alert', writer, submitted, wished, judged, withdrawn, stopped, endedBy } = plan
  const topic = topicOf(plan)
  const content = contentOf(plan, topic, createdAt)
  const hash = contentHash(content)
  const reference = before && referenceTo(TOWN.id, before)
  const author = deed(writer, 0)
  return {
    id: alertIdOf(key), scope: channelScope(topic.departmentId), version: 0, mode, kind, earlier: reference ? [reference] : [], content, createdAt,
    authors: [{ personId: author.byPersonId, name: author.byName }], submitted: submitted && judged?.[2] !== 'returned' ? { ...deed(...submitted), contentHash: hash } : null, wished: wished ? deed(...wished) : null,
    judged: judged ? { ...deed(judged[0], judged[1]), kind: judged[2], reason: judged[3] } : null, withdrawn: withdrawn ? deed(...withdrawn) : null, released: releasedOf(plan, deed, hash),
    stopped: stopped ? { ...deed(stopped[0], stopped[1]), reason: stopped[2] } : null, endedById: endedBy === undefined ? null : alertIdOf(endedBy),
  }
}

function topicOf({ template }: MessagePlan): AlertTopic {
  const topic = demoTopics().find(({ id }) => id === demoTemplate(template).topicId)
  if (!topic) throw new Error(`no topic for ${template}`)
  return topic
}

function contentOf({ template, kind, places, values, source, holds }: MessagePlan, topic: AlertTopic, createdAt: Instant): Content {
  const ready = demoTemplate(template)
  const content = contentFrom(kind === 'all-clear' ? { ...ready, wordings: ready.allClear } : ready, topic, demoAlertSettings(), createdAt)
  return {
    ...content, ...(kind === 'all-clear' && { urgency: 'Past' as const, severity: 'Minor' as const }), wordings: content.wordings.map(wording => filled(wording, values)),
    areas: places.map(name => ({ kind: 'locality' as const, name })), source: source ?? content.source, endsAt: minutesAfter(createdAt, holds),
  }
}

function releasedOf(plan: MessagePlan, deed: Deed, hash: string): Alert['released'] {
  const { released, alone, places } = plan
  if (!released) return null
  const reviewed = alone?.reviewed
  const emergency = alone ? { reason: alone.reason, reviewed: reviewed ? { ...deed(reviewed[0], reviewed[1]), verdict: 'confirmed' as const, note: reviewed[2] } : null } : null
  const { sender, senderName, regionCode, localities } = demoAlertSettings()
  const named = places.flatMap(place => localities.filter(({ name }) => name === place))
  return { ...deed(...released), contentHash: hash, sender, senderName, regionCode, topicName: topicOf(plan).name.de, places: named, emergency }
}
