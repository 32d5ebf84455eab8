import * as z from 'zod'
import { Instant } from '../../shared/time.ts'
import { messageIdFor, type Notice, type Sender } from '../delivery/email.ts'
import type { MailTransport } from '../delivery/smtp.ts'
import { momentIn } from '../delivery/when.ts'
import type { Deliver } from '../delivery/worker.ts'
import { namedAddress } from './anchor-task.ts'

const Payload = z.object({ entries: z.int(), hash: z.string(), at: Instant, jws: z.string(), address: z.string() })

/** Sends the head of the log to those who keep it; one that is no longer among the addresses gets nothing. */
export const createAnchorDelivery = ({ transport, sender, addresses }: { readonly transport: MailTransport; readonly sender: Sender; readonly addresses: readonly string[] }): Deliver =>
  async job => {
    const { address, ...anchor } = Payload.parse(job.payload)
    const to = addresses.find(one => namedAddress(one) === address)
    if (!to) return 'done'
    const notice = { ...anchorNotice(anchor, sender), messageId: messageIdFor(job.townId, job.key, sender.from) }
    return (await transport.send({ ...notice, from: sender.from, to })) === 'accepted' ? 'done' : 'failed'
  }

const anchorNotice = ({ entries, hash, at, jws }: Omit<z.infer<typeof Payload>, 'address'>, { townName }: Sender): Omit<Notice, 'messageId'> => ({
  subject: `Protokoll-Anker ${at.slice(0, 10)}, ${entries} Einträge – ${townName}`,
  text: [
    'Bitte heben Sie diese E-Mail auf. Mit ihr lässt sich später zeigen, dass das Protokoll des Rathauses nicht verändert wurde.',
    '',
    `Stand: ${momentIn('de', at)}`,
    `Einträge: ${entries}`,
    `Prüfsumme des letzten: ${hash}`,
    '',
    'Anker (zum Vergleichen in Rathaus Desk unter „Protokoll“, „Prüfung“ einfügen):',
    '',
    jws,
    '',
    townName,
    '',
    '--',
    '',
    'Please keep this e-mail. It shows later that the town hall’s audit log was not altered.',
    '',
  ].join('\n'),
})
