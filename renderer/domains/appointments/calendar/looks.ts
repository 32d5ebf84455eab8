import type { ShownAppointment } from '../../../../shared/contract/appointments.ts'
import type { IconName } from '../../../ui/icon.tsx'

/** A drawing for each state; the word stands beside it or is read out with it. */
export const STATUS_ICONS: Readonly<Record<ShownAppointment['status'], IconName>> = {
  held: 'hourglass', booked: 'calendar', waiting: 'clock', called: 'send', serving: 'person', parked: 'pause', finished: 'checkCircle', missed: 'question', cancelled: 'crossCircle',
}

export const CHANNEL_ICONS: Readonly<Record<ShownAppointment['channel'], IconName>> = { portal: 'globe', telephone: 'phone', counter: 'team', 'walk-in': 'person' }
