import { exampleLetter, EXAMPLE_LETTERHEAD } from './example-letter.ts'
import { variablesIn } from './fill.ts'
import { missingParts, type LetterPart } from './missing-parts.ts'
import { PARAGRAPH_PROBLEMS, paragraphProblems } from './paragraph-problems.ts'
import { AskedVariable } from './tables.ts'
import type { TemplateContent } from './template-content.ts'
import { blockIn, isBesideBlock, paragraphsFor, withBlocks, type Blocks } from './text-blocks.ts'
import { formVariable, knownVariables, likelyMeant } from './variables.ts'

export const TEMPLATE_PROBLEMS = [
  'missing', 'too-long', 'too-many', 'service-unknown', 'certificate-is-general', 'notice-is-general', 'position-invalid', 'variable-unknown', 'variable-broken',
  'name-invalid', 'name-twice', 'name-known', 'not-used', 'nobody-asked', 'reasons', 'remedies', 'remedies-seat', 'remedies-period',
  'block-unknown', 'block-withdrawn', 'block-beside', 'block-plain',
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
  readonly blocks: Blocks
}

/** Everything that keeps a template from being published, in the order of the editor; empty when it can be. Pure. */
export const templateProblems = (content: TemplateContent, around: TemplateSurroundings): readonly TemplateProblem[] => [
  ...headProblems(content, around),
  ...useProblems(content, around.blocks),
  ...askedProblems(content, around.blocks),
  ...variableProblems(placesOf(content, around.blocks), namesFor(content, around.formKeys)),
  ...placesIn(content.paragraphs, around.blocks).flatMap(({ path, text }) => paragraphProblems(text, content.outcome).map(problem => ({ path, ...problem }))),
  ...partProblems(withBlocks(content, around.blocks)),
]

/** What is wrong with texts that stand in a template in place of a block; `path` names them as paragraphs of their own. */
export const problemsWithin = (content: TemplateContent, paragraphs: readonly string[], { formKeys, blocks }: TemplateSurroundings): readonly TemplateProblem[] => [
  ...variableProblems(placesIn(paragraphs, blocks), namesFor(content, formKeys)),
  ...placesIn(paragraphs, blocks).flatMap(({ path, text }) => paragraphProblems(text, content.outcome).map(problem => ({ path, ...problem }))),
]

const when = (isThere: boolean, path: string, code: TemplateProblemCode): readonly TemplateProblem[] => (isThere ? [{ path, code }] : [])

const textProblems = (path: string, text: string, longest: number): readonly TemplateProblem[] =>
  [...when(text.trim() === '', path, 'missing'), ...when(text.length > longest, path, 'too-long')]

function headProblems({ title, serviceId, outcome, position, subject, paragraphs, remedies }: TemplateContent, { hasService, blocks }: TemplateSurroundings): readonly TemplateProblem[] {
  // What stands in the letter in the end has to fit.
  const whole = withBlocks({ paragraphs, remedies }, blocks)
  return [
    ...textProblems('title', title, 120),
    ...when(!hasService, 'serviceId', 'service-unknown'),
    ...when(outcome === 'certificate' && serviceId !== '', 'serviceId', 'certificate-is-general'),
    ...when(outcome === 'notice' && serviceId !== '', 'serviceId', 'notice-is-general'),
    ...when(position === null || !Number.isInteger(position) || position < 1 || position > 99, 'position', 'position-invalid'),
    ...textProblems('subject', subject, 300),
    ...when(paragraphs.length === 0, 'paragraphs', 'missing'),
    ...when(whole.paragraphs.length > 40, 'paragraphs', 'too-many'),
    ...paragraphs.flatMap((paragraph, index) => textProblems(`paragraphs.${index}`, paragraph, 8_000)),
    ...when(whole.remedies.length > 4_000, 'remedies', 'too-long'),
  ]
}

/** Blocks that are not there, not in use, or not where one can stand. */
function useProblems(content: TemplateContent, blocks: Blocks): readonly TemplateProblem[] {
  const { paragraphs, remedies } = content
  const references = [...paragraphs.map((text, index) => ({ path: `paragraphs.${index}`, text })), { path: 'remedies', text: remedies }]
  const remediesBlock = blockIn(remedies) === null ? [] : paragraphsFor(remedies, blocks)
  return [
    ...references.flatMap(({ path, text }) => [...when(isBesideBlock(text), path, 'block-beside'), ...blockProblemsAt(path, text, blocks)]),
    // An instruction is set as it is written: nothing in it is chosen, counted or put into columns.
    ...when(remediesBlock.some(text => /^(# |\?[\s{])|^\|/m.test(text)), 'remedies', 'block-plain'),
  ]
}

function blockProblemsAt(path: string, text: string, blocks: Blocks): readonly TemplateProblem[] {
  const id = blockIn(text)
  if (id === null) return []
  const block = blocks.get(id)
  if (!block) return [{ path, code: 'block-unknown', variable: id }]
  return block.active ? [] : [{ path, code: 'block-withdrawn', variable: block.title }]
}

function askedProblems({ asked, ...content }: TemplateContent, blocks: Blocks): readonly TemplateProblem[] {
  const counts = Map.groupBy(asked, ({ name }) => name)
  const known = knownVariables(content.outcome)
  const used = new Set(placesOf(content, blocks).flatMap(({ text }) => variablesIn(text)))
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

interface Place {
  readonly path: string
  readonly text: string
}

/** What paragraphs say, those of a block at the place of the paragraph that stands for it. */
const placesIn = (paragraphs: readonly string[], blocks: Blocks): readonly Place[] =>
  paragraphs.flatMap((paragraph, index) => paragraphsFor(paragraph, blocks).map(text => ({ path: `paragraphs.${index}`, text })))

const placesOf = ({ subject, paragraphs, remedies }: Texts, blocks: Blocks): readonly Place[] => [
  { path: 'subject', text: subject },
  ...placesIn(paragraphs, blocks),
  ...paragraphsFor(remedies, blocks).map(text => ({ path: 'remedies', text })),
]

/** The names a template may use, whatever its texts say. */
const namesFor = ({ outcome, asked }: TemplateContent, formKeys: readonly string[]): readonly string[] =>
  [...knownVariables(outcome), ...formKeys.map(formVariable), ...asked.map(({ name }) => name)]

function variableProblems(places: readonly Place[], names: readonly string[]): readonly TemplateProblem[] {
  return places.flatMap(({ path, text }) => [
    ...variablesIn(text).filter(name => !names.includes(name)).map(name => unknown(path, name, names)),
    ...brokenIn(text).map((variable): TemplateProblem => ({ path, code: 'variable-broken', variable })),
  ])
}

function unknown(path: string, variable: string, names: readonly string[]): TemplateProblem {
  const meant = likelyMeant(variable, names)
  return { path, code: 'variable-unknown', variable, ...(meant === undefined ? {} : { meant }) }
}

/** Braces that stand for no variable: one too few, a blank inside, none closing. */
export function brokenIn(text: string): readonly string[] {
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
