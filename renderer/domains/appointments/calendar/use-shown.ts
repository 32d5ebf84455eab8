import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ShownAppointment } from '../../../../shared/contract/appointments.ts'
import type { PlaceId } from '../../../../shared/ids.ts'
import { useCore } from '../../../core-client/core-context.tsx'
import { daysOf, type CalendarView } from './days.ts'

/** A view with what is booked on its days. */
export interface ShownDays {
  readonly view: CalendarView
  readonly day: string
  readonly days: readonly string[]
  readonly appointments: readonly ShownAppointment[]
}

/** What a view shows; until it has been read, what was shown before. A month is counted instead. */
export function useShown(placeId: PlaceId, view: CalendarView, day: string): ShownDays | undefined {
  const { queries } = useCore()
  const days = daysOf(view, day)
  const input = { placeId, fromDay: days[0] ?? day, toDay: days.at(-1) ?? day }
  const { data, isPlaceholderData } = useQuery({ ...queries.appointments.between.queryOptions({ input: view === 'month' ? skipToken : input }), placeholderData: keepPreviousData })
  const [last, setLast] = useState<ShownDays>()
  if (!data || isPlaceholderData || (last?.view === view && last.day === day && last.appointments === data.appointments)) return last
  const shown = { view, day, days, appointments: data.appointments }
  setLast(shown)
  return shown
}
