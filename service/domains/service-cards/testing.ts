import type { VerifySignature } from '../../portal/card-check-verdict.ts'

/** As a telephone does it. */
export const verifyEd25519: VerifySignature = async ({ x = '' }, signature, signed) => {
  const key = await crypto.subtle.importKey('jwk', { kty: 'OKP', crv: 'Ed25519', x }, 'Ed25519', false, ['verify'])
  return crypto.subtle.verify('Ed25519', key, signature, signed)
}
