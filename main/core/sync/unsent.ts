import { createCipheriv, createPublicKey, diffieHellman, generateKeyPairSync, hkdfSync, randomBytes } from 'node:crypto'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CommandId } from '../../../shared/ids.ts'
import type { Log } from '../log.ts'

/** Where copies of commands lie, sealed to the town, until the service has them. */
export interface Unsent {
  keep(id: CommandId, envelope: string): void
  drop(id: string): void
}

/** What begins the DER of a raw X25519 public key. */
const SPKI_PREFIX = Buffer.from('302a300506032b656e032100', 'hex')
const RAW_KEY_BYTES = 32
const PURPOSE = 'rathaus-desk unsent v1'

/**
 * Seals a text so that only the holder of the town's recovery key reads it: an X25519 key of its own for each text, HKDF
 * over the agreed secret, AES-256-GCM. Layout: public key (32), nonce (12), tag (16), text.
 */
export function sealTo(recoveryKey: string, text: string): Buffer {
  const own = generateKeyPairSync('x25519')
  const town = createPublicKey({ key: Buffer.concat([SPKI_PREFIX, Buffer.from(recoveryKey, 'base64')]), format: 'der', type: 'spki' })
  const secret = diffieHellman({ privateKey: own.privateKey, publicKey: town })
  const ownRaw = own.publicKey.export({ format: 'der', type: 'spki' }).subarray(-RAW_KEY_BYTES)
  const key = Buffer.from(hkdfSync('sha256', secret, ownRaw, PURPOSE, 32))
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([ownRaw, nonce, cipher.getAuthTag(), sealed])
}

/**
 * Copies of unsent commands beside the cache, for the day its key is lost. A courtesy to a command that is already safe in
 * the outbox: a failure here is logged and stops nothing.
 */
export function createUnsent(folder: string, recoveryKey: () => string | null, log: Log): Unsent {
  const fileOf = (id: string): string => join(folder, `${id}.sealed`)
  const carefully = (act: () => void): void => {
    try {
      act()
    } catch (error) {
      log.warn('unsent.failed', { reason: error instanceof Error && 'code' in error ? String(error.code) : 'unknown' })
    }
  }
  return {
    keep: (id, envelope) => carefully(() => {
      const key = recoveryKey()
      // A demo town names no key (32 zero bytes); nothing can be sealed to it.
      if (key === null || Buffer.from(key, 'base64').every(byte => byte === 0)) return
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      writeFileSync(fileOf(id), sealTo(key, envelope), { mode: 0o600 })
    }),
    drop: id => carefully(() => rmSync(fileOf(id), { force: true })),
  }
}
