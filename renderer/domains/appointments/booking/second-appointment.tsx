import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { FurnishedPlace } from '../../../../shared/contract/appointments.ts'
import { followUpAfter, type FollowUpWindow } from '../../../../shared/domains/appointments/follow-up.ts'
import { germanDay } from '../../../../shared/german-days.ts'
import type { AppointmentServiceId } from '../../../../shared/ids.ts'
import { formatPlainDay } from '../../../ui/format.ts'
import { Tick } from '../../../ui/tick.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import type { Chosen } from './offers.ts'
import { TimesList, useTimeWords } from './times-list.tsx'
import { useTimes, type Times } from './use-times.ts'

interface First {
  readonly here: FurnishedPlace
  readonly serviceIds: readonly AppointmentServiceId[]
  readonly persons: number
  /** The first appointment, from which the days are counted. */
  readonly chosen: Chosen | undefined
}

export interface Second {
  readonly window: FollowUpWindow | null
  readonly isWanted: boolean
  readonly setWanted: (isWanted: boolean) => void
  readonly times: Times
  /** What is booked together with the first; undefined for nothing. */
  readonly chosen: (Chosen & Pick<FollowUpWindow, 'serviceId'>) | undefined
}

/** The appointment that belongs to the first some weeks later, if there is one and somebody wants it at once. */
export function useSecond({ here, serviceIds, persons, chosen }: First): Second {
  const [isWanted, setWanted] = useState(false)
  const window = chosen ? followUpAfter(here.services.filter(({ id }) => serviceIds.includes(id)), chosen.startsAt) : null
  const times = useTimes({ here, serviceIds: isWanted && window ? [window.serviceId] : [], persons, at: undefined, window: window ?? undefined })
  return { window, isWanted, setWanted, times, chosen: isWanted && window && times.chosen ? { ...times.chosen, serviceId: window.serviceId } : undefined }
}

/** Offers the second appointment in the same dialog, within the days that are right for it. */
export function SecondAppointment({ here, second: { window, isWanted, setWanted, times, chosen } }: Pick<First, 'here'> & { readonly second: Second }): ReactElement | null {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useTimeWords()
  if (!window) return null
  return (
    <section className="booking__second" aria-label={t('booking.second')}>
      <Tick label={t('booking.wantSecond')} isOn={isWanted} onChange={setWanted} />
      <p className="muted">{t('booking.secondWindow', { from: formatPlainDay(window.fromDay, language), to: formatPlainDay(window.toDay, language) })}</p>
      {isWanted && <TimesList here={here} serviceIds={[window.serviceId]} times={times} />}
      {chosen && <p aria-live="polite"><strong>{t('booking.second')}: {words(chosen.startsAt, germanDay(chosen.startsAt))}</strong></p>}
    </section>
  )
}
