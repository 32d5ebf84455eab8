import { EOT, GS, RS } from '../../../../shared/formats/scanner-typing.ts'

/** Where on the keyboard the key lies, whatever letter is on it. */
const SEPARATORS: Readonly<Record<string, string>> = { BracketRight: GS, Digit6: RS, KeyD: EOT }

type Pressed = Pick<KeyboardEvent, 'code' | 'key' | 'ctrlKey' | 'altKey' | 'metaKey'>

/**
 * The separator that a scanner types with the control key, as most are set when they come: Ctrl+] between fields, Ctrl+^ and
 * Ctrl+D around them. By the place of the key too: on a German keyboard the same key is +.
 */
export function separatorTyped({ code, key, ctrlKey, altKey, metaKey }: Pressed): string | undefined {
  if (!ctrlKey || altKey || metaKey) return undefined
  return key === ']' ? GS : SEPARATORS[code]
}
