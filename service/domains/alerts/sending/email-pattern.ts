import MailComposer from 'nodemailer/lib/mail-composer'
import { encode, wrap } from 'nodemailer/lib/qp'

/** What everybody who gets a message in one language has in common. */
export interface CommonWords {
  readonly from: { readonly name: string; readonly address: string }
  readonly subject: string
  readonly text: string
  readonly headers: Readonly<Record<string, string>>
}

/** What is one person's own. */
export interface OwnWords {
  readonly messageId: string
  readonly address: string
  /** Where they see their subscription, which is the last line, and where one click ends it (RFC 8058); null where nobody subscribed to this. */
  readonly links: { readonly seen: string; readonly ended: string } | null
}

/** The whole e-mail of one person. */
export type EmailPattern = (own: OwnWords) => string

const STAND_IN = { messageId: '<message@stand-in.invalid>', address: 'person@stand-in.invalid', ended: `https://stand-in.invalid/${'x'.repeat(64)}` } as const
const STAND_INS = new RegExp(`(${Object.values(STAND_IN).join('|')})`)

/** Puts the message into the form of an e-mail once: to do so for everybody takes as long as to hand it over. */
export async function emailPattern({ from, subject, text, headers }: CommonWords, hasLinks: boolean): Promise<EmailPattern> {
  const composer = new MailComposer({
    from, subject, text, textEncoding: 'quoted-printable', newline: 'windows', messageId: STAND_IN.messageId, to: { name: '', address: STAND_IN.address },
    headers: { ...headers, ...(hasLinks && { 'List-Unsubscribe': `<${STAND_IN.ended}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }) },
  })
  const pieces = String(await composer.compile().build()).split(STAND_INS)
  return ({ messageId, address, links }) => {
    const own = new Map<string, string>([[STAND_IN.messageId, messageId], [STAND_IN.address, address], [STAND_IN.ended, links?.ended ?? '']])
    const whole = pieces.map(piece => own.get(piece) ?? piece).join('')
    return links ? `${whole}${wrap(encode(links.seen))}\r\n` : whole
  }
}
