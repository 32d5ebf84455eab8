import type { Wording } from '../../../../shared/domains/alerts/content.ts'

const TEXTS = ['headline', 'text', 'instruction', 'short'] as const
export type TextField = (typeof TEXTS)[number]

/** For each text the German words for which the English ones were last written or found right. */
export interface Agreed {
  readonly german: Readonly<Record<TextField, string>>
  readonly english: Readonly<Record<TextField, string>>
}

const NOTHING: Readonly<Record<TextField, string>> = { headline: '', text: '', instruction: '', short: '' }

const wordingIn = (wordings: readonly Wording[], language: Wording['language']): Readonly<Record<TextField, string>> => wordings.find(one => one.language === language) ?? NOTHING

export const agreedOn = (wordings: readonly Wording[]): Agreed => ({ german: wordingIn(wordings, 'de'), english: wordingIn(wordings, 'en') })

/** After a change: whoever writes the English words has the German ones of now before their eyes. The same object where nothing was written. */
export function agreedAfter(before: Agreed, wordings: readonly Wording[]): Agreed {
  const now = agreedOn(wordings)
  const written = TEXTS.filter(field => now.english[field] !== before.english[field])
  return written.length > 0 ? written.reduce((agreed, field) => withField(agreed, now, field), before) : before
}

/** Somebody has looked at it: the English words still say the same. */
export const foundRight = (before: Agreed, wordings: readonly Wording[], field: TextField): Agreed => withField(before, agreedOn(wordings), field)

const withField = ({ german, english }: Agreed, now: Agreed, field: TextField): Agreed => ({ german: { ...german, [field]: now.german[field] }, english: { ...english, [field]: now.english[field] } })

/** Whether the German words have changed since the English ones were written: those may say something that no longer holds. */
export const isBehind = ({ german }: Agreed, wordings: readonly Wording[], field: TextField): boolean => {
  const now = agreedOn(wordings)
  return now.english[field].trim() !== '' && now.german[field].trim() !== german[field].trim()
}

/** Times, figures and days that stand in the German words and not in the English ones, each once; 20 o'clock may be 8 there. */
export function missingNumbers(german: string, english: string): readonly string[] {
  if (english.trim() === '') return []
  const known = new Set(english.match(/\d+/gu)?.map(Number))
  const isSaid = (number: number): boolean => known.has(number) || (number > 12 && number < 25 && known.has(number - 12)) || (number === 0 && known.size > 0)
  return [...new Set(german.match(/\d+(?:[.:,]\d+)*/gu))].filter(found => !found.split(/[.:,]/u).every(part => isSaid(Number(part))) && !known.has(Number(found.replaceAll(/[.,:]/gu, ''))))
}
