import { sha256Hex } from '../../../../shared/canonical.ts'
import type { Alert, AlertSettings } from '../../../../shared/domains/alerts/tables.ts'
import type { Instant } from '../../../../shared/time.ts'
import type { Effects } from '../../../commands/context.ts'
import type { NewJob } from '../../../delivery/jobs.ts'

/** What somebody still has to do about a message that has gone out. */
export const MATTERS = ['review', 'all-clear'] as const
export type Matter = (typeof MATTERS)[number]

/** Before everything that tells citizens that something is waiting. */
const PRIORITY = 40

export const named = (address: string): string => sha256Hex(address.toLowerCase()).slice(0, 16)

/** Officers, and those who answer for them. */
export const remindedOf = ({ officerAddresses, leadAddresses }: AlertSettings): readonly string[] => [...officerAddresses, ...leadAddresses]

/** One e-mail a day to each, however often it is looked; addresses are looked up when it goes out. */
export const reminderJobs = ({ id }: Pick<Alert, 'id'>, matter: Matter, settings: AlertSettings, now: Instant): readonly NewJob[] =>
  [...new Set(remindedOf(settings).map(named))].map(address => ({
    kind: 'alert-reminder', key: `alert-reminder/${id}/${matter}/${now.slice(0, 10)}/${address}`, payload: { alertId: id, matter, address }, personId: null, priority: PRIORITY,
  }))

/** Whoever sends alone does so before everybody's eyes: the others hear of it in the same minute. A drill calls nobody. */
export const onReleasedAlone: Effects = ({ changes, state, moment }) => {
  const settings = state.get('alert_settings', 'alerts')
  const alone = changes.flatMap(change => (change.table === 'alerts' && change.row.mode === 'live' && change.row.released?.emergency && change.row.endedById === null ? [change.row] : []))
  return { changes: [], jobs: settings ? alone.flatMap(alert => reminderJobs(alert, 'review', settings, moment.now)) : [] }
}
