import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { RELEASE_TYPE, type ReleaseManifest } from '../../shared/formats/release-manifest.ts'

/** Makes the key that signs releases, for its owner only, and answers what stands in policies. Throws where a file is there already. */
export function makeSigningKey(file: string): string {
  // Never over another: whoever loses the key before has to go to every desk.
  if (existsSync(file)) throw new Error(`${file} is there already and stays as it is: name another file.`)
  const { privateKey } = generateKeyPairSync('ed25519')
  writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { flag: 'wx', mode: 0o600 })
  return publicPartOf(privateKey)
}

/** Reads a private Ed25519 key in PEM; throws with a sentence where it is another one. */
export function readSigningKey(file: string): KeyObject {
  const key = keyIn(file)
  if (key?.asymmetricKeyType !== 'ed25519') throw new Error(`${file} holds no Ed25519 key; npm run release -- key --to FILE makes one.`)
  return key
}

function keyIn(file: string): KeyObject | undefined {
  try {
    return createPrivateKey(readFileSync(file))
  } catch {
    return undefined
  }
}

/** 32 bytes in base64url, as policies name them. */
export const publicPartOf = (key: KeyObject): string => createPublicKey(key).export({ format: 'jwk' }).x ?? ''

/** The list with its signature, as a compact JSON Web Signature (RFC 7515). */
export function signRelease(manifest: ReleaseManifest, key: KeyObject): string {
  const text = [{ alg: 'EdDSA', typ: RELEASE_TYPE }, manifest].map(part => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')
  return `${text}.${sign(null, Buffer.from(text), key).toString('base64url')}`
}
