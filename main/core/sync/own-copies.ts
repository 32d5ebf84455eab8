import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { KeptCommand } from '../cache/quarantine.ts'
import type { Log } from '../log.ts'
import { envelopeFrom } from './envelope.ts'
import { copiesIn, type Unsent } from './unsent.ts'

const NONCE_BYTES = 12
const TAG_BYTES = 16
const ENDING = '.copy'
const PURPOSE = 'rathaus-desk own copy v1'
/** As much of an id as tells when it was made, to the millisecond. */
const TIME_SIGNS = 13

/**
 * Copies of unsent commands in files of their own beside the cache, for this desk to read where the cache is damaged: what was
 * written last lies at the end of its file, which is what a cut or a lost block takes. They are not forced to the disk; a
 * command is durable by the outbox alone.
 */
export const createOwnCopies = (cacheFile: string, key: Uint8Array, log: Log): Unsent =>
  copiesIn({ folder: folderOf(cacheFile), ending: ENDING, log }, text => seal(sealKey(key), text))

/** Those that can be read, the oldest first. */
export function readOwnCopies(cacheFile: string, key: Uint8Array): readonly string[] {
  const folder = folderOf(cacheFile)
  if (!existsSync(folder)) return []
  const opening = sealKey(key)
  return readdirSync(folder).filter(name => name.endsWith(ENDING)).toSorted().flatMap(name => unsealedFrom(join(folder, name), opening) ?? [])
}

/**
 * What could be read of a damaged outbox, with what only a copy of is left put in by the time it was made. What was read keeps
 * its order, even where a clock was set back: the later ones may build on the earlier ones.
 */
export function withCopies(commands: readonly KeptCommand[], copies: readonly string[]): readonly KeptCommand[] {
  const read = commands.map(command => ({ id: idIn(command.envelope), command }))
  const known = new Set(read.map(({ id }) => id))
  const lost = copies.map(envelope => ({ id: idIn(envelope), command: pending(envelope) })).filter(({ id }) => !known.has(id))
  const madeAt = (id: string): string => id.slice(0, TIME_SIGNS)
  let taken = 0
  const whole = read.flatMap(({ id, command }) => {
    const first = taken
    while (taken < lost.length && madeAt(lost[taken]?.id ?? '') < madeAt(id)) taken++
    return [...lost.slice(first, taken).map(one => one.command), command]
  })
  return [...whole, ...lost.slice(taken).map(one => one.command)]
}

const pending = (envelope: string): KeptCommand =>
  ({ envelope, state: 'pending', settledAt: null, code: null, facts: null, blockedBy: null, subject: null, seen: null, made: null })

const folderOf = (cacheFile: string): string => `${cacheFile}.unsent`

/** Empty where a damaged page left half a text. */
function idIn(envelope: string): string {
  try {
    return envelopeFrom(envelope).id
  } catch {
    return ''
  }
}

const sealKey = (key: Uint8Array): Buffer => Buffer.from(hkdfSync('sha256', key, '', PURPOSE, 32))

function seal(key: Buffer, text: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed])
}

function unsealedFrom(path: string, key: Buffer): string | null {
  try {
    const sealed = readFileSync(path)
    const [nonce, tag, content] = [sealed.subarray(0, NONCE_BYTES), sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES), sealed.subarray(NONCE_BYTES + TAG_BYTES)]
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES }).setAuthTag(tag)
    return Buffer.concat([decipher.update(content), decipher.final()]).toString('utf8')
  } catch {
    // Of another key, or damaged like the cache; whatever it is, it stops none of the others.
    return null
  }
}
