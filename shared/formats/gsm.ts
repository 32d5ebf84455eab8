/**
 * How long a text is where it travels by mobile networks: as SMS, or as cell broadcast by way of the county. The default
 * alphabet (3GPP TS 23.038) takes 7 bits a character; a single one outside of it makes all of them 16 bits wide.
 */
export interface MobileLength {
  readonly encoding: 'gsm-7' | 'ucs-2'
  /** In units of the encoding: characters of the extension table count two, as do those beyond 16 bits in UCS-2. */
  readonly units: number
  /** Each character outside the default alphabet once, in the order of the text, with what says the same inside of it, or null. */
  readonly foreign: readonly ForeignCharacter[]
}

export interface ForeignCharacter {
  readonly character: string
  readonly replacement: string | null
}

const BASIC = new Set('@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà')
const EXTENSION = new Set('\f^{}\\[~]|€')

const REPLACEMENTS: Readonly<Record<string, string>> = {
  '„': '"', '“': '"', '”': '"', '«': '"', '»': '"', '‚': "'", '‘': "'", '’': "'", '‹': "'", '›': "'", '´': "'", '`': "'",
  '–': '-', '—': '-', '‐': '-', '‑': '-', '−': '-', '…': '...', '•': '-', '·': '-', ẞ: 'SS', '°': 'Grad ', '½': '1/2', '¼': '1/4', '¾': '3/4', '×': 'x', '\t': ' ',
  '\u00a0': ' ', '\u202f': ' ', '\u2009': ' ', '\u00ad': '', '\u200b': '',
}

/** The length of a text as mobile networks count it. */
export function mobileLength(text: string): MobileLength {
  const characters = Array.from(text.normalize('NFC'))
  const foreign = [...new Set(characters.filter(character => !BASIC.has(character) && !EXTENSION.has(character)))]
  if (foreign.length === 0) return { encoding: 'gsm-7', units: characters.reduce((units, character) => units + (EXTENSION.has(character) ? 2 : 1), 0), foreign: [] }
  return { encoding: 'ucs-2', units: text.normalize('NFC').length, foreign: foreign.map(character => ({ character, replacement: replacementOf(character) })) }
}

/** What says the same in the default alphabet; null where nothing does. */
function replacementOf(character: string): string | null {
  const known = REPLACEMENTS[character]
  if (known !== undefined) return known
  const bare = character.normalize('NFD').replaceAll(/\p{M}/gu, '')
  return bare !== character && bare !== '' && Array.from(bare).every(letter => BASIC.has(letter)) ? bare : null
}

/** The text with every character replaced for which there is one that says the same. */
export const inDefaultAlphabet = (text: string): string =>
  Array.from(text.normalize('NFC')).map(character => (BASIC.has(character) || EXTENSION.has(character) ? character : (replacementOf(character) ?? character))).join('')

/** How many SMS a text takes: one alone holds more than each of several, which carry their number. A sign of two units is never torn apart between two of them. */
export function smsParts(text: string): number {
  const { encoding, units } = mobileLength(text)
  const [alone, each] = encoding === 'gsm-7' ? [160, 153] : [70, 67]
  if (units <= alone) return 1
  let parts = 1
  let filled = 0
  for (const character of text.normalize('NFC')) {
    const width = encoding === 'gsm-7' ? Number(EXTENSION.has(character)) + 1 : character.length
    if (filled + width > each) parts += 1
    filled = filled + width > each ? width : filled + width
  }
  return parts
}

/** The most that a cell broadcast of the federal warning system takes, in units of the encoding. */
export const MOST_BROADCAST = { 'gsm-7': 1_395, 'ucs-2': 615 } as const
