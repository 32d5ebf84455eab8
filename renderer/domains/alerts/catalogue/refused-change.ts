import type { TFunction } from 'i18next'
import type { AttentionItem } from '../../../../shared/contract/status.ts'
import { canonicalJson } from '../../../../shared/canonical.ts'
import { CATEGORIES, Severity, Wording } from '../../../../shared/domains/alerts/content.ts'
import type { Json } from '../../../../shared/json.ts'
import { durationWords } from './durations.ts'
import { fieldName } from './template-words.ts'
import { TEXTS, WORD_KEYS, wordKey, WORDS_OF, type HeadField } from './written-template.ts'

type Difference = AttentionItem['differences'][number]
type Refused = Pick<AttentionItem, 'table' | 'differences'>

/** What was changed at a template that somebody else has changed too, text by text: of many words only those that differ are compared. */
export const refusedDifferences = ({ table, differences }: Refused): readonly Difference[] =>
  (table === 'alert_templates' ? differences.flatMap(textByText) : differences)

function textByText(difference: Difference): readonly Difference[] {
  const of = WORDS_OF.find(one => one === difference.field)
  if (!of) return [difference]
  const [seen, now] = [wordsIn(of, difference.seen), wordsIn(of, difference.now)]
  const mine = difference.mine === undefined ? seen : wordsIn(of, difference.mine)
  return WORD_KEYS.filter(key => key.startsWith(`${of} `)).flatMap(field => {
    const [before, after, own] = [seen.get(field) ?? '', now.get(field) ?? '', mine.get(field) ?? '']
    if (before === after && before === own) return []
    return [{ field, seen: before, now: after, ...(own !== before && { mine: own }) }]
  })
}

const wordsIn = (of: (typeof WORDS_OF)[number], value: Json): ReadonlyMap<string, string> =>
  new Map((Wording.array().safeParse(value).data ?? []).flatMap(wording => TEXTS.map(text => [wordKey(of, wording.language, text), wording[text]] as const)))

const HEAD: readonly HeadField[] = ['name', 'topicId', 'event', 'minutes', 'category', 'severity', 'isOneClick', 'active']
const SETTINGS = ['sender', 'senderName', 'regionCode', 'localities', 'trainingAddresses', 'escalateMinutes', 'officerAddresses', 'leadAddresses'] as const
const TOPIC = { name: 'nameDe', description: 'descriptionDe', kind: 'kind', departmentId: 'departmentId', channels: 'channels', active: 'active' } as const

/** What a field of a topic, a template or the settings is called; undefined for everything else. */
export function refusedField(t: TFunction, table: AttentionItem['table'], field: string): string | undefined {
  const word = WORD_KEYS.find(key => key === field)
  const head = HEAD.find(one => one === field)
  if (table === 'alert_templates') return word ?? head ? fieldName(t, word ?? head ?? 'name') : undefined
  const setting = SETTINGS.find(one => one === field)
  if (table === 'alert_settings') return setting && t(`alertCatalogue.settingsField.${setting}`)
  const topic = table === 'alert_topics' ? (['name', 'description', 'kind', 'departmentId', 'channels', 'active'] as const).find(one => one === field) : undefined
  return topic && t(`alertCatalogue.topicField.${TOPIC[topic]}`)
}

/** A value in words where it is one of a list or a length of time; undefined for everything else. */
export function refusedValue(t: TFunction, table: AttentionItem['table'], field: string, value: Json): string | undefined {
  if (table !== 'alert_templates') return undefined
  const category = field === 'category' ? CATEGORIES.find(one => canonicalJson(one) === canonicalJson(value)) : undefined
  const severity = field === 'severity' ? Severity.safeParse(value).data : undefined
  if (category) return t(`alerts.categories.${category}`)
  if (severity) return t(`alerts.severities.${severity}`)
  return field === 'minutes' && typeof value === 'number' ? durationWords(t, value) : undefined
}
