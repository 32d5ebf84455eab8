import { useEffect, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { usePerson } from '../core-client/core-context.tsx'
import { useReadable } from '../core-client/readable.ts'
import { BookingDialog } from '../domains/appointments/booking/booking-dialog.tsx'
import { useChosenPlace } from '../domains/appointments/queries.ts'
import { Button } from '../ui/button.tsx'
import { Dialog, DialogActions } from '../ui/dialog.tsx'
import { Select } from '../ui/select.tsx'
import { useFirstFocus } from '../ui/use-first-focus.ts'
import { useDesk } from './desk.tsx'
import { worksOnCases } from './pages.ts'

/** The dialog that books an appointment, wherever on the desk the telephone rings. */
export function Booking(): ReactElement | null {
  const { booking } = useDesk()
  const isOpen = useReadable(booking)
  const mayBook = worksOnCases(usePerson())
  // The next person at this desk begins without it.
  useEffect(() => () => booking.set(false), [booking])
  return isOpen && mayBook ? <BookingHere onClose={() => booking.set(false)} /> : null
}

function BookingHere({ onClose }: { readonly onClose: () => void }): ReactElement | null {
  const { t } = useTranslation()
  const { places, here, choose } = useChosenPlace()
  if (!here) return places?.length === 0 ? <NoPlace onClose={onClose} /> : null
  const others = places && places.length > 1 && (
    <Select label={t('appointments.place')} items={places.map(({ place: { id, name } }) => ({ id, name }))} value={here.place.id} onChange={choose} />
  )
  return <BookingDialog here={here} placeChoice={others} onClose={onClose} />
}

function NoPlace({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation()
  const close = useFirstFocus<HTMLButtonElement>()
  return (
    <Dialog size="small" title={t('booking.title')} isOpen onClose={onClose}>
      <p>{t('appointments.noPlace')}</p>
      <p className="muted">{t('appointments.noPlaceHint')}</p>
      <DialogActions><Button ref={close} onPress={onClose}>{t('common.close')}</Button></DialogActions>
    </Dialog>
  )
}
