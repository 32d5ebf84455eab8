import { createHmac, timingSafeEqual } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'

/**
 * A wrong key and a damaged first page look the same to SQLite. A keyed mark beside the file tells them apart; it says
 * nothing about the key, which is random.
 */
const markOf = (key: Uint8Array): Buffer => createHmac('sha256', key).update('rathaus-desk cache key').digest().subarray(0, 16)

const pathOf = (file: string): string => `${file}.mark`

export const writeKeyMark = (file: string, key: Uint8Array): void => writeFileSync(pathOf(file), markOf(key), { mode: 0o600 })

/** Whether this is the key the file was made with; undefined when nothing tells. */
export function isKeyOf(file: string, key: Uint8Array): boolean | undefined {
  try {
    const mark = readFileSync(pathOf(file))
    return mark.length === 16 ? timingSafeEqual(mark, markOf(key)) : undefined
  } catch {
    return undefined
  }
}
