import { EventEmitter, once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** What came in for one person of one message. */
export interface Received {
  count: number
  /** The names it came under: never more than one. */
  readonly messageIds: Set<string>
  /** When the sender began to hand the last one over. */
  lastMs: number
}

export interface AlertMail {
  readonly smtpUrl: string
  /** By identifier of the message, then by address. */
  readonly received: ReadonlyMap<string, ReadonlyMap<string, Received>>
  /** Resolves when so many have come in, of one message or of all. */
  reached(count: number, identifier?: string): Promise<void>
  total(identifier?: string): number
  close(): Promise<void>
}

/** A mail server on loopback that counts who was told what, under which name and when. `nowMs` is the clock by which it says when. */
export async function startAlertMail(nowMs: () => number): Promise<AlertMail> {
  const received = new Map<string, Map<string, Received>>()
  const news = new EventEmitter().setMaxListeners(0)
  const begun = new Map<string, number>()
  /** By identifier; empty: of all. */
  const totals = new Map<string, number>()
  const totalOf = (identifier = ''): number => totals.get(identifier) ?? 0
  const server = new SMTPServer({
    authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'],
    onMailFrom: (_address, session, done) => {
      begun.set(session.id, nowMs())
      done()
    },
    onClose: session => void begun.delete(session.id),
    onData: (stream, session, done) => {
      let head = ''
      stream.on('data', (chunk: Buffer) => { head += chunk.toString('latin1') })
      stream.on('end', () => {
        const identifier = headerOf(head, 'X-Alert-Identifier')
        for (const { address } of session.envelope.rcptTo) note(received, identifier, { address, messageId: headerOf(head, 'Message-ID'), atMs: begun.get(session.id) ?? nowMs() })
        for (const key of ['', identifier]) totals.set(key, totalOf(key) + 1)
        news.emit('mail')
        done()
      })
    },
  })
  // A sender that is killed leaves broken lines behind.
  server.on('error', () => undefined)
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  return {
    smtpUrl: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    received,
    reached: async (count, identifier) => {
      while (totalOf(identifier) < count) await once(news, 'mail')
    },
    total: totalOf,
    close: () => new Promise(resolve => { server.close(() => resolve()) }),
  }
}

interface One {
  readonly address: string
  readonly messageId: string
  readonly atMs: number
}

function note(received: Map<string, Map<string, Received>>, identifier: string, { address, messageId, atMs }: One): void {
  const people = received.get(identifier) ?? new Map<string, Received>()
  const one = people.get(address) ?? { count: 0, messageIds: new Set(), lastMs: 0 }
  one.count += 1
  one.messageIds.add(messageId)
  one.lastMs = atMs
  received.set(identifier, people.set(address, one))
}

const headerOf = (head: string, name: string): string => new RegExp(`^${name}:\\s*(\\S+)`, 'im').exec(head)?.[1] ?? ''
