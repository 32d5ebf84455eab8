import type { Bilingual } from '../../json.ts'
import { DAILY_WORDS } from './daily-words.ts'
import { HEALTH_WORDS } from './health-words.ts'
import { TOWN_WORDS } from './town-words.ts'
import type { ActionWords } from './words.ts'

const WORDS: ActionWords = { ...DAILY_WORDS, ...HEALTH_WORDS, ...TOWN_WORDS }

/** What an action of the audit log is called; undefined for one that this version does not know. */
export function actionWords(action: string): Bilingual | undefined {
  const [domain = '', verb = ''] = action.split('.')
  const words = WORDS[domain]?.[verb]
  return words && { de: words[0], en: words[1] }
}

/** Every action there are words for, by domain: `applications` → `applications.approve`, … */
export const ACTIONS_BY_DOMAIN: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(WORDS).map(([domain, verbs]) => [domain, Object.keys(verbs).map(verb => (verb === '' ? domain : `${domain}.${verb}`))]),
)

const ALL: readonly string[] = [...ACTIONS_BY_DOMAIN.values()].flat()
const including = (...words: readonly RegExp[]): readonly string[] => ALL.filter(action => words.some(word => word.test(action)))

/** What is looked for most, across all domains. */
export const ACTION_GROUPS = {
  viewed: including(/\.view(ed)?(-|$)/, /\.reveal$/, /-searched$/, /^audit\.searched$/),
  'given-out': including(/export/, /\.print-letters$/, /\.view-print$/, /\.booked$/),
  deleted: including(/(\.|-)(delete|deleted|forgotten)$/),
  rights: including(/^staff\./, /^departments\./, /^town-setup\.add-/, /^town\.first-people$/),
} as const satisfies Readonly<Record<string, readonly string[]>>
export type ActionGroup = keyof typeof ACTION_GROUPS

/** Domains of which every entry is about somebody's health. */
export const HEALTH_DOMAIN = 'vaccinations'
/** The same outside of it. */
export const HEALTH_ACTIONS: readonly string[] = ['privacy.health-deleted']
/** Tables of health data: an entry that changes one belongs to the health part, whatever did it. */
export const HEALTH_TABLES: readonly string[] = ['vaccines', 'vaccine_batches', 'vaccination_rules', 'vaccination_sessions', 'vaccination_visits', 'vaccinations', 'vaccination_recalls', 'recall_contacts', 'side_effects']
