import type { Advice } from './advice.ts'
import { wholeWords } from './whole-words.ts'

/** The text with the plainer words wherever the others stand; a capital at the beginning of a sentence stays one. */
export const plainer = (text: string, { quote, instead }: Pick<Advice, 'quote'> & { readonly instead: string }): string =>
  (quote === '' ? text : text.replaceAll(wholeWords(quote), (_found, at: number) => cased(instead, text.slice(0, at))))

/** A point after a short form ends no sentence. */
const cased = (instead: string, before: string): string => (/(?:^|[^\s.!?]{4}[.!?]\s+|\n)$/u.test(before) ? instead.charAt(0).toLocaleUpperCase('de-DE') + instead.slice(1) : instead)
