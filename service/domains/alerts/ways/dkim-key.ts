import { createPrivateKey, type KeyObject } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { MailSignature } from '../../../delivery/smtp.ts'
import type { WaySettings } from './way-settings.ts'

const FEWEST_BITS = 2_048

/** What e-mails are signed with; null where it is not set up. */
export async function mailSignature({ dkimDomain, dkimSelector, dkimKeyFile }: Pick<WaySettings, 'dkimDomain' | 'dkimSelector' | 'dkimKeyFile'>): Promise<MailSignature | null> {
  return dkimDomain && dkimSelector && dkimKeyFile ? { domainName: dkimDomain, keySelector: dkimSelector, privateKey: await readDkimKey(dkimKeyFile) } : null
}

/**
 * The key that signs e-mails, out of its file. One that cannot sign would not be noticed: messages would go out without a signature, and
 * mail servers would take them for junk in the night in which they are needed.
 */
async function readDkimKey(file: string): Promise<string> {
  const pem = await readFile(file, 'utf8').catch(() => '')
  const { asymmetricKeyType, asymmetricKeyDetails } = keyIn(pem, file)
  if (asymmetricKeyType !== 'rsa' || (asymmetricKeyDetails?.modulusLength ?? 0) < FEWEST_BITS) throw new DkimKeyRefused(file)
  return pem
}

/** Told to whoever starts the service. */
export class DkimKeyRefused extends Error {
  constructor(file: string) {
    super(`DKIM_KEY_FILE: In ${file} steht kein privater RSA-Schlüssel (PEM) mit mindestens ${FEWEST_BITS} Bit.`)
    this.name = 'DkimKeyRefused'
  }
}

function keyIn(pem: string, file: string): KeyObject {
  try {
    return createPrivateKey(pem)
  } catch {
    throw new DkimKeyRefused(file)
  }
}
