import type { TownId } from '../shared/ids.ts'
import type { Clock } from '../shared/time.ts'
import { startMailSink, type MailSink } from './demo/mail-sink.ts'
import { createEmailDelivery } from './delivery/deliver-email.ts'
import type { JobKind } from './delivery/jobs.ts'
import { createSmtpTransport } from './delivery/smtp.ts'
import { createWorker, type Deliver, type Worker, type WorkerParts } from './delivery/worker.ts'
import { createBookingLinks } from './domains/appointments/booking-links.ts'
import { createAppointmentDelivery } from './domains/appointments/mail/deliver-appointment.ts'
import { createHallLinks } from './domains/halls/hall-links.ts'
import { createHallDelivery } from './domains/halls/mail/deliver-hall.ts'
import { createLetterDelivery } from './domains/applications/deliver-letter.ts'
import type { Typesetter } from './domains/letters/typesetter.ts'
import { createSignatureDelivery } from './domains/vaccinations/sign/deliver-signature.ts'
import { createSignatureSimulator } from './domains/vaccinations/sign/simulator.ts'
import type { MailboxKeys } from './intake/mailbox-keys.ts'
import type { Log } from './log.ts'
import type { Settings } from './settings.ts'
import type { Database } from './store/database.ts'

/** What goes out of the house: letters into mailboxes, requests for signatures, and e-mails by SMTP, in the demo to a sink that shows them. */
export interface Outgoing {
  readonly worker: Worker
  /** The page of the demo's sink. */
  readonly mailUrl: string | null
  close(): Promise<void>
}

export interface OutgoingParts {
  readonly database: Database
  readonly townId: TownId
  readonly townName: string
  readonly clock: Clock
  readonly log: Log
  readonly mailboxKeys: MailboxKeys
  /** Null where letters cannot be set; then they wait. */
  readonly typesetter: Typesetter | null
  readonly url: () => string
  readonly measure: NonNullable<WorkerParts['measure']>
}

/** Without a mail server e-mails wait in the queue. */
export async function openOutgoing(settings: Settings, parts: OutgoingParts): Promise<Outgoing> {
  const sink = settings.demo && !settings.smtpUrl ? await startMailSink({ port: 0 }) : null
  const smtpUrl = settings.smtpUrl ?? sink?.smtpUrl
  const transport = smtpUrl ? createSmtpTransport(smtpUrl) : null
  const sender = { townName: parts.townName, from: settings.mailFrom }
  const { database, townId, clock, log, measure, mailboxKeys, typesetter, url } = parts
  const deliver = new Map<JobKind, Deliver>()
  if (transport) {
    deliver.set('email', createEmailDelivery({ database, clock, transport, sender, mailboxKeys, portalUrl: url }))
    deliver.set('appointment-email', createAppointmentDelivery({ database, clock, transport, sender, bookingLinks: createBookingLinks(database), portalUrl: url }))
    deliver.set('hall-email', createHallDelivery({ database, transport, sender, hallLinks: createHallLinks(database), portalUrl: url }))
  }
  if (settings.signatureProvider) deliver.set('signature', createSignatureDelivery({ database, clock, provider: createSignatureSimulator({ clock }) }))
  if (typesetter) deliver.set('letter', createLetterDelivery({ database, clock, typesetter, url }))
  const worker = createWorker({ database, townId, clock, log, deliver, random: Math.random, measure })
  return { worker, mailUrl: sink?.url ?? null, close: () => closeAll(worker, transport, sink) }
}

async function closeAll(worker: Worker, transport: { close(): void } | null, sink: MailSink | null): Promise<void> {
  await worker.stop()
  transport?.close()
  await sink?.close()
}
