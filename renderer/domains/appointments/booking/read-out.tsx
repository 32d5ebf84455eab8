import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { FurnishedPlace } from '../../../../shared/contract/appointments.ts'
import { germanDay } from '../../../../shared/german-days.ts'
import type { AppointmentServiceId, ResourceId } from '../../../../shared/ids.ts'
import type { Instant } from '../../../../shared/time.ts'
import { Icon } from '../../../ui/icon.tsx'
import { useTimeWords } from './times-list.tsx'

interface Props {
  readonly here: FurnishedPlace
  readonly serviceIds: readonly AppointmentServiceId[]
  readonly chosen: { readonly startsAt: Instant; readonly resourceId: ResourceId } | undefined
  readonly minutes: number | undefined
  /** A time that was chosen and is not free. */
  readonly gone: Instant | undefined
}

/** All that has to be said on the telephone: when, where, how long, what to bring. */
export function ReadOut({ here: { place, resources, services }, serviceIds, chosen, minutes, gone }: Props): ReactElement {
  const { t } = useTranslation()
  const words = useTimeWords()
  const counter = resources.find(({ id }) => id === chosen?.resourceId)?.name
  const bring = services.filter(({ id, bring: what }) => serviceIds.includes(id) && what.trim() !== '').map(({ id, bring: what }) => ({ id, what }))
  const when = chosen && words(chosen.startsAt, germanDay(chosen.startsAt))
  return (
    <section className="read-out" aria-label={t('booking.readOut')}>
      {gone && <p className="read-out__gone" role="alert"><Icon name="warning" size={16} /><span>{t('booking.gone', { time: words(gone, germanDay(gone)) })}</span></p>}
      <p className="read-out__when" aria-live="polite">{when ? <strong>{when}</strong> : t('booking.noTimeYet')}{when && counter && ` · ${counter}`}{when && minutes !== undefined && ` · ${t('booking.minutes', { count: minutes })}`}</p>
      {when && <p className="muted">{[place.name, place.address, place.directions].filter(Boolean).join(', ')}</p>}
      {bring.length > 0 && (
        <div>
          <p className="read-out__title">{t('booking.bring')}</p>
          <ul className="read-out__bring">{bring.map(({ id, what }) => <li key={id}>{what}</li>)}</ul>
        </div>
      )}
    </section>
  )
}
