import { randomUUID } from 'node:crypto'
import type { TownId } from '../../shared/ids.ts'
import { messageIdFor, type Notice, type Sender } from '../delivery/email.ts'
import type { MailTransport } from '../delivery/smtp.ts'

/** Sends a test e-mail at once, so that whoever sets the town up hears what the mail server says. */
export type SendTestMail = (to: string) => Promise<'accepted' | 'refused-for-good' | 'unreachable'>

export const createTestMail = ({ townId, transport, sender }: { readonly townId: TownId; readonly transport: MailTransport | null; readonly sender: Sender }): SendTestMail =>
  async to => (await transport?.send({ ...testNotice(townId, sender), from: sender.from, to }).catch(() => null)) ?? 'unreachable'

const testNotice = (townId: TownId, sender: Sender): Notice => ({
  messageId: messageIdFor(townId, `test-mail/${randomUUID()}`, sender.from),
  subject: `Probe: E-Mails von ${sender.townName}`,
  text: [
    'Guten Tag,',
    '',
    'diese E-Mail ist eine Probe. Wenn Sie sie lesen, kommen die E-Mails der Stadt an.',
    'Sehen Sie nach, ob der Absender stimmt und ob sie nicht im Spam-Ordner lag.',
    '',
    sender.townName,
    '',
    '--',
    '',
    'This e-mail is a test. If you can read it, e-mails of the town arrive.',
    '',
  ].join('\n'),
})
