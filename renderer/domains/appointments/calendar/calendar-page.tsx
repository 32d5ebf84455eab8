import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { FurnishedPlace, ShownAppointment } from '../../../../shared/contract/appointments.ts'
import { germanDayAt } from '../../../../shared/german-days.ts'
import { useNow } from '../../../core-client/core-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { BookingDialog } from '../booking/booking-dialog.tsx'
import { SubscribeButton } from '../feed/subscribe-button.tsx'
import { PlaceScreen } from '../place-screen.tsx'
import { useChosenPlace } from '../queries.ts'
import { Calendar, spotOf, type Spot } from './calendar.tsx'
import './calendar.css'

/** What is booked when and where: for the front office the picture of the day, for those who plan the picture of the week. */
export function CalendarPage(): ReactElement {
  const { t } = useTranslation()
  const today = germanDayAt(useNow())
  const { choose } = useChosenPlace()
  const [spot, setSpot] = useState<Spot>()
  const found = (appointment: ShownAppointment): void => {
    choose(appointment.placeId)
    setSpot(spotOf(appointment))
  }
  return (
    <PlaceScreen title={t('calendar.title')} isFull actions={actionsAt}>
      {here => <Calendar key={here.place.id} here={here} spot={spot ?? { day: today, wanted: undefined }} onSpot={setSpot} onFound={found} />}
    </PlaceScreen>
  )
}

const actionsAt = (here: FurnishedPlace): ReactElement => <Actions here={here} />

function Actions({ here }: { readonly here: FurnishedPlace }): ReactElement {
  const { t } = useTranslation()
  const [isBooking, setBooking] = useState(false)
  return (
    <>
      <SubscribeButton here={here} />
      <Button kind="primary" icon="plus" onPress={() => setBooking(true)}>{t('booking.title')}</Button>
      {isBooking && <BookingDialog here={here} onClose={() => setBooking(false)} />}
    </>
  )
}
