import type { Channel } from '../../../shared/domains/alerts/content.ts'
import type { AlertTopic } from '../../../shared/domains/alerts/tables.ts'
import { DepartmentId, TopicId } from '../../../shared/ids.ts'
import { TOWN_SCOPE } from '../../../shared/scope.ts'
import type { DepartmentKey } from '../town.ts'

interface Plan {
  readonly department: DepartmentKey
  readonly kind?: AlertTopic['kind']
  readonly name: AlertTopic['name']
  readonly description: AlertTopic['description']
  readonly channels: readonly Channel[]
}

const PLANS = {
  gefahren: {
    department: 'ordnung', kind: 'hazard', name: { de: 'Gefahrenhinweise', en: 'Hazards' }, channels: ['email', 'sms', 'push', 'feed', 'display'],
    description: { de: 'Brand, Sturm, Hochwasser, Ausfall von Wasser oder Strom: was los ist und was Sie tun sollten.', en: 'Fire, storm, flood, no water or no power: what is going on and what to do.' },
  },
  kinderbetreuung: {
    department: 'bildung', name: { de: 'Kinderbetreuung', en: 'Child care' }, channels: ['email', 'sms', 'push', 'feed'],
    description: { de: 'Wenn eine Kita oder ein Hort geschlossen bleibt oder kürzer öffnet.', en: 'When a day-care centre stays closed or opens for fewer hours.' },
  },
  ausschreibungen: {
    department: 'bau', name: { de: 'Ausschreibungen', en: 'Tenders' }, channels: ['email', 'feed'],
    description: { de: 'Aufträge der Stadt, um die Sie sich mit Ihrem Betrieb bewerben können.', en: 'Contracts of the town that your business may apply for.' },
  },
  vereine: {
    department: 'buergerservice', name: { de: 'Vereine', en: 'Clubs' }, channels: ['email', 'feed', 'display'],
    description: { de: 'Förderung, Räume und Termine für Vereine in allen Ortschaften.', en: 'Grants, rooms and dates for clubs in all localities.' },
  },
  'neue-nachbarn': {
    department: 'buergerservice', name: { de: 'Neue Nachbarn', en: 'New neighbours' }, channels: ['email', 'push', 'feed', 'display'],
    description: { de: 'Für alle, die gerade hergezogen sind: Ämter, Kurse, Treffen.', en: 'For everybody who has just moved here: offices, courses, meetings.' },
  },
  freibaeder: {
    department: 'bau', name: { de: 'Freibäder', en: 'Open-air pools' }, channels: ['email', 'push', 'feed', 'display'],
    description: { de: 'Ob das Bad heute öffnet, und wann die Saison beginnt.', en: 'Whether the pool opens today, and when the season begins.' },
  },
} as const satisfies Readonly<Record<string, Plan>>

export type TopicKey = keyof typeof PLANS

export const topicIdOf = (key: TopicKey): TopicId => TopicId.parse(key)

/** What people of the demo town subscribe to. */
export const demoTopics = (): readonly AlertTopic[] => (Object.entries(PLANS) as readonly (readonly [TopicKey, Plan])[]).map(([key, { department, kind = 'news', name, description, channels }], position) => ({
  id: topicIdOf(key), scope: TOWN_SCOPE, version: 0, departmentId: DepartmentId.parse(department), kind, name, description, channels: [...channels], position: position + 1, active: true,
}))
