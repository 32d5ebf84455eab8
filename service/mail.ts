import type { TownId } from '../shared/ids.ts'
import type { Clock } from '../shared/time.ts'
import { isTrainingName } from '../shared/training-town.ts'
import { startMailSink } from './demo/mail-sink.ts'
import { startPrintCentre, type PrintCentreSimulator } from './demo/print-centre/print-centre.ts'
import { startSmsSink } from './demo/sms-sink.ts'
import { createAnchorDelivery } from './audit/anchor-mail.ts'
import { createEmailDelivery } from './delivery/deliver-email.ts'
import type { JobKind } from './delivery/jobs.ts'
import { createSmtpTransport } from './delivery/smtp.ts'
import { createWorker, type Deliver, type Worker } from './delivery/worker.ts'
import { createWarningDelivery } from './domains/alerts/incoming/warning-email.ts'
import { createReminderDelivery } from './domains/alerts/reminders/reminder-email.ts'
import { openAlertChannel, type AlertChannel } from './domains/alerts/ways/open-channel.ts'
import { mailSignature } from './domains/alerts/ways/dkim-key.ts'
import type { WayParts } from './domains/alerts/ways/open-ways.ts'
import { createWelcomeDelivery } from './domains/alerts/push/deliver-welcome.ts'
import { createSubscriptionDelivery } from './domains/alerts/subscribers/mail/deliver-subscription.ts'
import { createSubscriptionLinks } from './domains/alerts/subscribers/subscription-links.ts'
import { createBookingLinks } from './domains/appointments/booking-links.ts'
import { createAppointmentDelivery } from './domains/appointments/mail/deliver-appointment.ts'
import { createConversationLinks } from './domains/messages/conversation-links.ts'
import { createConversationDelivery } from './domains/messages/mail/deliver-conversation.ts'
import { createHallLinks } from './domains/halls/hall-links.ts'
import { createHallDelivery } from './domains/halls/mail/deliver-hall.ts'
import { createLetterDelivery } from './domains/applications/deliver-letter.ts'
import { facsimilesOf } from './domains/letters/facsimiles.ts'
import { createTypesetter, type Typesetter } from './domains/letters/typesetter.ts'
import { createConsentKeys } from './domains/notices/mailbox/consent-keys.ts'
import { createConsentDelivery, createNoticeEmailDelivery } from './domains/notices/mailbox/deliver-emails.ts'
import { openNoticePost, type NoticePost, type NoticePostParts } from './domains/notices/open-notices.ts'
import { createSignatureDelivery } from './domains/vaccinations/sign/deliver-signature.ts'
import { createSignatureSimulator } from './domains/vaccinations/sign/simulator.ts'
import type { MailboxKeys } from './intake/mailbox-keys.ts'
import type { Log } from './log.ts'
import type { DeliveryJournal } from './operate/delivery-journal.ts'
import type { Settings } from './settings.ts'
import type { Database } from './store/database.ts'
import type { ProcessParts } from './towns/process-parts.ts'
import { createTestMail, type SendTestMail } from './towns/test-mail.ts'

/** What goes out of the house: letters into mailboxes, requests for signatures, messages to the public, and e-mails by SMTP, in the demo to a sink that shows them. */
export interface Outgoing {
  readonly worker: Worker
  readonly alerts: AlertChannel
  /** Checks and sends mass notices; null where letters cannot be set. */
  readonly notices: NoticePost | null
  readonly sendTestMail: SendTestMail
  /** The page of the demo's sink. */
  readonly mailUrl: string | null
  /** The page of the demo's print centre. */
  readonly epostUrl: string | null
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
  readonly fetch: typeof globalThis.fetch
  /** What sets and reads notices, for all towns of the process. */
  readonly process: ProcessParts
  /** Told of every attempt, whatever is delivered. */
  readonly measure: WayParts['measure']
  /** What has left the house, remembered outside of the database. */
  readonly journal: DeliveryJournal | null
  /** What others deliver. */
  readonly further: ReadonlyMap<JobKind, Deliver>
}

/** Without a mail server e-mails wait in the queue. */
export async function openOutgoing(settings: Settings, parts: OutgoingParts): Promise<Outgoing> {
  const sink = settings.demo && !settings.smtpUrl ? await startMailSink({ port: 0 }) : null
  const smtpUrl = settings.smtpUrl ?? sink?.smtpUrl
  const transport = smtpUrl ? createSmtpTransport(smtpUrl, await mailSignature(settings)) : null
  const sender = { townName: parts.townName, from: settings.mailFrom }
  const { database, townId, clock, log, measure, mailboxKeys, typesetter, url } = parts
  const deliver = new Map<JobKind, Deliver>(parts.further)
  if (transport) {
    deliver.set('email', createEmailDelivery({ database, clock, transport, sender, mailboxKeys, portalUrl: url }))
    deliver.set('appointment-email', createAppointmentDelivery({ database, clock, transport, sender, bookingLinks: createBookingLinks(database), portalUrl: url }))
    deliver.set('hall-email', createHallDelivery({ database, transport, sender, hallLinks: createHallLinks(database), portalUrl: url }))
    deliver.set('conversation-email', createConversationDelivery({ database, transport, sender, links: createConversationLinks(database), portalUrl: url }))
    deliver.set('warning-email', createWarningDelivery({ database, clock, transport, sender }))
    deliver.set('alert-reminder', createReminderDelivery({ database, clock, transport, sender }))
    deliver.set('subscription-email', createSubscriptionDelivery({ database, transport, sender, links: createSubscriptionLinks(database), portalUrl: url }))
    const aboutNotices = { database, clock, transport, sender, keys: createConsentKeys(database), portalUrl: url }
    deliver.set('consent-email', createConsentDelivery(aboutNotices))
    deliver.set('notice-email', createNoticeEmailDelivery(aboutNotices))
    deliver.set('audit-anchor', createAnchorDelivery({ transport, sender, addresses: settings.auditAnchorMail }))
  }
  if (settings.signatureProvider) deliver.set('signature', createSignatureDelivery({ database, clock, provider: createSignatureSimulator({ clock }) }))
  if (typesetter) deliver.set('letter', createLetterDelivery({ database, clock, typesetter, url }))
  const sms = settings.demo && !settings.smsGatewayUrl ? await startSmsSink() : null
  const alerts = await openAlertChannel({
    database, townId, clock, log, url, measure, fetch: parts.fetch, smtpUrl: smtpUrl ?? null, mailFrom: settings.mailFrom,
    settings: sms ? { ...settings, smsGatewayUrl: sms.url, smsGatewayToken: sms.token } : settings,
  })
  if (alerts.push) deliver.set('subscription-push', createWelcomeDelivery({ database, clock, post: alerts.push, links: createSubscriptionLinks(database), portalUrl: url }))
  const printCentre = await demoPrintCentre(settings, clock)
  const notices = typesetter && openNoticePost({ database, townId, clock, log, fetch: parts.fetch, finishing: finishingFor(parts), settings: printCentre ? { ...settings, ...printCentre.settings, printCentreAskSeconds: DEMO_ASK_SECONDS } : settings })
  const worker = createWorker({ database, townId, clock, log, deliver, journal: parts.journal, random: Math.random, measure })
  return {
    worker, alerts, notices, sendTestMail: createTestMail({ townId, transport, sender }), mailUrl: sink?.url ?? null, epostUrl: printCentre?.url ?? null,
    close: async () => {
      await Promise.all([worker.stop(), alerts.close(), notices?.close()])
      transport?.close()
      await Promise.all([sink?.close(), sms?.close(), printCentre?.close()])
    },
  }
}

/** With the town's own pictures, on what the process has for all of its towns and ends itself. */
const finishingFor = ({ database, townId, townName, log, process: { noticePresses, preflighter } }: OutgoingParts): NoticePostParts['finishing'] => ({
  typesetter: createTypesetter({ log, facsimiles: facsimilesOf(database.db, townId), isTraining: isTrainingName(townName), presses: noticePresses }),
  preflighter: { read: preflighter.read, close: async () => undefined },
})

/** A letter is on its way within a minute there, so that somebody who looks sees it arrive. */
const DEMO_PACE = { processed: 4_000, atPrintCentre: 10_000, dispatched: 20_000 }
const DEMO_ASK_SECONDS = 3

const demoPrintCentre = async ({ demo, printCentreUrl }: Settings, clock: Clock): Promise<PrintCentreSimulator | null> =>
  (demo && printCentreUrl === null ? startPrintCentre({ nowMs: clock.nowMs, pace: DEMO_PACE }) : null)
