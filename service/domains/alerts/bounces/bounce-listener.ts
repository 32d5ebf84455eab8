import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import { instantFromMs, type Clock } from '../../../../shared/time.ts'
import { factsOfError, type Log } from '../../../log.ts'
import type { BounceToken } from './bounce-addresses.ts'
import { readDeliveryReport, type DeliveryReport } from './delivery-report.ts'
import { messageOf, takeReport, type TakeParts } from './take-report.ts'

export interface BounceListener {
  /** Where it listens; throws where the address is not to be had. */
  start(): Promise<{ readonly port: number }>
  stop(): Promise<void>
}

export interface BounceListenerParts extends TakeParts {
  readonly clock: Clock
  readonly log: Log
  /** As `BOUNCE_LISTEN` says it. */
  readonly listen: string
}

/** A report carries the head of the e-mail at most, or all of it; ours are short. */
const MOST_BYTES = 256 * 1024
const MOST_CLIENTS = 20
const SILENCE_MS = 20_000

type Done = (error?: Error | null) => void

const refusal = (responseCode: number, text: string): Error => Object.assign(new Error(text), { responseCode })

/**
 * Takes reports of mail servers, and nothing else: without a sender, as reports are sent, and for an address that was made for an e-mail of
 * the last days. Nothing is ever sent on or answered by an e-mail.
 */
export function createBounceListener(parts: BounceListenerParts): BounceListener {
  const { protocol, hostname, port } = new URL(parts.listen)
  const server = new SMTPServer({
    lmtp: protocol === 'lmtp:', authOptional: true, disabledCommands: ['AUTH', 'STARTTLS'], size: MOST_BYTES, rejectOversized: true, maxClients: MOST_CLIENTS, socketTimeout: SILENCE_MS, closeTimeout: 1_000,
    disableReverseLookup: true, banner: 'Rathaus Desk',
    onMailFrom: ({ address }, _session, done: Done) => done(address === '' ? null : refusal(550, '5.7.1 reports only')),
    onRcptTo: ({ address }, session, done: Done) => void answer(parts.log, judged(parts, address, session), done),
    onData: (stream, session, done: Done) => void answer(parts.log, taken(parts, stream, session), done),
  })
  server.on('error', error => parts.log.warn('alerts.bounces-connection', factsOfError(error)))
  return {
    start: () => new Promise((resolve, reject) => {
      server.server.once('error', reject)
      server.listen(Number(port), hostname.replace(/^\[(.*)\]$/, '$1'), () => resolve({ port: (server.server.address() as AddressInfo).port }))
    }),
    stop: () => new Promise(resolve => server.close(() => resolve())),
  }
}

/** After a bug, or while a database is away, the mail server keeps the report and comes again. */
async function answer(log: Log, found: Promise<Error | null>, done: Done): Promise<void> {
  done(await found.catch((error: unknown) => {
    log.error('alerts.bounce-failed', factsOfError(error))
    return refusal(451, '4.3.0 try again later')
  }))
}

const nowOf = ({ clock }: BounceListenerParts) => instantFromMs(clock.nowMs())

async function judged(parts: BounceListenerParts, address: string, { envelope }: SMTPServerSession): Promise<Error | null> {
  if (envelope.rcptTo.length > 0) return refusal(452, '4.5.3 one at a time')
  const token = parts.addresses.tokenOf(address)
  return token && (await messageOf(parts, token, nowOf(parts))) !== null ? null : refusal(550, '5.1.1 no such address')
}

async function taken(parts: BounceListenerParts, stream: SMTPServerDataStream, { envelope }: SMTPServerSession): Promise<Error | null> {
  const raw = await read(stream)
  if (raw === null) return refusal(552, '5.3.4 too long')
  const token = parts.addresses.tokenOf(envelope.rcptTo[0]?.address ?? '')
  const report = await readDeliveryReport(raw)
  return token && report && !(await noted(parts, token, report)) ? refusal(451, '4.3.0 not yet') : null
}

async function noted(parts: BounceListenerParts, token: BounceToken, report: DeliveryReport): Promise<boolean> {
  const alertId = await messageOf(parts, token, nowOf(parts))
  const isDone = alertId === null || (await takeReport(parts, { alertId, subscriberId: token.subscriberId }, report, nowOf(parts)))
  if (isDone) parts.log.info('alerts.bounce', { status: report.status, kind: report.against })
  return isDone
}

/** Null for more than there may be; nothing of it is kept then. */
async function read(stream: SMTPServerDataStream): Promise<Uint8Array | null> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length <= MOST_BYTES) chunks.push(chunk)
    else chunks.length = 0
  }
  return length <= MOST_BYTES ? Buffer.concat(chunks) : null
}
