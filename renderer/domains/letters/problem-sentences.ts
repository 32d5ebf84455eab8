import type { i18n } from 'i18next'
import type { BlockProblem } from '../../../shared/domains/letters/block-problems.ts'
import type { PlaceholderWords } from './placeholder-words.ts'

/** Each field with all that is wrong in it, each thing once; what is wrong in one template only says in which. */
export const problemSentences = (t: i18n['t'], problems: readonly BlockProblem[], placeholders: PlaceholderWords): ReadonlyMap<string, string> =>
  new Map([...Map.groupBy(problems, ({ path }) => path)].map(([path, found]) => [path, [...new Set(found.map(problem => sentenceFor(t, problem, placeholders)))].join(' ')]))

function sentenceFor(t: i18n['t'], problem: BlockProblem, placeholders: PlaceholderWords): string {
  const sentence = plainSentence(t, problem, placeholders)
  return problem.template === undefined ? sentence : t('blocks.inTemplate', { template: problem.template, sentence })
}

function plainSentence(t: i18n['t'], { code, variable = '', meant }: BlockProblem, placeholders: PlaceholderWords): string {
  // Words between braces are no name of a placeholder, but somebody wrote them as one.
  const inBraces = code === 'variable-broken' ? /^\{\{\s*([^{}]+?)\s*\}\}$/.exec(variable)?.[1] : undefined
  const written = inBraces ?? variable
  const likely = meant === undefined ? placeholders.meantBy(written) : placeholders.wordsFor(meant)
  if (likely !== undefined && (inBraces !== undefined || code === 'variable-unknown')) return t('letters.problem.variable-meant', { variable: written, meant: likely })
  return t(`letters.problem.${inBraces === undefined ? code : 'variable-unknown'}`, { variable: written })
}
