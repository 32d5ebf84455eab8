import * as z from 'zod'
import { recordKey } from '../../../../shared/command.ts'
import { wordingIn } from '../../../../shared/domains/alerts/renditions.ts'
import type { Alert, AlertSettings, AlertTopic } from '../../../../shared/domains/alerts/tables.ts'
import { AlertId } from '../../../../shared/ids.ts'
import { instantFromMs, type Clock } from '../../../../shared/time.ts'
import { messageIdFor, type Notice, type Sender } from '../../../delivery/email.ts'
import type { MailTransport } from '../../../delivery/smtp.ts'
import { momentIn } from '../../../delivery/when.ts'
import type { Deliver } from '../../../delivery/worker.ts'
import type { Database } from '../../../store/database.ts'
import { loadRecords } from '../../../store/records.ts'
import { mattersOf } from './remind.ts'
import { MATTERS, named, remindedOf, type Matter } from './reminder-jobs.ts'

const Payload = z.object({ alertId: AlertId, matter: z.enum(MATTERS), address: z.string() })

/** Reminds somebody, unless it has been done meanwhile. */
export function createReminderDelivery({ database: { db }, clock, transport, sender }: {
  readonly database: Database
  readonly clock: Clock
  readonly transport: MailTransport
  readonly sender: Sender
}): Deliver {
  return async ({ townId, key, payload }) => {
    const { alertId, matter, address } = Payload.parse(payload)
    const records = { alert: { table: 'alerts', id: alertId }, settings: { table: 'alert_settings', id: 'alerts' } } as const
    const rows = await loadRecords(db, townId, Object.values(records), false)
    const alert = rows.get(recordKey(records.alert)) as Alert | undefined
    const settings = rows.get(recordKey(records.settings)) as AlertSettings | undefined
    const to = settings && remindedOf(settings).find(one => named(one) === address)
    if (!alert || !to) return 'done'
    const topicRecord = { table: 'alert_topics', id: alert.content.topicId } as const
    const topic = (await loadRecords(db, townId, [topicRecord], false)).get(recordKey(topicRecord)) as AlertTopic | undefined
    if (!mattersOf(alert, topic, instantFromMs(clock.nowMs())).includes(matter)) return 'done'
    const notice = NOTICES[matter](alert, sender)
    return (await transport.send({ ...notice, messageId: messageIdFor(townId, key, sender.from), from: sender.from, to })) === 'accepted' ? 'done' : 'failed'
  }
}

const headlineOf = ({ content }: Alert): string => wordingIn(content, 'de').headline.replaceAll(/\s+/g, ' ').trim()

const NOTICES: Readonly<Record<Matter, (alert: Alert, sender: Sender) => Omit<Notice, 'messageId'>>> = {
  review: (alert, { townName }) => {
    const { released } = alert
    return {
      subject: `Allein freigegeben, bitte prüfen: ${headlineOf(alert)} – ${townName}`,
      text: [
        `${released?.byName ?? ''} hat eine Meldung ohne zweite Person freigegeben${released ? ` (${momentIn('de', released.at)})` : ''}.`, `Grund: ${released?.emergency?.reason ?? ''}`, '', headlineOf(alert), '', wordingIn(alert.content, 'de').text, '',
        'Bitte öffnen Sie Rathaus Desk, lesen Sie die Meldung und bestätigen oder beanstanden Sie sie. Stimmt etwas nicht, halten Sie den Versand an und korrigieren Sie.', '', townName, '',
      ].join('\n'),
    }
  },
  'all-clear': (alert, { townName }) => ({
    subject: `Die Entwarnung fehlt: ${headlineOf(alert)} – ${townName}`,
    text: [
      `Die Zeit dieser Warnung ist ${alert.content.endsAt ? `seit ${momentIn('de', alert.content.endsAt)} ` : ''}vorbei oder sie wurde angehalten, und niemand hat entwarnt.`, '', headlineOf(alert), '',
      'Bitte öffnen Sie Rathaus Desk und geben Sie die Entwarnung oder, wenn die Gefahr noch besteht, eine Aktualisierung zur Freigabe.', '', townName, '',
    ].join('\n'),
  }),
}
