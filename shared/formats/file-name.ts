import { cut } from '../text.ts'

/** As long as an attachment's row may have it. */
const MOST_OF_NAME = 200

/** The last part of the name, without characters that hide or turn what is shown. */
export function plainName(filename: string): string {
  const last = filename.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const plain = last.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}<>:"|?*]/gu, '').trim()
  // Cut before the ending, which says what the file is; normalising may have made the name longer than it came.
  const ending = /\.\w{1,5}$/.exec(plain)?.[0] ?? ''
  return cut(plain.slice(0, plain.length - ending.length), MOST_OF_NAME - ending.length) + ending
}
