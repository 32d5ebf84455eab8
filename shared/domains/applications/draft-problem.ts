import type { Words } from './service-draft.ts'

export const PROBLEM_CODES = [
  'missing', 'too-long', 'too-many', 'amount-invalid', 'days-invalid', 'months-invalid', 'email-invalid', 'contact-empty',
  'deadline-gewo', 'deadline-law-months', 'deadline-too-long', 'key-invalid', 'key-twice', 'single-without-four-eyes',
  'schema-invalid', 'rule-unknown', 'rule-missing', 'required-unknown', 'not-laid-out', 'laid-out-twice', 'bounds-invalid',
  'pattern-invalid', 'choices-missing', 'choice-invalid', 'sections-missing', 'section-empty', 'field-unfit',
] as const
export type ProblemCode = (typeof PROBLEM_CODES)[number]

/** What keeps a draft from being published; `path` names the field it is shown beside, such as `form.fields.dogName.label.de`. */
export interface ServiceProblem {
  readonly path: string
  readonly code: ProblemCode
}

export const problem = (path: string, code: ProblemCode, isThere = true): readonly ServiceProblem[] => (isThere ? [{ path, code }] : [])

/** As long as a label may be. */
const LONGEST_WORDS = 400

/** A text has to be there in both languages, and must not be too long. */
export const wordProblems = (path: string, words: Words, longest = LONGEST_WORDS): readonly ServiceProblem[] =>
  (['de', 'en'] as const).flatMap(language => textProblems(`${path}.${language}`, words[language], longest))

export const textProblems = (path: string, text: string, longest: number): readonly ServiceProblem[] => [
  ...problem(path, 'missing', text.trim() === ''),
  ...problem(path, 'too-long', text.length > longest),
]

export const tooMany = (path: string, count: number, most: number): readonly ServiceProblem[] => problem(path, 'too-many', count > most)
