import { msOf, type Instant } from '../../time.ts'
import { mobileLength, smsParts } from '../../formats/gsm.ts'
import { problemsOfAreas, type AreaProblem } from './area.ts'
import type { Content, Wording } from './content.ts'
import { shortPrefix, shortText } from './renditions.ts'
import type { Alert, AlertTopic } from './tables.ts'

/** The field in which something has to be done before a message may go out. */
export type AlertField = 'topic' | 'event' | 'headline' | 'text' | 'instruction' | 'short' | 'areas' | 'source' | 'beginsAt' | 'endsAt' | 'channels' | 'wordings'

export type AlertProblemCode =
  | AreaProblem | 'missing' | 'too-long' | 'gap' | 'same-as-headline' | 'end-missing' | 'end-before-begin' | 'end-passed' | 'too-brief' | 'too-far' | 'not-offered' | 'topic-gone'
  | 'german-missing' | 'says-no-drill' | 'says-no-warning'

/** One thing that keeps a message from going out. `character` names the sign, `most` the limit, where the sentence needs them. */
export interface AlertProblem {
  readonly field: AlertField
  readonly code: AlertProblemCode
  readonly language?: Wording['language']
  readonly most?: number
  readonly gap?: string
}

/** CAP profiles cut headlines beyond this. */
export const MOST_HEADLINE = 140
export const MOST_TEXT = 3_000
export const MOST_INSTRUCTION = 1_500
/** Three SMS: more of them arrive apart and out of order. */
export const MOST_PARTS = 3
/** Where no SMS is sent: more than that no device shows at once, nor can be read from ten metres. */
export const MOST_SHORT = 500

const MINUTE_MS = 60_000
const SHORTEST_MINUTES = 5
/** A hazard that is foreseen for longer is said again, with a fresh look at it. */
const LONGEST_HAZARD_MINUTES = 7 * 1_440
const LONGEST_NEWS_MINUTES = 60 * 1_440

type Judged = Pick<Alert, 'content' | 'mode' | 'kind'>

/** Everything that keeps these words from going out now, in the order of the form; empty where nothing does. */
export function problemsOf({ content, mode, kind }: Judged, topic: AlertTopic | undefined, now: Instant): readonly AlertProblem[] {
  return [
    ...topicProblems(content, topic),
    ...(isBlank(content.event) ? [{ field: 'event', code: 'missing' } as const] : []),
    ...(content.wordings.some(({ language }) => language === 'de') ? [] : [{ field: 'wordings', code: 'german-missing' } as const]),
    ...content.wordings.flatMap(wording => wordingProblems(wording, { content, mode, kind }, topic)),
    ...problemsOfAreas(content.areas).map(code => ({ field: 'areas', code }) as const),
    ...(isBlank(content.source) ? [{ field: 'source', code: 'missing' } as const] : []),
    ...timeProblems(content, topic, now, kind),
  ]
}

function topicProblems({ channels }: Content, topic: AlertTopic | undefined): readonly AlertProblem[] {
  if (!topic?.active) return [{ field: 'topic', code: 'topic-gone' }]
  if (channels.length === 0) return [{ field: 'channels', code: 'missing' }]
  return channels.every(channel => topic.channels.includes(channel)) ? [] : [{ field: 'channels', code: 'not-offered' }]
}

function wordingProblems(wording: Wording, alert: Judged, topic: AlertTopic | undefined): readonly AlertProblem[] {
  const { mode, content: { channels } } = alert
  const { language, headline, text, instruction, short } = wording
  const isShortUsed = channels.includes('sms') || channels.includes('push')
  const found: readonly (readonly [Pick<AlertProblem, 'field' | 'code' | 'most' | 'gap'>, boolean])[] = [
    [{ field: 'headline', code: 'missing' }, isBlank(headline)],
    [{ field: 'headline', code: 'too-long', most: MOST_HEADLINE }, Array.from(headline).length > MOST_HEADLINE],
    [{ field: 'text', code: 'missing' }, isBlank(text)],
    [{ field: 'text', code: 'too-long', most: MOST_TEXT }, Array.from(text).length > MOST_TEXT],
    [{ field: 'text', code: 'same-as-headline' }, text.trim() !== '' && text.trim() === headline.trim()],
    [{ field: 'instruction', code: 'missing' }, topic?.kind === 'hazard' && isBlank(instruction)],
    [{ field: 'instruction', code: 'too-long', most: MOST_INSTRUCTION }, Array.from(instruction).length > MOST_INSTRUCTION],
    [{ field: 'short', code: 'missing' }, isShortUsed && isBlank(short)],
    [{ field: 'short', code: 'too-long', most: mostShort(wording, alert) }, channels.includes('sms') ? smsParts(shortText(alert, wording)) > MOST_PARTS : Array.from(short).length > MOST_SHORT],
    ...GAP_FIELDS.flatMap(field => [...wording[field].matchAll(GAP)].map(([gap]) => [{ field, code: 'gap', gap }, true] as const)),
    ...GAP_FIELDS.map(field => [{ field, code: 'says-no-drill' }, mode === 'training' && NO_DRILL.test(wording[field])] as const),
    ...GAP_FIELDS.map(field => [{ field, code: 'says-no-warning' }, mode === 'live' && topic?.kind === 'hazard' && DRILL.test(wording[field])] as const),
  ]
  return found.flatMap(([problem, isThere]) => (isThere ? [{ ...problem, language }] : []))
}

/** Nothing that anybody could read: blanks, and signs that no file can hold. */
const isBlank = (text: string): boolean => text.replaceAll(/[\p{C}\s]/gu, '') === ''

const GAP_FIELDS = ['headline', 'text', 'instruction', 'short'] as const
const GAP = /\{[^{}]{1,60}\}/gu
/** A drill that says it is none was how a whole state was frightened; a warning that calls itself a drill is not believed. News may announce one. */
const NO_DRILL = /\bkeine?\s+(?:Übung|Probe|Test)|\bnot\s+a\s+(?:drill|test|exercise)/iu
const DRILL = /\b(?:dies|das|es)\s+ist\s+(?:nur\s+)?eine\s+(?:Übung|Probe)|^\s*(?:ÜBUNG|PROBEALARM)\b|\bthis\s+is\s+(?:only\s+)?(?:a\s+drill|a\s+test|an\s+exercise)/iu

/** What there is room for beside what stands before it. */
function mostShort(wording: Wording, alert: Judged): number {
  if (!alert.content.channels.includes('sms')) return MOST_SHORT
  return (mobileLength(shortText(alert, wording)).encoding === 'gsm-7' ? 153 : 67) * MOST_PARTS - mobileLength(shortPrefix(alert, wording.language)).units
}

function timeProblems({ beginsAt, endsAt }: Content, topic: AlertTopic | undefined, now: Instant, kind: Alert['kind']): readonly AlertProblem[] {
  if (endsAt === null) return [{ field: 'endsAt', code: 'end-missing' }]
  if (endsAt <= now) return [{ field: 'endsAt', code: 'end-passed' }]
  if (beginsAt !== null && endsAt <= beginsAt) return [{ field: 'endsAt', code: 'end-before-begin' }]
  const minutes = (msOf(endsAt) - msOf(beginsAt !== null && beginsAt > now ? beginsAt : now)) / MINUTE_MS
  if (minutes < SHORTEST_MINUTES && kind !== 'all-clear' && kind !== 'cancel') return [{ field: 'endsAt', code: 'too-brief', most: SHORTEST_MINUTES }]
  const longest = topic?.kind === 'news' ? LONGEST_NEWS_MINUTES : LONGEST_HAZARD_MINUTES
  return minutes > longest ? [{ field: 'endsAt', code: 'too-far', most: longest / 1_440 }] : []
}
