import type { Bilingual } from '../../json.ts'

/**
 * Which questions and documents a request to the citizen names, by their labels in the text: what the check for
 * completeness writes, and what clerks write by hand with the words of the form. Longer labels come first, so that
 * "Anschrift des Grundstücks" does not count as "Anschrift" too.
 */
export function questionsReader(labels: readonly Bilingual[]): (text: string) => readonly Bilingual[] {
  const words = labels.filter(({ de }) => de.trim() !== '').toSorted((one, other) => other.de.length - one.de.length).map(label => ({ label, word: label.de.toLocaleLowerCase('de') }))
  return text => {
    let rest = text.toLocaleLowerCase('de')
    return words.filter(({ word }) => {
      const at = wordAt(rest, word)
      if (at >= 0) rest = rest.slice(0, at) + ' '.repeat(word.length) + rest.slice(at + word.length)
      return at >= 0
    }).map(({ label }) => label)
  }
}

/** Where a label stands as words of its own, or in an inflected form: "Lageplan" is found in "des Lageplans". */
function wordAt(text: string, word: string): number {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const rest = /^\p{L}*/u.exec(text.slice(at + word.length))?.[0] ?? ''
    const isWhole = !/\p{L}/u.test(text.charAt(at - 1)) && rest.length <= LONGEST_ENDING
    if (isWhole) return at
  }
  return -1
}

const LONGEST_ENDING = 2
