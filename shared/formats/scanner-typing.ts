/** Separators as codes on boxes have them (ASCII): between fields, between records, at the end. */
export const GS = '\u001D'
export const RS = '\u001E'
export const EOT = '\u0004'
/** What a German keyboard makes of `^]`, by which some scanners type the first of them as if on an American one. */
export const SLIPPED_GS = '&+'

/** What scanners type instead of what no keyboard has. None of it is in a code itself: no lot is written like that. */
const VISIBLE: readonly (readonly [RegExp, string])[] = [
  [/<GS>|\{GS\}|\[GS\]|<FNC1>|\{FNC1\}|~1|\^\]|␝/g, GS],
  [/<RS>|\{RS\}|\[RS\]|\^\^|␞/g, RS],
  [/<EOT>|\{EOT\}|\[EOT\]|\^D|␄/g, EOT],
]

/** Keys of the American keyboard, and what the same keys give on the German one. */
const AMERICAN = 'yzYZ-[];\'\\/@#^&*()_{}:"|<>?~'
const GERMAN = 'zyZYßü+öä#-"§&/()=?Ü*ÖÄ\';:_°'

/** Only a scanner that types as on an American keyboard begins like this or has such letters. */
const SLIPPED = /^\+(?:d[12]|Q3|C1|e0)|^ü=:|^\)\d{2,4}=|[ßäöüÄÖÜ§°]|;(?:GS|RS|EOT|FNC1):|&\+/

/** What could not have come through the wrong layout like this. */
const STRAIGHT = /^\][a-zA-Z]\d|^\[\)>|^\(\d{2,4}\)|[\u001D\u001E\u0004]|<(?:GS|FNC1)>|~1|\^\]|␝|\{(?:GS|FNC1)\}|\[GS\]/

export interface Typed {
  readonly text: string
  /** Whether it shows by which keyboard it was typed. If not, Y may be Z, and a dash a slash. */
  readonly isLayoutKnown: boolean
}

/**
 * What a scanner typed, with its separators. One that types as on an American keyboard while the desk has a German one is
 * understood where the code shows it.
 */
export function typedCode(raw: string): Typed {
  const entered = raw.replace(/^[ \t]+|[ \t\r\n]+$/g, '')
  const isSlipped = SLIPPED.test(entered)
  const meant = isSlipped ? Array.from(entered, asAmerican).join('') : entered
  const text = VISIBLE.reduce((whole, [pattern, control]) => whole.replace(pattern, control), meant)
  return { text, isLayoutKnown: isSlipped || STRAIGHT.test(entered) }
}

function asAmerican(letter: string): string {
  const index = GERMAN.indexOf(letter)
  return index < 0 ? letter : (AMERICAN[index] ?? letter)
}

/** Whether a text would be another one on the other keyboard. */
export const dependsOnLayout = (text: string): boolean => Array.from(text).some(letter => GERMAN.includes(letter))
