import { exampleLetter, EXAMPLE_LETTERHEAD } from './example-letter.ts'
import { variablesIn } from './fill.ts'
import { missingParts, type LetterPart } from './missing-parts.ts'
import { PARAGRAPH_PROBLEMS, paragraphProblems } from './paragraph-problems.ts'
import { AskedVariable } from './tables.ts'
import type { TemplateContent } from './template-content.ts'
import { formVariable, knownVariables, likelyMeant } from './variables.ts'

export const TEMPLATE_PROBLEMS = [
  'missing', 'too-long', 'too-many', 'service-unknown', 'certificate-is-general', 'notice-is-general', 'position-invalid', 'variable-unknown', 'variable-broken',
  'name-invalid', 'name-twice', 'name-known', 'not-used', 'nobody-asked', 'reasons', 'remedies', 'remedies-seat', 'remedies-period',
  ...PARAGRAPH_PROBLEMS,
] as const
export type TemplateProblemCode = (typeof TEMPLATE_PROBLEMS)[number]

/** What keeps a template from being published; `path` names the field it is shown beside, such as `paragraphs.2`. */
export interface TemplateProblem {
  readonly path: string
  readonly code: TemplateProblemCode
  /** The variable it is about, as it was written. */
  readonly variable?: string
  /** The one that was probably meant. */
  readonly meant?: string
}

/** What a template may name beside what every letter knows. */
export interface TemplateSurroundings {
  /** Whether there is a service of the id the template names; true where it names none. */
  readonly hasService: boolean
  /** The questions of the service's form. */
  readonly formKeys: readonly string[]
}

/** Everything that keeps a template from being published, in the order of the editor; empty when it can be. Pure. */
export const templateProblems = (content: TemplateContent, around: TemplateSurroundings): readonly TemplateProblem[] => [
  ...headProblems(content, around),
  ...askedProblems(content),
  ...variableProblems(content, around),
  ...content.paragraphs.flatMap((text, index) => paragraphProblems(text, content.outcome).map(problem => ({ path: `paragraphs.${index}`, ...problem }))),
  ...partProblems(content),
]

const when = (isThere: boolean, path: string, code: TemplateProblemCode): readonly TemplateProblem[] => (isThere ? [{ path, code }] : [])

const textProblems = (path: string, text: string, longest: number): readonly TemplateProblem[] =>
  [...when(text.trim() === '', path, 'missing'), ...when(text.length > longest, path, 'too-long')]

function headProblems({ title, serviceId, outcome, position, subject, paragraphs, remedies }: TemplateContent, { hasService }: TemplateSurroundings): readonly TemplateProblem[] {
  return [
    ...textProblems('title', title, 120),
    ...when(!hasService, 'serviceId', 'service-unknown'),
    ...when(outcome === 'certificate' && serviceId !== '', 'serviceId', 'certificate-is-general'),
    ...when(outcome === 'notice' && serviceId !== '', 'serviceId', 'notice-is-general'),
    ...when(position === null || !Number.isInteger(position) || position < 1 || position > 99, 'position', 'position-invalid'),
    ...textProblems('subject', subject, 300),
    ...when(paragraphs.length === 0, 'paragraphs', 'missing'),
    ...when(paragraphs.length > 40, 'paragraphs', 'too-many'),
    ...paragraphs.flatMap((paragraph, index) => textProblems(`paragraphs.${index}`, paragraph, 8_000)),
    ...when(remedies.length > 4_000, 'remedies', 'too-long'),
  ]
}

function askedProblems({ asked, ...content }: TemplateContent): readonly TemplateProblem[] {
  const counts = Map.groupBy(asked, ({ name }) => name)
  const known = knownVariables(content.outcome)
  const used = new Set(placesOf(content).flatMap(({ text }) => variablesIn(text)))
  return [
    ...when(asked.length > 20, 'asked', 'too-many'),
    // A run proposes nothing one by one: nobody would be asked.
    ...when(asked.length > 0 && content.outcome === 'notice', 'asked', 'nobody-asked'),
    ...asked.flatMap(({ name, label }, index) => [
      ...textProblems(`asked.${index}.label`, label, 120),
      ...when(!AskedVariable.shape.name.safeParse(name).success, `asked.${index}.name`, 'name-invalid'),
      ...when((counts.get(name)?.length ?? 0) > 1, `asked.${index}.name`, 'name-twice'),
      ...when(known.includes(name), `asked.${index}.name`, 'name-known'),
      ...when(!used.has(name), `asked.${index}.name`, 'not-used'),
    ]),
  ]
}

type Texts = Pick<TemplateContent, 'subject' | 'paragraphs' | 'remedies'>

const placesOf = ({ subject, paragraphs, remedies }: Texts): readonly { readonly path: string; readonly text: string }[] => [
  { path: 'subject', text: subject },
  ...paragraphs.map((text, index) => ({ path: `paragraphs.${index}`, text })),
  { path: 'remedies', text: remedies },
]

/** The names a template may use, whatever its texts say. */
const namesFor = ({ outcome, asked }: TemplateContent, formKeys: readonly string[]): readonly string[] =>
  [...knownVariables(outcome), ...formKeys.map(formVariable), ...asked.map(({ name }) => name)]

function variableProblems(content: TemplateContent, { formKeys }: TemplateSurroundings): readonly TemplateProblem[] {
  const names = namesFor(content, formKeys)
  return placesOf(content).flatMap(({ path, text }) => [
    ...variablesIn(text).filter(name => !names.includes(name)).map(name => unknown(path, name, names)),
    ...brokenIn(text).map((variable): TemplateProblem => ({ path, code: 'variable-broken', variable })),
  ])
}

function unknown(path: string, variable: string, names: readonly string[]): TemplateProblem {
  const meant = likelyMeant(variable, names)
  return { path, code: 'variable-unknown', variable, ...(meant === undefined ? {} : { meant }) }
}

/** Braces that stand for no variable: one too few, a blank inside, none closing. */
function brokenIn(text: string): readonly string[] {
  const whole = text.replace(/\{\{\s*[A-Za-z][\w.]{0,98}\s*\}\}/g, '')
  return [...whole.matchAll(/\{{1,2}[^{}\n]{0,60}\}{0,2}|[{}]+/g)].map(([piece]) => piece)
}

/** Where the linter's parts are mended in a template; what is not here is not the template's. */
const PLACES = { reasons: 'paragraphs', remedies: 'remedies', 'remedies-seat': 'remedies', 'remedies-period': 'remedies' } as const satisfies Partial<Record<LetterPart, string>>

const isOfTemplate = (part: LetterPart): part is keyof typeof PLACES => Object.hasOwn(PLACES, part)

/** What the linter says of a letter in which every case is answered and nothing is missing in the letterhead. */
function partProblems(content: TemplateContent): readonly TemplateProblem[] {
  const document = exampleLetter(content, { answers: {}, form: { schema: {}, valueLabels: {} }, service: null }, EXAMPLE_LETTERHEAD)
  return missingParts(document).flatMap(({ part }) => (isOfTemplate(part) ? [{ path: PLACES[part], code: part }] : []))
}
