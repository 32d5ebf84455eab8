import type { TFunction } from 'i18next'
import type { Language } from '../../../../shared/domains/alerts/content.ts'
import type { AlertField, AlertProblem, AlertProblemCode } from '../../../../shared/domains/alerts/problems.ts'

export type TimeField = 'situationAt' | 'beginsAt' | 'endsAt'

/** What keeps a message from being given on: what the rules say, and a time that nobody can read. */
export type ComposerProblem = AlertProblem | { readonly field: TimeField; readonly code: 'no-time'; readonly language?: undefined; readonly most?: undefined; readonly gap?: undefined }

/** What is merely not done yet; everything else is said while it is typed. */
const NOT_YET: readonly (AlertProblemCode | 'no-time')[] = ['missing', 'gap', 'area-missing', 'end-missing', 'german-missing']

export const isMerelyOpen = ({ code }: ComposerProblem): boolean => NOT_YET.includes(code)

/** The problem as a sentence for its field. */
export function problemSentence(t: TFunction, problem: ComposerProblem): string {
  if (problem.code === 'missing') return t(`alerts.missing.${missingField(problem.field)}`)
  return t(`alerts.problem.${problem.code}`, { most: problem.most ?? 0, gap: problem.gap ?? '' })
}

const MISSING = ['event', 'headline', 'text', 'instruction', 'short', 'source', 'channels'] as const

const missingField = (field: ComposerProblem['field']): (typeof MISSING)[number] => MISSING.find(one => one === field) ?? 'text'

/** What is left to do: a gap is one thing, in however many texts it stands. */
export const eachOnce = (problems: readonly ComposerProblem[]): readonly ComposerProblem[] =>
  problems.filter((problem, index) => problem.gap === undefined || problems.findIndex(({ gap }) => gap === problem.gap) === index)

/** The field of a problem, in words; with the language where there are two. */
export function fieldWords(t: TFunction, { field, language, gap }: Pick<ComposerProblem, 'field' | 'language' | 'gap'>, hasTwo: boolean): string {
  if (gap !== undefined) return gap.replaceAll(/[{}]/gu, '')
  const name = t(`alerts.field.${field}`)
  return language && hasTwo ? t('alerts.fieldIn', { name, language: t(`languages.${language}`) }) : name
}

const IN_WORDS: readonly (AlertField | TimeField)[] = ['headline', 'text', 'instruction', 'short']

/** Where a field stands on the page. */
export const fieldId = (field: ComposerProblem['field'], language: Language = 'de'): string => (IN_WORDS.includes(field) ? `alert-${field}-${language}` : `alert-${field}`)

/** Where the field of a gap of the template stands. */
export const gapId = (gap: string): string => `alert-gap-${gap.replaceAll(/[{}]/gu, '')}`

/** Puts the focus where a problem is mended, and moves its screen so that it is seen. */
export function goToProblem({ field, language, gap }: Pick<ComposerProblem, 'field' | 'language' | 'gap'>): void {
  const place = document.getElementById(gap === undefined ? fieldId(field, language) : gapId(gap))
  const aim = place?.querySelector<HTMLElement>('input, textarea, button') ?? place
  const screen = aim?.closest('.screen')
  if (!aim || !screen) return
  aim.focus({ preventScroll: true })
  // Only the screen is moved: `scrollIntoView` would move the frame around it too.
  screen.scrollTop += aim.getBoundingClientRect().top - screen.getBoundingClientRect().top - screen.clientHeight / 3
}
