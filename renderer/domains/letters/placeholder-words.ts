import { likelyMeant } from '../../../shared/domains/letters/variables.ts'
import type { VariableGroup } from './variable-groups.ts'

/** Placeholders as people read and write them: `{{Betreff des Antrags}}` for `{{subject}}`. */
export interface PlaceholderWords {
  /** A text of a template in the words of the list; what the list does not know stays as it is. */
  shown(text: string): string
  /** The same text as it is kept. */
  kept(text: string): string
  /** How a placeholder is called, by its name. */
  wordsFor(name: string): string
  /** What somebody most likely meant by words that are no placeholder. */
  meantBy(words: string): string | undefined
}

const BRACES = /\{\{\s*([^{}\n]{1,200}?)\s*\}\}/g

/** Words that stand for two placeholders (two questions of a form with one label) stand for neither: there the name is shown. */
export function placeholderWords(groups: readonly VariableGroup[]): PlaceholderWords {
  const all = groups.flatMap(({ variables }) => variables)
  const names = new Set(all.map(({ name }) => name))
  const counts = Map.groupBy(all, ({ label }) => key(label))
  const alone = all.filter(({ label }) => counts.get(key(label))?.length === 1 && !names.has(label) && !/[{}\n]/.test(label))
  const byName = new Map(alone.map(({ name, label }) => [name, label]))
  const byWords = new Map(alone.map(({ name, label }) => [key(label), name]))
  const wordsFor = (name: string): string => byName.get(name) ?? name
  const labels = [...byName.values()]
  return {
    shown: text => text.replace(BRACES, (whole, name: string) => (byName.has(name) ? `{{${wordsFor(name)}}}` : whole)),
    kept: text => text.replace(BRACES, (whole, words: string) => (byWords.has(key(words)) ? `{{${byWords.get(key(words)) ?? ''}}}` : whole)),
    wordsFor,
    meantBy: words => likelyMeant(words, labels),
  }
}

const key = (words: string): string => words.trim().toLocaleLowerCase('de').replaceAll(/\s+/g, ' ')
