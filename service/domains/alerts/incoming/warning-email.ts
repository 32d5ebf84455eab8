import * as z from 'zod'
import { recordKey } from '../../../../shared/command.ts'
import { sha256Hex } from '../../../../shared/canonical.ts'
import type { AlertSettings, OfficialWarning } from '../../../../shared/domains/alerts/tables.ts'
import { OfficialWarningId } from '../../../../shared/ids.ts'
import { instantFromMs, msOf, type Clock, type Instant } from '../../../../shared/time.ts'
import { messageIdFor, type Notice, type Sender } from '../../../delivery/email.ts'
import type { NewJob } from '../../../delivery/jobs.ts'
import type { MailTransport } from '../../../delivery/smtp.ts'
import { momentIn } from '../../../delivery/when.ts'
import type { Deliver } from '../../../delivery/worker.ts'
import type { Database } from '../../../store/database.ts'
import { loadRecords } from '../../../store/records.ts'
import { refTo } from './keep-warning.ts'

/** Who is called about a warning that nobody has acknowledged, one after the other. */
export const CIRCLES = ['officers', 'leads'] as const
type Circle = (typeof CIRCLES)[number]

const Payload = z.object({ warningId: OfficialWarningId, circle: z.enum(CIRCLES), address: z.string() })

/** Before everything that tells citizens that something is waiting. */
const PRIORITY = 50

const named = (address: string): string => sha256Hex(address.toLowerCase()).slice(0, 16)
export const addressesOf = (settings: AlertSettings, circle: Circle): readonly string[] => (circle === 'officers' ? settings.officerAddresses : settings.leadAddresses)

/** One e-mail to each of a circle; one that was said anew under its old name is told of anew. Addresses are looked up when it goes out. */
export const warningMail = ({ id, sentAt }: OfficialWarning, circle: Circle, settings: AlertSettings): readonly NewJob[] =>
  [...new Set(addressesOf(settings, circle).map(named))].map(address => ({
    kind: 'warning-email', key: `official-warning/${id}/${sentAt}/${circle}/${address}`, payload: { warningId: id, circle, address }, personId: null, priority: PRIORITY,
  }))

/** Calls somebody, unless the warning has been acknowledged meanwhile or is over. */
export function createWarningDelivery({ database: { db }, clock, transport, sender }: {
  readonly database: Database
  readonly clock: Clock
  readonly transport: MailTransport
  readonly sender: Sender
}): Deliver {
  return async job => {
    const { warningId, circle, address } = Payload.parse(job.payload)
    const settingsRecord = { table: 'alert_settings', id: 'alerts' } as const
    const rows = await loadRecords(db, job.townId, [refTo(warningId), settingsRecord], false)
    const warning = rows.get(recordKey(refTo(warningId))) as OfficialWarning | undefined
    const settings = rows.get(recordKey(settingsRecord)) as AlertSettings | undefined
    const to = settings && addressesOf(settings, circle).find(one => named(one) === address)
    const now = instantFromMs(clock.nowMs())
    if (!warning || !to || warning.acknowledged || (warning.endsAt !== null && warning.endsAt <= now)) return 'done'
    const notice = warningNotice(warning, circle === 'leads' && settings.officerAddresses.length > 0, sender, now)
    return (await transport.send({ ...notice, messageId: messageIdFor(job.townId, job.key, sender.from), from: sender.from, to })) === 'accepted' ? 'done' : 'failed'
  }
}

const MINUTE_MS = 60_000

function warningNotice(warning: OfficialWarning, isSecondCall: boolean, { townName }: Sender, now: Instant): Omit<Notice, 'messageId'> {
  const minutes = Math.max(0, Math.round((msOf(now) - msOf(warning.receivedAt)) / MINUTE_MS))
  const headline = warning.headline.replaceAll(/\s+/g, ' ').trim()
  return {
    subject: `Noch von niemandem bestätigt: ${headline} – ${townName}`,
    text: [
      `Eine amtliche Warnung ist seit ${minutes} Minuten da, und niemand hat sie bestätigt.`,
      ...(isSecondCall ? ['Die Personen der Bereitschaft sind schon angeschrieben worden.'] : []),
      '', headline, '', ...(warning.text ? [warning.text, ''] : []), ...(warning.instruction ? [warning.instruction, ''] : []),
      `Wo: ${warning.areaNames.join(', ') || 'nicht genannt'}`, `Von: ${warning.senderName || 'nicht genannt'}`, `Stand: ${momentIn('de', warning.sentAt)}`,
      ...(warning.endsAt ? [`Gilt bis: ${momentIn('de', warning.endsAt)}`] : []),
      '', 'Bitte öffnen Sie Rathaus Desk, bestätigen Sie die Warnung und entscheiden Sie, ob die Stadt selbst warnt.', '', townName, '',
    ].join('\n'),
  }
}
