import type { Channel } from '../../../../shared/domains/alerts/content.ts'
import type { Alert } from '../../../../shared/domains/alerts/tables.ts'
import { refuse } from '../../../../shared/result.ts'
import type { Guards } from '../../../commands/context.ts'

/** The ways that can carry something at this moment; a drill has its own. */
export type Reach = Readonly<Record<Alert['mode'], ReadonlySet<Channel>>>

/** Ways that nobody has set up. */
export const awayOf = (reach: Reach, mode: Alert['mode'], channels: readonly Channel[]): readonly Channel[] => channels.filter(channel => !reach[mode].has(channel))

/** A message that no way at all can carry is not released: everybody would think that people know. */
export const hasAnyWay = (reach: Reach): Guards => async (_trx, { changes, moment }) => {
  const released = changes.flatMap(change => (change.table === 'alerts' && change.row.released?.at === moment.now && change.row.endedById === null ? [change.row] : []))
  const isMute = released.some(({ mode, content: { channels } }) => awayOf(reach, mode, channels).length === channels.length)
  return isMute ? refuse('alerts/no-way', { fields: 'channels' }).error : null
}
