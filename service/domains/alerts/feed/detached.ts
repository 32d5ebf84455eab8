import { CompactSign, importJWK } from 'jose'
import { SIGNED_BY, type SigningKey } from '../../../store/signing-keys.ts'

/** A signature beside the bytes instead of around them (RFC 7515, appendix F): whoever does not check it reads the file as it is. */
export async function detachedSignature(text: string, { kid, jwk }: SigningKey): Promise<string> {
  const whole = await new CompactSign(new TextEncoder().encode(text)).setProtectedHeader({ alg: SIGNED_BY, kid }).sign(await importJWK(jwk, SIGNED_BY))
  const [header, , signature] = whole.split('.')
  return `${header}..${signature}`
}
