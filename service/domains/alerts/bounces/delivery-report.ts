import PostalMime from 'postal-mime'

/** That an e-mail did not arrive after all, as a mail server reports it (RFC 3464). */
export interface DeliveryReport {
  /** `address`: there is nobody; `passing`: not now, a full mailbox, a server that is away; `ours`: something against who sends or what was said. */
  readonly against: 'address' | 'passing' | 'ours'
  /** `5.1.1` (RFC 3463). */
  readonly status: string
}

/** The address or its domain is none, the mailbox is closed. */
const NOBODY = ['5.1.1', '5.1.2', '5.1.3', '5.1.6', '5.1.10', '5.2.1']
/** Policy, and senders that are not wanted: it would be said of every e-mail, and could be set right here. */
const OURS = /^5\.(?:7\.\d+|1\.[78])$/

/** Null for everything else: notes that somebody is away, answers, reports that it only takes longer, and what nobody can read. */
export async function readDeliveryReport(raw: Uint8Array): Promise<DeliveryReport | null> {
  const { headers, attachments } = await PostalMime.parse(raw)
  const type = headers.find(({ key }) => key === 'content-type')?.value ?? ''
  if (!/^multipart\/report\b/i.test(type) || !/\breport-type\s*=\s*"?delivery-status\b/i.test(type)) return null
  const part = attachments.find(({ mimeType }) => mimeType === 'message/delivery-status')
  const status = part ? failedStatus(textOf(part.content)) : null
  return status === null ? null : { against: NOBODY.includes(status) ? 'address' : OURS.test(status) ? 'ours' : 'passing', status }
}

const textOf = (content: string | ArrayBuffer | Uint8Array): string => (typeof content === 'string' ? content : new TextDecoder().decode(content))

/** Of the first recipient who was given up: every e-mail goes to one. */
function failedStatus(text: string): string | null {
  const groups = text.replaceAll(/\r?\n[ \t]+/g, ' ').split(/\r?\n[ \t]*\r?\n/)
  for (const group of groups) {
    const [, status] = /^Status:[ \t]*([45]\.\d{1,3}\.\d{1,3})\b/im.exec(group) ?? []
    if (status !== undefined && /^Action:[ \t]*failed\b/im.test(group)) return status
  }
  return null
}
