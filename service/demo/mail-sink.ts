import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { html, type Html } from '../portal/html.ts'

/** An e-mail as it came in. */
export interface SunkMail {
  readonly messageId: string
  readonly from: string
  readonly to: readonly string[]
  readonly subject: string
  readonly text: string
  readonly raw: string
}

export interface MailSink {
  /** For `SMTP_URL`. */
  readonly smtpUrl: string
  /** The page with everything that came in; `messages.json` beside it. */
  readonly url: string
  /** Oldest first. */
  messages(): readonly SunkMail[]
  close(): Promise<void>
}

/** The demo shows the newest of them; the rest is dropped. */
const MOST_KEPT = 2_000

/** A mail server on loopback that keeps what it gets instead of sending it on, and shows it. `port` is that of the page. */
export async function startMailSink({ port }: { readonly port: number }): Promise<MailSink> {
  const kept: SunkMail[] = []
  const smtp = await listenForMail(mail => {
    kept.push(mail)
    if (kept.length > MOST_KEPT) kept.shift()
  })
  const http = await listenForReaders(kept, port)
  return {
    smtpUrl: `smtp://127.0.0.1:${portOf(smtp.server)}`,
    url: `http://127.0.0.1:${portOf(http)}/`,
    messages: () => [...kept],
    close: async () => {
      await new Promise<void>(resolve => smtp.close(() => resolve()))
      http.closeAllConnections()
      await new Promise<void>(resolve => http.close(() => resolve()))
    },
  }
}

const portOf = (server: { address(): AddressInfo | string | null }): number => (server.address() as AddressInfo).port

async function listenForMail(keep: (mail: SunkMail) => void): Promise<SMTPServer> {
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    size: 5 * 1024 * 1024,
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(recipient => recipient.address)
        void accept(Buffer.concat(chunks), to, keep, done)
      })
    },
  })
  await new Promise<void>((resolve, reject) => {
    smtp.on('error', reject)
    smtp.listen(0, '127.0.0.1', resolve)
  })
  return smtp
}

/** Says "accepted" only once the mail is kept. */
async function accept(raw: Buffer, to: readonly string[], keep: (mail: SunkMail) => void, done: (error?: Error | null) => void): Promise<void> {
  try {
    keep(await read(raw, to))
    done()
  } catch (error) {
    done(error instanceof Error ? error : new Error(String(error)))
  }
}

async function read(raw: Buffer, to: readonly string[]): Promise<SunkMail> {
  const { messageId, from, subject, text } = await PostalMime.parse(new Uint8Array(raw))
  return { messageId: messageId ?? '', from: from?.address ?? '', to, subject: subject ?? '', text: text ?? '', raw: raw.toString('utf8') }
}

async function listenForReaders(kept: readonly SunkMail[], port: number): Promise<Server> {
  const http = createServer((request, response) => {
    const isJson = request.url === '/messages.json'
    if (request.method !== 'GET' || (request.url !== '/' && !isJson)) {
      response.writeHead(404).end()
      return
    }
    const type = isJson ? 'application/json' : 'text/html'
    const policy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"
    response.writeHead(200, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store', 'content-security-policy': policy })
    response.end(isJson ? JSON.stringify({ messages: kept }) : listPage(kept))
  })
  await new Promise<void>((resolve, reject) => {
    http.on('error', reject)
    http.listen(port, '127.0.0.1', resolve)
  })
  return http
}

/** Addresses of the web become links, as mail programs show them; everything else stays text. */
const linked = (text: string): Html => html`${text.split(/(https?:\/\/[^\s<>"]+)/).map((part, index) => (index % 2 === 1 ? html`<a href="${part}">${part}</a>` : part))}`

const listPage = (kept: readonly SunkMail[]): string => html`<!doctype html>
<html lang="de"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Postausgang der Vorführung</title>
<style>:root { color-scheme: light dark; --text: #1b1f24; --back: #fff; --line: #5f6b7a; --accent: #0b4f8a; }
@media (prefers-color-scheme: dark) { :root { --text: #eceff3; --back: #14181d; --line: #9aa6b4; --accent: #8ec5ff; } }
body { font: 1.0625rem/1.5 'Fira Sans', system-ui, sans-serif; max-width: 46rem; margin: 1rem auto; padding: 0 1rem; color: var(--text); background: var(--back); overflow-wrap: anywhere; }
article { border: 1px solid var(--line); border-radius: 6px; padding: 0.5rem 1rem; margin: 1rem 0; } h2 { font-size: 1.25rem; margin: 0.25rem 0; }
a { color: var(--accent); } .text { white-space: pre-wrap; overflow-wrap: anywhere; }</style></head>
<body><main><h1>Postausgang der Vorführung</h1>
<p>${kept.length === 1 ? '1 E-Mail' : `${kept.length} E-Mails`}, die neueste zuerst. Keine davon hat diesen Rechner verlassen.</p>
${kept.toReversed().map(
  mail => html`<article><h2>${mail.subject}</h2><p>An ${mail.to.join(', ')}</p><p class="text">${linked(mail.text)}</p></article>`,
)}</main></body></html>`.text
