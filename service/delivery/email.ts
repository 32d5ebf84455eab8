import { sha256Hex } from '../../shared/canonical.ts'

/** An e-mail to a citizen. */
export interface Notice {
  readonly messageId: string
  readonly subject: string
  readonly text: string
  /** What a calendar makes of it. */
  readonly calendar?: { readonly method: 'request' | 'cancel'; readonly content: string }
}

export interface Sender {
  /** The town's name as citizens know it. */
  readonly townName: string
  /** Address the e-mails come from; its domain is also that of the Message-ID. */
  readonly from: string
}

/** Follows from the job's key alone: a second delivery of the same job after a crash carries the same Message-ID. */
export function messageIdFor(townId: string, key: string, from: string): string {
  const domain = from.slice(from.lastIndexOf('@') + 1)
  return `<${sha256Hex(`${townId}/${key}`).slice(0, 40)}@${domain}>`
}

/** What is told about a mailbox: that something is waiting, and where. No names, nothing of the matter. */
export function waitingNotice(sender: Sender, messageId: string, mailboxUrl: string): Notice {
  return {
    messageId,
    subject: `Eine Nachricht liegt für Sie bereit – ${sender.townName}`,
    text: [
      'Guten Tag,',
      '',
      'in Ihrem Postfach liegt eine neue Nachricht für Sie bereit:',
      mailboxUrl,
      '',
      'Aus Gründen des Datenschutzes steht der Inhalt nicht in dieser E-Mail.',
      'Bitte antworten Sie nicht auf diese E-Mail, sondern im Postfach.',
      '',
      sender.townName,
      '',
      '--',
      '',
      'A new message is waiting for you in your mailbox (link above).',
      'For your privacy its contents are not part of this e-mail.',
      '',
    ].join('\n'),
  }
}
