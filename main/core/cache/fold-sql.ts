/**
 * Texts as lists order them, folded by SQLite itself: triggers keep what is sorted by, and they know no function of ours.
 * The same letters are folded in a text that is compared with them. Others stay as they are and come after z.
 */
const FOLDED: Readonly<Record<string, string>> = {
  a: 'äàáâãåąÄÀÁÂÃÅĄ', c: 'çćčÇĆČ', d: 'ďđĎĐ', e: 'èéêëęěÈÉÊËĘĚ', g: 'ğĞ', i: 'ìíîïıÌÍÎÏİ', l: 'łŁ', n: 'ñńňÑŃŇ', o: 'öòóôõøőÖÒÓÔÕØŐ',
  r: 'řŘ', s: 'śšşŚŠŞ', ss: 'ßẞ', t: 'ťŤ', u: 'üùúûůűÜÙÚÛŮŰ', y: 'ýÝ', z: 'źżžŹŻŽ',
}

const PAIRS = Object.entries(FOLDED).flatMap(([plain, letters]) => Array.from(letters, letter => [letter, plain] as const))
const PLAIN: ReadonlyMap<string, string> = new Map(PAIRS)

/** An expression for the folded text of another one; a text of plain letters, as most are, costs one look. */
export function foldedSql(text: string): string {
  const folded = PAIRS.reduce((inner, [letter, plain]) => `replace(${inner}, '${letter}', '${plain}')`, `lower(${text})`)
  return `CASE WHEN ${text} GLOB '*[^ -~]*' THEN ${folded} ELSE lower(${text}) END`
}

/** The same for a text at hand. */
export const folded = (text: string): string =>
  Array.from(text.normalize('NFC'), letter => PLAIN.get(letter) ?? (/[A-Z]/.test(letter) ? letter.toLowerCase() : letter)).join('')
