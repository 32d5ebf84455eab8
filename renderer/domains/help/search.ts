import { wordsOf } from './markdown.ts'

/** `Öffnen` and `offnen` are the same; `ß` is `ss`. */
const folded = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss')

/** The pages that have every word of the question somewhere; those that have all of it in their heading come first. */
export function foundIn<Name extends string>(pages: readonly (readonly [Name, string])[], question: string): readonly Name[] {
  const asked = folded(question).split(/\s+/).filter(word => word !== '')
  if (asked.length === 0) return pages.map(([name]) => name)
  const hasAll = (text: string): boolean => asked.every(word => folded(text).includes(word))
  const found = pages.filter(([, markdown]) => hasAll(wordsOf(markdown)))
  const heading = (markdown: string): string => markdown.slice(0, markdown.indexOf('\n'))
  return [...found.filter(([, markdown]) => hasAll(heading(markdown))), ...found.filter(([, markdown]) => !hasAll(heading(markdown)))].map(([name]) => name)
}
