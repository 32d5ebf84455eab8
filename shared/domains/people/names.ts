/** Forms of address and degrees: they tell nobody apart. */
const TITLES: ReadonlySet<string> = new Set(['herr', 'frau', 'familie', 'fam', 'dr', 'prof', 'dipl'])
/** Of which subject a degree is; Phil and Nat are also given names, so that they count only where a degree came before. */
const SUBJECTS: ReadonlySet<string> = new Set(['med', 'jur', 'phil', 'rer', 'nat', 'ing', 'dent', 'vet', 'pol', 'oec', 'theol'])

const UMLAUTS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', æ: 'ae', ø: 'oe', œ: 'oe', ł: 'l', đ: 'd', ı: 'i' }

/** Small letters without accents; umlauts as they are written where there are none. */
export const foldedText = (text: string): string =>
  text.normalize('NFC').toLowerCase().replaceAll(/[äöüßæøœłđı]/g, letter => UMLAUTS[letter] ?? letter).normalize('NFKD').replaceAll(/\p{M}/gu, '')

/** The words of a name as they compare, given names first: `Dr. Müller-Lüdenscheidt, Anna` → `anna mueller luedenscheidt`. */
export function nameWords(name: string): readonly string[] {
  const [family = '', given = '', ...more] = name.split(',')
  const inOrder = more.length === 0 ? `${given} ${family}` : name
  // An apostrophe stands within a word (O’Brien), whatever it looks like.
  return withoutTitles(foldedText(inOrder).replaceAll(/['’`´]/g, '').split(/[^\p{L}\p{N}]+/u).filter(word => word !== ''))
}

function withoutTitles(words: readonly string[]): readonly string[] {
  let isInDegree = false
  return words.filter(word => {
    const isTitle = TITLES.has(word) || (isInDegree && SUBJECTS.has(word))
    isInDegree = isTitle
    return !isTitle
  })
}

/** The same for one name however it is spelt: capitals, accents, umlauts, hyphens, blanks, titles and `Müller, Anna` make no difference. */
export const nameKeyOf = (name: string): string => nameWords(name).join('')

/** How a name sounds, a code per word: `Meyer` and `Maier` are one, and so are `Olga Iwanowa` and `Ольга Иванова`. */
export const nameSoundsOf = (name: string): string => nameWords(name).map(soundOf).filter(Boolean).join(' ')

/** Cyrillic letters as passports and offices write them here, near enough to sound alike; signs that only soften are left out. */
const CYRILLIC: Readonly<Record<string, string>> = {
  а: 'a', б: 'b', в: 'w', г: 'g', ґ: 'g', д: 'd', е: 'e', є: 'je', ж: 'sch', з: 's', и: 'i', і: 'i', ј: 'j', к: 'k', л: 'l', љ: 'l', м: 'm', н: 'n', њ: 'n', о: 'o', п: 'p', р: 'r', с: 's',
  т: 't', ћ: 'c', у: 'u', ф: 'f', х: 'h', ц: 'z', ч: 'tsch', џ: 'dsch', ш: 'sch', щ: 'sch', ы: 'y', э: 'e', ю: 'ju', я: 'ja', ђ: 'd',
}

/**
 * Kölner Phonetik (Postel 1969): a digit for each group of consonants that sound alike, without vowels but at the beginning.
 * Umlauts written as two letters sound like one, so that Muller, Müller and Mueller are the same.
 */
export function soundOf(word: string): string {
  const letters = foldedText(word).replaceAll(/\p{Script=Cyrillic}/gu, letter => CYRILLIC[letter] ?? '').match(/[a-z]/g) ?? []
  const codes = letters.map((letter, at) => codeOf(letter, letters[at - 1] ?? '', letters[at + 1] ?? '', at === 0)).join('')
  const single = codes.replaceAll(/(\d)\1+/g, '$1')
  return single.slice(0, 1) + single.slice(1).replaceAll('0', '')
}

const PLAIN: Readonly<Record<string, string>> = {
  a: '0', e: '0', i: '0', j: '0', y: '0', o: '0', u: '0', b: '1', f: '3', v: '3', w: '3', g: '4', k: '4', q: '4', l: '5', m: '6', n: '6', r: '7', s: '8', z: '8',
}

function codeOf(letter: string, before: string, after: string, isFirst: boolean): string {
  if (letter === 'p') return after === 'h' ? '3' : '1'
  if (letter === 'd' || letter === 't') return 'csz'.includes(after) && after !== '' ? '8' : '2'
  if (letter === 'x') return 'ckq'.includes(before) && before !== '' ? '8' : '48'
  if (letter === 'c') return codeOfC(before, after, isFirst)
  return PLAIN[letter] ?? ''
}

function codeOfC(before: string, after: string, isFirst: boolean): string {
  if (isFirst) return after !== '' && 'ahkloqrux'.includes(after) ? '4' : '8'
  if (before === 's' || before === 'z') return '8'
  return after !== '' && 'ahkoqux'.includes(after) ? '4' : '8'
}

const LEGAL_FORMS = /\b(?:g?gmbh|mbh|ag|kg|ohg|ug|gbr|eg|se|e\.\s?v|e\.\s?g|e\.\s?k|ltd|stiftung|gemeinde|stadt|landkreis|kirchengemeinde|agrargenossenschaft|verein|verband)\b/i

/** Whether it is the name of a firm, a club or an authority and of no natural person, as far as the name says it. */
export const isOrganisation = (name: string): boolean => LEGAL_FORMS.test(name)
