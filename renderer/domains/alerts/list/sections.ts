import type { Actor } from '../../../../shared/actor.ts'
import type { ShownAlert } from '../../../../shared/contract/alerts.ts'
import { awaitsReview, lacksAllClear } from '../../../../shared/domains/alerts/outstanding.ts'
import { isSecondPerson, mayReview } from '../../../../shared/domains/alerts/release-commands.ts'
import { stageOf } from '../../../../shared/domains/alerts/stage.ts'
import type { AlertTopic } from '../../../../shared/domains/alerts/tables.ts'
import { msOf, type Instant } from '../../../../shared/time.ts'

/** In the order in which they call for somebody. */
export const SECTIONS = ['release', 'uncalled', 'ending', 'review', 'wished', 'live', 'pending', 'draft', 'history'] as const
export type SectionName = (typeof SECTIONS)[number]

type Acting = Pick<Actor, 'personId' | 'grants'>

/** Where a message stands for a person: what is asked of them comes before what only is. */
export function sectionOf(alert: ShownAlert, topic: AlertTopic | undefined, person: Acting, now: Instant): SectionName {
  const stage = stageOf(alert, now)
  if (lacksAllClear(alert, topic, now)) return 'uncalled'
  if (stage === 'live' && endsSoon(alert, topic, now)) return 'ending'
  if (awaitsReview(alert) && mayReview(alert, person)) return 'review'
  if (stage === 'draft' || stage === 'returned') return alert.wished ? 'wished' : 'draft'
  if (stage === 'pending') return isSecondPerson(alert, person) ? 'release' : 'pending'
  return stage === 'live' ? 'live' : 'history'
}

/** All messages by where they stand; in each part what ends first or was changed last comes first. */
export function sectionsOf(alerts: readonly ShownAlert[], topics: readonly AlertTopic[], person: Acting, now: Instant): ReadonlyMap<SectionName, readonly ShownAlert[]> {
  const found = Map.groupBy(alerts, alert => sectionOf(alert, topics.find(({ id }) => id === alert.content.topicId), person, now))
  const live = found.get('live')?.toSorted((one, other) => ((one.content.endsAt ?? '') < (other.content.endsAt ?? '') ? -1 : 1))
  return live ? new Map([...found, ['live', live]]) : found
}

/** So long before its end somebody is asked whether it goes on. */
const NAG_MS = 30 * 60_000

/** Whether a warning that holds ends so soon that somebody has to decide now. */
export const endsSoon = ({ kind, content: { endsAt } }: Pick<ShownAlert, 'kind' | 'content'>, topic: AlertTopic | undefined, now: Instant): boolean =>
  topic?.kind === 'hazard' && ['alert', 'update'].includes(kind) && endsAt !== null && endsAt > now && msOf(endsAt) - msOf(now) <= NAG_MS

/** What calls for somebody; the others only are. */
export const CALLING: readonly SectionName[] = ['release', 'uncalled', 'ending', 'review', 'wished']

/** How many messages wait for something that this person can do. */
export const waitingFor = (sections: ReadonlyMap<SectionName, readonly ShownAlert[]>): number => CALLING.reduce((sum, name) => sum + (sections.get(name)?.length ?? 0), 0)
