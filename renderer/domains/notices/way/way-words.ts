import type { TFunction } from 'i18next'
import { REGISTERED, type Channel, type Way } from '../../../../shared/domains/notices/channels.ts'
import type { SelectItem } from '../../../ui/select.tsx'

/** What can be chosen; each under a name of its own: how the letter is registered, or the channel. */
const OFFERED: readonly Way[] = [
  ...(['by-consent', 'post', 'here'] as const).map(channel => ({ channel, registered: null })),
  ...REGISTERED.map(registered => ({ channel: 'post' as const, registered })),
]

export const idOfWay = ({ channel, registered }: Way): string => registered ?? channel

export const wayOf = (id: string): Way | undefined => OFFERED.find(way => idOfWay(way) === id)

export const wayItems = (t: TFunction): readonly SelectItem[] => OFFERED.map(way => ({ id: idOfWay(way), name: way.registered ? t(`noticeDeliveries.registered.${way.registered}`) : t(`noticeDeliveries.choice.${way.channel}`) }))

/** By which way a notice goes or went, in words. */
export const wayWords = (t: TFunction, channel: Channel, registered: Way['registered']): string =>
  registered && channel === 'post' ? t(`noticeDeliveries.registered.${registered}`) : t(`noticeDeliveries.channels.${channel}`)
