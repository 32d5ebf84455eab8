import type { Instant } from '../../time.ts'
import { MOST_PARTS, MOST_SHORT, problemsOf, type AlertProblem } from './problems.ts'
import { contentFrom, filled, gapsOf, type GapValues } from './fill-template.ts'
import type { Wording } from './content.ts'
import { PLACE_GAP } from './follow-up-content.ts'
import type { Alert, AlertSettings, AlertTemplate, AlertTopic } from './tables.ts'

export type TemplateContent = Omit<AlertTemplate, 'id' | 'scope' | 'version'>

/** The words a template has: for the event, and for its end. */
export type WordsOf = 'wordings' | 'allClear'

export type TemplateProblemCode =
  | 'missing' | 'topic-gone' | 'same-event' | 'minutes' | 'too-brief' | 'too-far' | 'brace' | 'gap-one-language' | 'gap-at-end' | 'gap-one-click' | 'too-long' | 'too-many-parts'
  | 'same-as-headline' | 'german-missing' | 'says-no-drill' | 'says-no-warning'

/** One thing for which a message that begins with these words could not go out, or not as it should. */
export interface TemplateProblem {
  readonly field: 'name' | 'topicId' | 'event' | 'minutes' | 'isOneClick' | 'headline' | 'text' | 'instruction' | 'short' | 'wordings'
  readonly code: TemplateProblemCode
  /** Which words and in which language; absent where it is about the template as a whole. */
  readonly of?: WordsOf
  readonly language?: Wording['language']
  readonly gap?: string
  readonly most?: number
}

export interface TemplateCase {
  readonly content: TemplateContent
  readonly topic: AlertTopic | undefined
  readonly settings: Pick<AlertSettings, 'senderName' | 'localities'> | null
  /** All other templates of the town. */
  readonly others: readonly AlertTemplate[]
  readonly now: Instant
}

const SHORTEST_MINUTES = 5
const LONGEST_MINUTES = 43_200
const TEXTS = ['headline', 'text', 'instruction', 'short'] as const

/** Everything that is wrong with words that lie ready, in the order of their form; judged by the same rules as the message they become. */
export function templateProblems(one: TemplateCase): readonly TemplateProblem[] {
  return [...headProblems(one), ...(['wordings', 'allClear'] as const).flatMap(of => [...gapProblems(one, of), ...wordsProblems(one, of)])]
}

function headProblems({ content, topic, others }: TemplateCase): readonly TemplateProblem[] {
  const { name, event, topicId, minutes, active } = content
  // The all-clear of a message is found by topic and event.
  const isTaken = active && others.some(other => other.active && other.topicId === topicId && other.event === event.trim())
  const found: readonly (readonly [TemplateProblem, boolean])[] = [
    [{ field: 'name', code: 'missing' }, name.trim() === ''],
    [{ field: 'topicId', code: 'topic-gone' }, !topic?.active],
    [{ field: 'event', code: 'missing' }, event.trim() === ''],
    [{ field: 'event', code: 'same-event' }, event.trim() !== '' && isTaken],
    [{ field: 'minutes', code: 'minutes' }, !Number.isInteger(minutes) || minutes < SHORTEST_MINUTES || minutes > LONGEST_MINUTES],
    [{ field: 'isOneClick', code: 'gap-one-click' }, content.isOneClick && gapsOf(content.wordings).length > 0],
  ]
  return found.flatMap(([problem, isThere]) => (isThere ? [problem] : []))
}

function gapProblems({ content }: TemplateCase, of: WordsOf): readonly TemplateProblem[] {
  const wordings = content[of]
  const loose = wordings.flatMap(wording => TEXTS.flatMap(field => (looseBrace(wording[field]) ? [{ field, code: 'brace', of, language: wording.language } as const] : [])))
  // In the all-clear the place alone is filled in, by what the message before says.
  const atEnd = of === 'allClear' ? wordings.flatMap(wording => gapPlaces(wording, gap => gap !== PLACE_GAP).map(place => ({ ...place, code: 'gap-at-end', of } as const))) : []
  const alone = wordings.length < 2 ? [] : wordings.flatMap(wording => {
    const elsewhere = gapsOf(wordings.filter(one => one !== wording))
    return gapPlaces(wording, gap => !elsewhere.includes(gap) && wording.language !== 'de').map(place => ({ ...place, code: 'gap-one-language', of } as const))
  })
  return [...loose, ...atEnd, ...alone]
}

/** Where a wording has gaps of some kind, each once. */
function gapPlaces(wording: Wording, isMeant: (gap: string) => boolean): readonly Pick<TemplateProblem, 'field' | 'language' | 'gap'>[] {
  return gapsOf([wording]).filter(isMeant).map(gap => ({ field: TEXTS.find(field => wording[field].includes(`{${gap}}`)) ?? 'text', language: wording.language, gap: `{${gap}}` }))
}

/** A brace that opens or closes nothing, or has nothing in it that could be a name. */
const looseBrace = (text: string): boolean => /[{}]/u.test(text.replaceAll(/\{[^{}]{1,60}\}/gu, ''))

/** What the rules say of the message that these words become, with every gap filled as long as it may get. */
function wordsProblems({ content, topic, settings, now }: TemplateCase, of: WordsOf): readonly TemplateProblem[] {
  if (!topic) return []
  const fillings = longestFilling(content[of], settings)
  const wordings = content[of].map(wording => filled(wording, fillings))
  const { minutes } = content
  const begun = contentFrom({ ...content, minutes: Number.isInteger(minutes) ? minutes : SHORTEST_MINUTES }, topic, settings, now)
  const kind = of === 'allClear' ? 'all-clear' : 'alert'
  const told = { ...begun, wordings }
  const problems = (['live', 'training'] as const).flatMap((mode: Alert['mode']) => problemsOf({ content: told, mode, kind }, topic, now))
  return uniqued(problems.flatMap(problem => asTemplates(problem, of)))
}

const OF_WORDS = ['missing', 'too-long', 'same-as-headline', 'german-missing', 'says-no-drill', 'says-no-warning'] as const

function asTemplates({ field, code, language, most }: AlertProblem, of: WordsOf): readonly TemplateProblem[] {
  if (field === 'endsAt') return of === 'wordings' && (code === 'too-far' || code === 'too-brief') ? [{ field: 'minutes', code, most: most ?? 0 }] : []
  if (field === 'short' && code === 'too-long' && language && most !== MOST_SHORT) return [{ field, code: 'too-many-parts', of, language, most: MOST_PARTS }]
  const known = OF_WORDS.find(one => one === code)
  const place = field === 'wordings' ? field : TEXTS.find(one => one === field)
  return known && place ? [{ field: place, code: known, of, ...(language && { language }), ...(most !== undefined && { most }) }] : []
}

const uniqued = (problems: readonly TemplateProblem[]): readonly TemplateProblem[] => [...new Map(problems.map(problem => [JSON.stringify(problem), problem])).values()]

/** As long as what somebody types at night is likely to get; a place is as long as the longest name of a locality. */
export const LONGEST_FILLING = 40

/** Every gap with the longest that may come into it. */
export function longestFilling(wordings: readonly Wording[], settings: Pick<AlertSettings, 'localities'> | null): GapValues {
  const place = (settings?.localities ?? []).map(({ name }) => name).reduce((one, other) => (other.length > one.length ? other : one), '')
  return Object.fromEntries(gapsOf(wordings).map(gap => [gap, gap === PLACE_GAP && place ? place : 'x'.repeat(LONGEST_FILLING)]))
}
