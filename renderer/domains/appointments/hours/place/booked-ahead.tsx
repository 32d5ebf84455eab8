import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShownAppointment } from '../../../../../shared/contract/appointments.ts'
import { germanDayAt, plusCalendarDays } from '../../../../../shared/german-days.ts'
import type { PlaceId } from '../../../../../shared/ids.ts'
import { useNow } from '../../../../core-client/core-context.tsx'
import { Icon } from '../../../../ui/icon.tsx'
import { useAppointments } from '../../queries.ts'

/** Nothing is booked farther ahead. */
const AHEAD_DAYS = 400

/** Warns whoever changes something of how many booked appointments rest on it. */
export function BookedAhead({ placeId, text, isMeant }: { readonly placeId: PlaceId; readonly text: 'counter' | 'service'; readonly isMeant: (appointment: ShownAppointment) => boolean }): ReactElement | null {
  const { t } = useTranslation()
  const today = germanDayAt(useNow())
  const booked = useAppointments(placeId, today, plusCalendarDays(today, AHEAD_DAYS))?.filter(one => one.status === 'booked' && isMeant(one)) ?? []
  if (booked.length === 0) return null
  return <p className="callout hours__stranded"><Icon name="warning" size={16} /><span>{t(`hours.place.booked.${text}`, { count: booked.length })}</span></p>
}
