import { CompactSign, importJWK } from 'jose'
import { CARD_CHECK_PATH, type BlockList, type CardClaims } from '../../portal/card-check-verdict.ts'
import { SIGNED_BY, type SigningKey } from '../../store/signing-keys.ts'

/** A card as a signed text that a QR code can hold (JWS, compact); whoever has the open keys can check it. */
export const cardToken = (claims: CardClaims, key: SigningKey): Promise<string> => signed('card', claims, key)

/** The blocked cards as a signed text. Its kind stands in what is signed, so that nobody passes one off as the other. */
export const listToken = (list: BlockList, key: SigningKey): Promise<string> => signed('card-list', list, key)

async function signed(kind: 'card' | 'card-list', content: object, { kid, jwk }: SigningKey): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(content))
  return new CompactSign(bytes).setProtectedHeader({ alg: SIGNED_BY, kid, typ: kind }).sign(await importJWK(jwk, SIGNED_BY))
}

/** What the QR code of a card holds: the address of the check, and the card behind the `#`, which no browser sends along. */
export const cardAddress = (url: string, token: string): string => `${url}${CARD_CHECK_PATH}#${token}`
