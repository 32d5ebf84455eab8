/** What a person typed as one search for words that begin so; undefined when there is nothing to look for. */
export function wordsQuery(text: string): string | undefined {
  const words = wordsOf(text)
  return words.length > 0 ? words.map(word => `"${word}"*`).join(' AND ') : undefined
}

/** Parts of words, three letters and more, as the groups of three letters the index holds; undefined when all are shorter. */
export function partsQuery(text: string): string | undefined {
  const groups = partsOf(text).flatMap(lettersByThree)
  return groups.length > 0 ? [...new Set(groups)].map(group => `"${group}"`).join(' AND ') : undefined
}

/** The parts that a row's text has to contain, folded. */
export const partsOf = (text: string): readonly string[] => wordsOf(text).filter(word => word.length >= 3)

/** Whether every word that was typed begins one of the text's words. */
export function beginIn(text: string, typed: string): boolean {
  const words = allWordsOf(text)
  return wordsOf(typed).every(begin => words.some(word => word.startsWith(begin)))
}

/** As the index folds: no case, no accents, ß as ss. */
export const foldForSearch = (text: string): string => text.toLowerCase().replaceAll('ß', 'ss').normalize('NFD').replaceAll(/\p{M}/gu, '')

const MOST_TYPED = 12

const wordsOf = (text: string): readonly string[] => allWordsOf(text).slice(0, MOST_TYPED)

const allWordsOf = (text: string): readonly string[] => foldForSearch(text).split(/[^\p{L}\p{N}]+/u).filter(word => word !== '')

function lettersByThree(word: string): readonly string[] {
  const letters = Array.from(word)
  return letters.slice(2).map((_, index) => letters.slice(index, index + 3).join(''))
}
