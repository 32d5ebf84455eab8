import { germanDay, plusCalendarDays } from '../../german-days.ts'
import type { AppointmentServiceId } from '../../ids.ts'
import type { Instant } from '../../time.ts'
import type { AppointmentService } from './tables.ts'

/** A second appointment that belongs to a first: what for, and on which days it may be. */
export interface FollowUpWindow {
  readonly serviceId: AppointmentServiceId
  readonly fromDay: string
  readonly toDay: string
}

/** Where a second appointment belongs to what was chosen. Where it belongs to several things, each is booked by itself: their windows differ. */
export function followUpAfter(services: readonly Pick<AppointmentService, 'id' | 'followUp'>[], startsAt: Instant): FollowUpWindow | null {
  const wanted = services.filter(({ followUp }) => followUp !== null)
  const [one] = wanted
  if (wanted.length !== 1 || !one?.followUp) return null
  const day = germanDay(startsAt)
  return { serviceId: one.id, fromDay: plusCalendarDays(day, one.followUp.fromDays), toDay: plusCalendarDays(day, one.followUp.toDays) }
}
