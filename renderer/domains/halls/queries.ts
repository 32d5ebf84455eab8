import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import type { ShownHallBooking } from '../../../shared/contract/halls.ts'
import type { Hall } from '../../../shared/domains/halls/tables.ts'
import { useCore } from '../../core-client/core-context.tsx'

/** The houses of the departments a person works for; undefined until they have been read. */
export function useHalls(): readonly Hall[] | undefined {
  const { queries } = useCore()
  return useQuery(queries.halls.list.queryOptions()).data?.halls
}

/** What takes place on these days, in order of time; what was shown before stays until it is here. Nothing is asked without days. */
export function useHallBookings(days: { readonly fromDay: string; readonly toDay: string } | undefined): readonly ShownHallBooking[] | undefined {
  const { queries } = useCore()
  return useQuery({ ...queries.halls.between.queryOptions({ input: days ?? skipToken }), placeholderData: keepPreviousData }).data?.bookings
}

/** What is not at its end yet, whenever it is. */
export function useOpenHallBookings(): readonly ShownHallBooking[] | undefined {
  const { queries } = useCore()
  return useQuery(queries.halls.open.queryOptions()).data?.bookings
}
