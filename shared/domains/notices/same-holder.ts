import type { NoticeContent } from './content.ts'
import type { MailboxConsent } from './tables.ts'

/** Capitals, accents, blanks, hyphens and umlauts that are spelt out make no difference. */
export const folded = (text: string): string =>
  text.normalize('NFC').toLowerCase().replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue').replaceAll('ß', 'ss').normalize('NFKD').replaceAll(/[^\p{L}\p{N}]/gu, '')

/** A Kassenzeichen and a name as they are compared: the same for whoever is meant, however it is typed. */
export const holderKey = ({ reference, name }: Pick<MailboxConsent, 'reference' | 'name'>): string => `${folded(reference)}|${folded(name)}`

/** Of whom a notice speaks, to be held against an agreement. */
export const holderOf = ({ reference, recipient: { name } }: Pick<NoticeContent, 'reference' | 'recipient'>): string => holderKey({ reference, name })
