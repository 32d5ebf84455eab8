import type { TFunction } from 'i18next'
import type { Room } from './session-capacity.ts'
import type { Capacity } from './use-capacity.ts'

/** `4 Stationen × 6 Stunden: 96 Termine` */
export const roomWords = (t: TFunction, { stations, hours, total }: Room): string =>
  `${t('planning.stations', { count: stations })} × ${t('planning.hours', { count: hours })}: ${t('planning.times', { count: total })}`

/** The same with how much of it is booked and what citizens still find. */
export const capacityWords = (t: TFunction, capacity: Capacity): string =>
  [roomWords(t, capacity), t('planning.booked', { count: capacity.booked }), capacity.free === undefined ? t('planning.notOpenToPublic') : t('planning.freeToPublic', { count: capacity.free })].join(', ')
