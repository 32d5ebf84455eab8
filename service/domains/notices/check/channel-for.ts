import type { Channel, Way } from '../../../../shared/domains/notices/channels.ts'
import { holderOf } from '../../../../shared/domains/notices/same-holder.ts'
import type { Notice } from '../../../../shared/domains/notices/tables.ts'

/** Which way a notice goes; `agreed` are those who want a mailbox, none of them where its kind offers none. */
export function channelFor({ way, content }: Pick<Notice, 'way' | 'content'>, agreed: ReadonlyMap<string, unknown>): Channel {
  if (way.channel !== 'by-consent') return way.channel
  return way.registered === null && agreed.has(holderOf(content)) ? 'mailbox' : 'post'
}

export const isSameWay = (one: Way, other: Way): boolean => one.channel === other.channel && one.registered === other.registered
