import { conditionalText, type Condition } from './condition.ts'
import { variablesIn } from './fill.ts'
import { runsOf } from './paragraphs.ts'
import type { LetterKind } from './tables.ts'
import { isTableLine, TABLE_PROBLEMS, tableProblems } from './template-table.ts'
import { DEBTOR_WORDS, likelyMeant, NOTICE_LISTS } from './variables.ts'

export const PARAGRAPH_PROBLEMS = ['condition-broken', 'condition-value', 'row-outside', ...TABLE_PROBLEMS] as const

/** What is wrong with a condition or a table; `variable` is the word or variable it is about, `meant` what was probably meant. */
interface ParagraphProblem {
  readonly code: (typeof PARAGRAPH_PROBLEMS)[number]
  readonly variable?: string
  readonly meant?: string
}

/** What is wrong with the condition and the tables of a paragraph in a letter of this kind. */
export function paragraphProblems(paragraph: string, kind: LetterKind): readonly ParagraphProblem[] {
  const { condition, isBroken, text } = conditionalText(paragraph)
  const lists = kind === 'notice' ? NOTICE_LISTS : []
  const runs = runsOf(text.split('\n'), isTableLine)
  const once = runs.flatMap(({ isKind, lines }) => (isKind ? lines.filter((line, index) => index === 0 || line.startsWith('|=')) : lines))
  const outside = once.flatMap(variablesIn).filter(name => lists.some(list => name.startsWith(`${list}.`)))
  return [
    ...(isBroken ? [{ code: 'condition-broken' } as const] : []),
    ...(condition ? valueProblems(condition) : []),
    ...[...new Set(outside)].map(variable => ({ code: 'row-outside', variable }) as const),
    ...runs.flatMap(({ isKind, lines }) => (isKind ? tableProblems(lines, lists).map(code => ({ code })) : [])),
  ]
}

/** Of what can only be one of a few words, no other is compared with. */
function valueProblems({ variable, wanted }: Condition): readonly ParagraphProblem[] {
  if (variable !== 'debtorRole' || wanted.kind !== 'equal') return []
  const words = Object.values(DEBTOR_WORDS)
  if (words.some(word => word === wanted.to)) return []
  return [{ code: 'condition-value', variable: wanted.to, meant: likelyMeant(wanted.to, words) ?? words.join(', ') }]
}
