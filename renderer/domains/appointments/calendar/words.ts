import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { FurnishedPlace, ShownAppointment } from '../../../../shared/contract/appointments.ts'
import { useStatus } from '../../../core-client/core-context.tsx'
import { useSecrets } from '../../people/use-secrets.ts'
import { clockOf, type Block } from './blocks.ts'
import { usePrinting } from './use-printing.ts'

/** What appointments are called; looked up once, because thousands of them are named on one screen. */
export interface Words {
  readonly nameOf: (appointment: ShownAppointment) => string
  readonly servicesOf: (appointment: ShownAppointment) => string
  readonly counterOf: (resourceId: ShownAppointment['resourceId']) => string
  readonly statusOf: (appointment: ShownAppointment) => string
  readonly channelOf: (appointment: ShownAppointment) => string
  readonly personsOf: (appointment: ShownAppointment) => string
  /** `bis 09:15` */
  readonly untilOf: (minute: number) => string
  /** Saved here and nowhere else yet: reserved while there is no network, on its way otherwise. */
  readonly pending: string
  /** Everything about one of them in one sentence, for those who listen. */
  readonly sentenceOf: (block: Block) => string
}

export function useWords(here: FurnishedPlace): Words {
  const { t } = useTranslation()
  const isOffline = useStatus()?.connection === 'offline'
  const isSecret = useSecrets()
  const isPrinting = usePrinting()
  return useMemo(() => wordsOf(t, here, isOffline, { isSecret, isPrinting }), [t, here, isOffline, isSecret, isPrinting])
}

interface Secrecy {
  readonly isSecret: (id: string) => boolean
  readonly isPrinting: boolean
}

function wordsOf(t: TFunction, here: FurnishedPlace, isOffline: boolean, { isSecret, isPrinting }: Secrecy): Words {
  const titles = new Map<string, string>(here.services.map(({ id, title }) => [id, title]))
  const counters = new Map<string, string>(here.resources.map(({ id, name }) => [id, name]))
  const word = remembered((key: string) => t(key as 'calendar.title'))
  const persons = remembered((count: number) => t('appointments.persons', { count }))
  const pending = t(isOffline ? 'calendar.reserved' : 'case.notTransferred')
  const words: Omit<Words, 'sentenceOf'> = {
    nameOf: ({ id, status, name, ticket }) => {
      const shown = status === 'held' && !name ? word('appointments.status.held') : name || (ticket ?? '')
      // On paper the mark stands alone: a printed list goes from hand to hand.
      return isSecret(id) ? [word('people.secrecy.mark'), ...(isPrinting ? [] : [shown])].join(': ') : shown
    },
    servicesOf: ({ serviceIds }) => serviceIds.map(id => titles.get(id) ?? word('calendar.unknownService')).join(', '),
    counterOf: id => (id === null ? word('appointments.channel.walk-in') : counters.get(id) ?? ''),
    statusOf: ({ status }) => word(`appointments.status.${status}`),
    channelOf: ({ channel }) => word(`appointments.channel.${channel}`),
    personsOf: ({ persons: count }) => persons(count),
    untilOf: remembered((minute: number) => t('calendar.until', { time: clockOf(minute) })),
    pending,
  }
  return { ...words, sentenceOf: block => sentence(words, block) }
}

/** Begins with what can be read on the screen, so that those who speak to their computer can say it. */
function sentence(words: Omit<Words, 'sentenceOf'>, { appointment, from, to }: Block): string {
  const isUsual = appointment.status === 'booked'
  const parts = [
    `${clockOf(from)} ${words.nameOf(appointment)}`, words.servicesOf(appointment), isUsual ? '' : words.statusOf(appointment), appointment.isPending ? words.pending : '',
    words.untilOf(to), appointment.persons > 1 ? words.personsOf(appointment) : '', counterIn(words, appointment), isUsual ? words.statusOf(appointment) : '', words.channelOf(appointment),
  ]
  return parts.filter(Boolean).join(', ')
}

/** Whoever came without a time is at a counter only once they were called. */
const counterIn = (words: Pick<Words, 'counterOf'>, { resourceId, counterId }: ShownAppointment): string =>
  (resourceId === null && counterId === null ? '' : words.counterOf(resourceId ?? counterId))

function remembered<Key, Value>(find: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>()
  return key => {
    const kept = known.get(key)
    if (kept !== undefined) return kept
    const found = find(key)
    known.set(key, found)
    return found
  }
}
