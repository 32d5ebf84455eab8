import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto'
import { compactDecrypt, CompactEncrypt, decodeProtectedHeader } from 'jose'
import { ok, type Result } from '../../../shared/result.ts'

const WRAPPING = 'ECDH-ES+A256KW'

/** Seals backups: the open half lies on the machine, the private half in a safe. Both PEM. */
export interface BackupKeyPair {
  readonly publicKey: string
  readonly privateKey: string
}

/** X25519: its private half is one line of 64 signs, short enough to be typed from paper. */
export function newBackupKey(): BackupKeyPair {
  const { publicKey, privateKey } = generateKeyPairSync('x25519')
  return { publicKey: publicKey.export({ format: 'pem', type: 'spki' }).toString(), privateKey: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString() }
}

/** A key as people tell it from another: the first twelve signs of the open half's hash. */
export const keyName = (key: KeyObject): string =>
  createHash('sha256').update((key.type === 'private' ? createPublicKey(key) : key).export({ format: 'der', type: 'spki' })).digest('hex').slice(0, 12)

/** A key of X25519 in PEM; a sentence for whatever is none. */
export function readKey(pem: string, half: 'public' | 'private'): Result<KeyObject, string> {
  try {
    const key = half === 'public' ? createPublicKey(pem) : createPrivateKey(completed(pem))
    return key.asymmetricKeyType === 'x25519' ? ok(key) : { ok: false, error: NO_KEY[half] }
  } catch {
    return { ok: false, error: NO_KEY[half] }
  }
}

const NO_KEY = {
  public: 'Der Schlüssel für Sicherungen ist kein öffentlicher X25519-Schlüssel (PEM). Mit „rathaus-service key“ entsteht ein neuer.',
  private: 'Das ist kein Schlüssel für Sicherungen. Auf dem Blatt im Tresor steht er zwischen BEGIN PRIVATE KEY und END PRIVATE KEY; die eine Zeile dazwischen genügt.',
} as const

/** Whoever types it from paper may leave the lines around it out. */
function completed(pem: string): string {
  const text = pem.trim()
  return text.startsWith('-----') ? text : `-----BEGIN PRIVATE KEY-----\n${text.replaceAll(/\s/g, '')}\n-----END PRIVATE KEY-----\n`
}

/** A key for one backup, and the same key sealed to whoever holds the private half (JWE). */
export async function newContentKey(recipient: KeyObject): Promise<{ readonly key: Buffer; readonly sealed: string }> {
  const key = randomBytes(32)
  const sealed = await new CompactEncrypt(key).setProtectedHeader({ alg: WRAPPING, enc: 'A256GCM', kid: keyName(recipient) }).encrypt(recipient)
  return { key, sealed }
}

/** The key of a backup; a sentence when it was sealed to another one. */
export async function openContentKey(sealed: string, privateKey: KeyObject): Promise<Result<Buffer, string>> {
  const wanted = kidOf(sealed)
  if (wanted !== keyName(privateKey)) return { ok: false, error: `Diese Sicherung gehört zum Schlüssel ${wanted}; angegeben ist ${keyName(privateKey)}. Nehmen Sie das Blatt mit der Kennung ${wanted} aus dem Tresor.` }
  try {
    const { plaintext } = await compactDecrypt(sealed, privateKey, { keyManagementAlgorithms: [WRAPPING], contentEncryptionAlgorithms: ['A256GCM'] })
    return ok(Buffer.from(plaintext))
  } catch {
    return { ok: false, error: 'Der Schlüssel am Anfang der Sicherung ist verändert. Nehmen Sie eine andere Sicherung.' }
  }
}

function kidOf(sealed: string): string {
  try {
    return String(decodeProtectedHeader(sealed).kid)
  } catch {
    return 'unbekannt'
  }
}
