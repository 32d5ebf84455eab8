import nodemailer from 'nodemailer'
import type { Notice } from './email.ts'

/** Hands one e-mail over; resolves when the mail server has accepted it. */
export interface MailTransport {
  send(mail: Notice & { readonly from: string; readonly to: string }): Promise<'accepted' | 'refused-for-good'>
  close(): void
}

const TIMEOUT_MS = 15_000

/** Signs e-mails for a domain (DKIM, RFC 6376). */
export interface MailSignature {
  readonly domainName: string
  readonly keySelector: string
  readonly privateKey: string
}

/** By SMTP, as `SMTP_URL` says (`smtp://127.0.0.1:2525`, `smtps://user:password@host`). */
export function createSmtpTransport(url: string, dkim: MailSignature | null = null): MailTransport {
  const transport = nodemailer.createTransport({
    ...connectionTo(url),
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(dkim && { dkim }),
  })
  return {
    async send({ messageId, from, to, subject, text, calendar }) {
      try {
        await transport.sendMail({
          messageId, from, to, subject, text,
          headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
          // Once beside the text, for programs that understand it, and once as a file for all others.
          ...(calendar && { icalEvent: { method: calendar.method, content: calendar.content, filename: 'termin.ics' } }),
        })
        return 'accepted'
      } catch (error) {
        if (isPermanent(error)) return 'refused-for-good'
        throw error
      }
    },
    close: () => transport.close(),
  }
}

/** The link in an e-mail opens the mailbox, and the password the server: they go to another machine encrypted or not at all. */
export const connectionTo = (url: string) => ({ ...smtpOptions(url), requireTLS: !isOnThisMachine(url) })

export const isOnThisMachine = (url: string): boolean => ['127.0.0.1', '[::1]', 'localhost'].includes(new URL(url).hostname)

export function smtpOptions(url: string): { host: string; port: number; secure: boolean; auth?: { user: string; pass: string } } {
  const { protocol, hostname, port, username, password } = new URL(url)
  const secure = protocol === 'smtps:'
  const auth = { user: decodeURIComponent(username), pass: decodeURIComponent(password) }
  return { host: hostname, port: Number(port) || (secure ? 465 : 587), secure, ...(username ? { auth } : {}) }
}

/** The mail server said 5xx to the address or the message: trying again would say the same. */
function isPermanent(error: unknown): boolean {
  const { code, responseCode } = error as { readonly code?: string; readonly responseCode?: number }
  return (code === 'EENVELOPE' || code === 'EMESSAGE') && responseCode !== undefined && responseCode >= 500
}
