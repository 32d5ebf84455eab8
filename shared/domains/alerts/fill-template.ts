import { instantFromMs, msOf, type Instant } from '../../time.ts'
import type { Content, Wording } from './content.ts'
import type { AlertSettings, AlertTemplate, AlertTopic, Locality } from './tables.ts'

/** What is filled in, by the name of the gap. */
export type GapValues = Readonly<Record<string, string>>

const TEXTS = ['headline', 'text', 'instruction', 'short'] as const
const GAP = /\{([^{}]{1,60})\}/gu

/** The names of all gaps in the order in which somebody reads them, each once. */
export const gapsOf = (wordings: readonly Wording[]): readonly string[] =>
  [...new Set(wordings.flatMap(wording => TEXTS.flatMap(field => [...wording[field].matchAll(GAP)].map(([, name]) => name ?? ''))))]

const filledText = (text: string, values: GapValues): string => text.replaceAll(GAP, (gap, name: string) => (Object.hasOwn(values, name) && values[name]?.trim()) || gap)

/** The words with what is known filled in; a gap without anything stays, and can be seen. */
export const filled = (wording: Wording, values: GapValues): Wording =>
  ({ ...wording, ...Object.fromEntries(TEXTS.map(field => [field, filledText(wording[field], values)])) })

/**
 * The words after somebody has filled in something else. What still stands as the template made it is made anew, so that a
 * slip is mended everywhere at once; where somebody has written, only what is still open is filled.
 */
export function refilled(wordings: readonly Wording[], template: readonly Wording[], before: GapValues, after: GapValues): Wording[] {
  return wordings.map(wording => {
    const source = template.find(({ language }) => language === wording.language)
    const made = source && filled(source, before)
    const anew = source && filled(source, after)
    const texts = TEXTS.map(field => [field, made && anew && wording[field] === made[field] ? anew[field] : filledText(wording[field], after)])
    return { ...wording, ...Object.fromEntries(texts) }
  })
}

const EMPTY_WORDING: Wording = { language: 'de', headline: '', text: '', instruction: '', short: '' }

/** How long a message holds that was begun without a template. */
const MINUTES = { hazard: 240, news: 7 * 1_440 } as const satisfies Readonly<Record<AlertTopic['kind'], number>>
const MINUTE_MS = 60_000

/** What of words that lie ready stands in a message from its beginning. */
type Ready = Pick<AlertTemplate, 'event' | 'category' | 'severity' | 'minutes' | 'wordings' | 'isOneClick'>

/** What a message begins with: from a template with its gaps, or empty but for what its topic and the town say anyhow. */
export function contentFrom(template: Ready | null, topic: AlertTopic, settings: Pick<AlertSettings, 'senderName' | 'localities'> | null, now: Instant): Content {
  const isHazard = topic.kind === 'hazard'
  const minutes = template?.minutes ?? MINUTES[topic.kind]
  return {
    topicId: topic.id,
    event: template?.event ?? '',
    category: template?.category ?? 'Other',
    urgency: isHazard ? 'Immediate' : 'Unknown',
    severity: template?.severity ?? (isHazard ? 'Moderate' : 'Minor'),
    certainty: isHazard ? 'Observed' : 'Unknown',
    wordings: template ? template.wordings.map(wording => ({ ...wording })) : [EMPTY_WORDING],
    areas: template?.isOneClick ? placesIn(template, settings?.localities ?? []) : [],
    source: settings?.senderName ?? '',
    contact: '',
    web: '',
    situationAt: isHazard ? now : null,
    beginsAt: null,
    endsAt: instantFromMs(msOf(now) + minutes * MINUTE_MS),
    channels: [...topic.channels],
  }
}

/** As many areas as one message can have. */
const MOST_AREAS = 40

/** Where words hold that go out as they are: in the localities that they name, or in the whole town. */
function placesIn({ wordings }: Ready, localities: readonly Locality[]): Content['areas'] {
  const words = wordings.map(({ headline, text }) => `${headline} ${text}`).join(' ')
  const named = localities.filter(({ name }) => new RegExp(`(?<!\\p{L})${name.replaceAll(/[$()*+.?[\\\]^{|}]/gu, String.raw`\$&`)}(?!\\p{L})`, 'u').test(words))
  return (named.length > 0 ? named : localities).slice(0, MOST_AREAS).map(({ name }) => ({ kind: 'locality', name }))
}

/** With German words, if only empty ones: without them nothing can be shown. */
export const withGerman = (content: Content): Content =>
  (content.wordings.some(({ language }) => language === 'de') ? content : { ...content, wordings: [EMPTY_WORDING, ...content.wordings] })

/** With empty words in English beside the German ones, to be translated. */
export const withEnglish = (content: Content): Content =>
  (content.wordings.some(({ language }) => language === 'en') ? content : { ...content, wordings: [...content.wordings, { ...EMPTY_WORDING, language: 'en' }] })
