import { EOT, GS, RS, SLIPPED_GS } from '../../../../shared/formats/scanner-typing.ts'

/** Where on the keyboard the key lies, whatever letter is on it. */
const SEPARATORS: Readonly<Record<string, string>> = { BracketRight: GS, Digit6: RS, KeyD: EOT }

type Pressed = Pick<KeyboardEvent, 'code' | 'key' | 'ctrlKey' | 'altKey' | 'metaKey'>

/**
 * The separator that a scanner types with the control key, as most are set when they come: Ctrl+] between fields, Ctrl+^ and
 * Ctrl+D around them. By the place of the key too: on a German keyboard the same key is +, and then all other letters slipped as
 * well, which the sign for it tells whoever reads the code.
 */
export function separatorTyped({ code, key, ctrlKey, altKey, metaKey }: Pressed): string | undefined {
  if (!ctrlKey || altKey || metaKey) return undefined
  if (key === '+') return SLIPPED_GS
  return key === ']' ? GS : SEPARATORS[code]
}
