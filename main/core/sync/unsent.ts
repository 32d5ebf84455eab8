import { createCipheriv, createDecipheriv, createPublicKey, diffieHellman, generateKeyPairSync, hkdfSync, randomBytes, type KeyObject } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CommandId } from '../../../shared/ids.ts'
import type { Log } from '../log.ts'

/** Where copies of commands lie, sealed, until the service has them. */
export interface Unsent {
  keep(id: CommandId, envelope: string): void
  drop(id: string): void
  /**
   * Removes the copies that a crash has left between an answer and its `drop`: those of which `isDone` knows that the service
   * has them. Others may be another account's, or of a cache whose key is lost, and stay.
   */
  sweep(isDone: (id: string) => boolean): void
}

/** What begins the DER of a raw X25519 public key. */
const SPKI_PREFIX = Buffer.from('302a300506032b656e032100', 'hex')
const RAW_KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16
const ENDING = '.sealed'
const PURPOSE = 'rathaus-desk unsent v1'

/**
 * Seals a text so that only the holder of the town's recovery key reads it: an X25519 key of its own for each text, HKDF
 * over the agreed secret, AES-256-GCM. Layout: public key (32), nonce (12), tag (16), text.
 */
export function sealTo(recoveryKey: string, text: string): Buffer {
  const own = generateKeyPairSync('x25519')
  const ownRaw = own.publicKey.export({ format: 'der', type: 'spki' }).subarray(-RAW_KEY_BYTES)
  const key = keyOf(own.privateKey, publicKeyOf(Buffer.from(recoveryKey, 'base64')), ownRaw)
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([ownRaw, nonce, cipher.getAuthTag(), sealed])
}

/** The text of a sealed copy, by the private half of the town's recovery key; null when it is another key or not whole. */
export function openSealed(privateKey: KeyObject, sealed: Uint8Array): string | null {
  if (sealed.length < RAW_KEY_BYTES + NONCE_BYTES + TAG_BYTES) return null
  const ownRaw = sealed.subarray(0, RAW_KEY_BYTES)
  const nonce = sealed.subarray(RAW_KEY_BYTES, RAW_KEY_BYTES + NONCE_BYTES)
  const content = sealed.subarray(RAW_KEY_BYTES + NONCE_BYTES + TAG_BYTES)
  const tag = sealed.subarray(RAW_KEY_BYTES + NONCE_BYTES, RAW_KEY_BYTES + NONCE_BYTES + TAG_BYTES)
  try {
    // A public key of noughts, as in a file that a crash left empty, makes the agreement itself fail.
    const decipher = createDecipheriv('aes-256-gcm', keyOf(privateKey, publicKeyOf(ownRaw), ownRaw), nonce).setAuthTag(tag)
    return Buffer.concat([decipher.update(content), decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}

const publicKeyOf = (raw: Uint8Array): KeyObject => createPublicKey({ key: Buffer.concat([SPKI_PREFIX, raw]), format: 'der', type: 'spki' })

const keyOf = (privateKey: KeyObject, publicKey: KeyObject, ownRaw: Uint8Array): Buffer =>
  Buffer.from(hkdfSync('sha256', diffieHellman({ privateKey, publicKey }), ownRaw, PURPOSE, 32))

/**
 * Copies of unsent commands beside the cache, for the day its key is lost. A courtesy to a command that is already safe in
 * the outbox: a failure here is logged and stops nothing.
 */
export const createUnsent = (folder: string, recoveryKey: () => string | null, log: Log): Unsent =>
  copiesIn({ folder, ending: ENDING, log }, text => {
    const key = recoveryKey()
    // A demo town names no key (32 zero bytes); nothing can be sealed to it.
    return key === null || Buffer.from(key, 'base64').every(byte => byte === 0) ? null : sealTo(key, text)
  })

interface Place {
  readonly folder: string
  readonly ending: string
  readonly log: Log
}

/** One file for each command, as `seal` writes it; null writes none. */
export function copiesIn({ folder, ending, log }: Place, seal: (text: string) => Buffer | null): Unsent {
  const fileOf = (id: string): string => join(folder, `${id}${ending}`)
  const carefully = (act: () => void): void => {
    try {
      act()
    } catch (error) {
      log.warn('unsent.failed', { reason: error instanceof Error && 'code' in error ? String(error.code) : 'unknown' })
    }
  }
  return {
    keep: (id, envelope) => carefully(() => {
      const sealed = seal(envelope)
      if (sealed === null) return
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      writeFileSync(fileOf(id), sealed, { mode: 0o600 })
    }),
    drop: id => carefully(() => rmSync(fileOf(id), { force: true })),
    sweep: isDone => carefully(() => {
      if (!existsSync(folder)) return
      const ids = readdirSync(folder).filter(name => name.endsWith(ending)).map(name => name.slice(0, -ending.length))
      for (const id of ids) if (isDone(id)) rmSync(fileOf(id), { force: true })
    }),
  }
}

/** Copies in two places. */
export const inBoth = (one: Unsent, other: Unsent): Unsent => ({
  keep: (id, envelope) => [one, other].forEach(place => place.keep(id, envelope)),
  drop: id => [one, other].forEach(place => place.drop(id)),
  sweep: isDone => [one, other].forEach(place => place.sweep(isDone)),
})
