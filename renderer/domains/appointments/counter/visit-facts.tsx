import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { FurnishedPlace, ShownAppointment } from '../../../../shared/contract/appointments.ts'
import { useNow } from '../../../core-client/core-context.tsx'
import { formatTime } from '../../../ui/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { PendingMark } from '../../../ui/pending-mark.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { SecrecyBadge } from '../../people/secrecy-badge.tsx'
import { useSecrets } from '../../people/use-secrets.ts'
import { minutesAndSeconds } from './queue.ts'

interface Props {
  readonly here: FurnishedPlace
  readonly appointment: ShownAppointment
}

/** Ticket and name; somebody who gave no name is called by the ticket alone. */
export function Who({ appointment: { id, ticket, name } }: Pick<Props, 'appointment'>): ReactElement {
  const { t } = useTranslation()
  const isSecret = useSecrets()(id)
  return (
    <>
      {ticket && <span className="ticket">{ticket}</span>}
      <span className={name ? 'visit__name' : 'visit__name muted'}>{name || t('counter.nameless')}</span>
      {isSecret && <SecrecyBadge />}
    </>
  )
}

/** How somebody is named in a sentence. */
export function useNameOf(): (appointment: ShownAppointment) => string {
  const { t } = useTranslation()
  return ({ ticket, name }) => [ticket, name].filter(Boolean).join(' ') || t('counter.nameless')
}

export const servicesOf = ({ services }: FurnishedPlace, { serviceIds }: Pick<ShownAppointment, 'serviceIds'>): string =>
  services.filter(({ id }) => serviceIds.includes(id)).map(({ title }) => title).join(', ')

/** What somebody comes for, with how many, and whether they have a time. */
export function VisitFacts({ here, appointment }: Props): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const { persons, channel, startsAt, priority, isPending } = appointment
  const time = channel === 'walk-in' ? t('appointments.channel.walk-in') : t('counter.bookedFor', { time: formatTime(startsAt, language) })
  return (
    <p className="visit__facts">
      <span>{servicesOf(here, appointment)}</span>
      <span>{time}</span>
      {persons > 1 && <span>{t('appointments.persons', { count: persons })}</span>}
      {priority !== 2 && <span className={priority === 1 ? 'visit__first' : ''}><Icon name={priority === 1 ? 'up' : 'down'} size={14} />{t(priority === 1 ? 'counter.priority.first' : 'counter.priority.last')}</span>}
      {isPending && <PendingMark />}
    </p>
  )
}

/** `4:07` since then, ticking by itself. */
export function Elapsed({ since }: { readonly since: string }): ReactElement {
  const now = useNow(1_000)
  return <span className="elapsed" aria-live="off">{minutesAndSeconds(now - Date.parse(since))}</span>
}

/** Whole minutes since then, told anew every half minute. */
export function MinutesSince({ since }: { readonly since: string }): ReactElement {
  const { t } = useTranslation()
  return <span>{t('counter.minutes', { count: Math.max(0, Math.floor((useNow() - Date.parse(since)) / 60_000)) })}</span>
}
