import nodemailer from 'nodemailer'
import { isReleased, type ReleasedAlert } from '../../../../shared/domains/alerts/cap-message.ts'
import { identifierOf } from '../../../../shared/domains/alerts/identifier.ts'
import type { Language } from '../../../../shared/domains/alerts/content.ts'
import { longRendition } from '../../../../shared/domains/alerts/renditions.ts'
import type { AlertId, TownId } from '../../../../shared/ids.ts'
import { messageIdFor } from '../../../delivery/email.ts'
import { isOnThisMachine, smtpOptions, type MailSignature } from '../../../delivery/smtp.ts'
import { emailPattern, type EmailPattern } from './email-pattern.ts'
import type { HandOver } from './hand-over.ts'

export interface EmailWay {
  /** `smtp://127.0.0.1:2525`, `smtps://user:password@host`. */
  readonly smtpUrl: string
  /** As people see who writes, from how the town was called when the message was released. */
  readonly nameOf: (senderName: string) => string
  readonly from: string
  /** As many connections to the mail server, each used again and again. */
  readonly connections: number
  /** Where somebody sees their subscription, and where one click ends it; null where nobody subscribed to this. */
  readonly links: ((townId: TownId, subscriberId: string) => Promise<{ readonly seen: string; readonly ended: string }>) | null
  readonly dkim: MailSignature | null
  /** Where mail servers report that it did not arrive after all; null: to the sender, where nobody counts it. */
  readonly reportTo: ((townId: TownId, alertId: AlertId, subscriberId: string) => Promise<string>) | null
  /** Told of an address that the mail server has refused for good. */
  readonly onRefused: (townId: TownId, subscriberId: string) => Promise<void>
}

/** A server that says nothing for so long is tried again later. */
const TIMEOUT_MS = 6_000
const MOST_PER_CONNECTION = 500

/** What nobody on the way may change. One click ends a subscription only where both of its lines are among it (RFC 8058, section 4). */
const SIGNED = 'From:To:Subject:Date:Message-ID:MIME-Version:Content-Type:Content-Transfer-Encoding:List-Unsubscribe:List-Unsubscribe-Post:Auto-Submitted:X-Alert-Identifier'

/** Each message is put into words once in each language and not once for everybody who is told. */
function createPatterns({ nameOf, from, links }: EmailWay): (townId: TownId, alert: ReleasedAlert, language: Language) => Promise<EmailPattern> {
  const known = new WeakMap<ReleasedAlert, Map<Language, Promise<EmailPattern>>>()
  const patternOf = (townId: TownId, alert: ReleasedAlert, language: Language): Promise<EmailPattern> => {
    const { title, body } = longRendition(alert, language)
    const headers = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All', 'X-Alert-Identifier': identifierOf(townId, alert) }
    const text = links ? `${body}\n\n-- \n${END_OF_MAIL[language]}\n` : `${body}\n`
    return emailPattern({ from: { name: nameOf(alert.released.senderName), address: from }, subject: title, text, headers }, links !== null)
  }
  return (townId, alert, language) => {
    const ofAlert = known.get(alert) ?? new Map<Language, Promise<EmailPattern>>()
    const pattern = ofAlert.get(language) ?? patternOf(townId, alert, language)
    known.set(alert, ofAlert.set(language, pattern))
    return pattern
  }
}

/** Hands messages to the mail server over connections that stay open, with one click to unsubscribe (RFC 8058). */
export function createEmailWay(way: EmailWay): { readonly handOver: HandOver; close(): void } {
  const { smtpUrl, from, connections, dkim } = way
  const transport = nodemailer.createTransport({
    ...smtpOptions(smtpUrl), requireTLS: !isOnThisMachine(smtpUrl), pool: true, maxConnections: connections, maxMessages: MOST_PER_CONNECTION,
    connectionTimeout: TIMEOUT_MS, greetingTimeout: TIMEOUT_MS, socketTimeout: TIMEOUT_MS, disableFileAccess: true, disableUrlAccess: true, ...(dkim && { dkim: { ...dkim, headerFieldNames: SIGNED } }),
  })
  const patternOf = createPatterns(way)
  const handOver: HandOver = async ({ townId, alert }, { subscriberId, address, language }) => {
    if (!isReleased(alert)) throw new Error('a message went out that nobody has released')
    const [pattern, links = null, reportTo = from] = await Promise.all([patternOf(townId, alert, language), way.links?.(townId, subscriberId), way.reportTo?.(townId, alert.id, subscriberId)])
    const messageId = messageIdFor(townId, `${identifierOf(townId, alert)}/${subscriberId}`, from)
    try {
      await transport.sendMail({ messageId, envelope: { from: reportTo, to: [address] }, raw: pattern({ messageId, address, links }) })
      return 'handed'
    } catch (error) {
      const code = refusalOfAddress(error)
      if (code === null) throw error
      await way.onRefused(townId, subscriberId)
      return { failed: `smtp ${code}` }
    }
  }
  return { handOver, close: () => transport.close() }
}

/** The house itself is what the server has something against, not the address. */
const POLICY = /\b5\.7\.\d+\b/

/** What the mail server says for good against one address. What it has against the sender or the message it would say of all of them, and that can be set right. */
function refusalOfAddress(error: unknown): number | null {
  const { command, responseCode, response = '' } = error as { readonly command?: string; readonly responseCode?: number; readonly response?: string }
  return command === 'RCPT TO' && responseCode !== undefined && responseCode >= 500 && !POLICY.test(response) ? responseCode : null
}

const END_OF_MAIL = {
  de: 'Sie bekommen diese E-Mail, weil Sie sich dafür angemeldet haben. Ändern oder abmelden:',
  en: 'You get this e-mail because you subscribed to it. Change or unsubscribe:',
} as const
