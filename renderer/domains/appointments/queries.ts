import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import { grantsIn } from '../../../shared/actor.ts'
import type { FreeSlot, FurnishedPlace, HoursChange, MonthDay, MonthQuestion, RefusedMove, ShownAppointment, SlotQuestion, StatisticsQuestion, StrandedAppointment } from '../../../shared/contract/appointments.ts'
import type { PastHoursChange } from '../../../shared/domains/appointments/hours-history.ts'
import type { PlaceStatistics } from '../../../shared/domains/appointments/statistics.ts'
import type { Place } from '../../../shared/domains/appointments/tables.ts'
import type { PlaceId } from '../../../shared/ids.ts'
import type { Json } from '../../../shared/json.ts'
import { useCore, usePerson } from '../../core-client/core-context.tsx'
import { answerOf, type Answer } from '../../ui/answer.ts'
import { usePreference } from '../../ui/use-preference.ts'

/** The places of the departments a person works for; undefined until they have been read. */
export function usePlaces(): readonly FurnishedPlace[] | undefined {
  const { queries } = useCore()
  return useQuery(queries.appointments.places.queryOptions()).data?.places
}

const isText = (value: Json): value is string => typeof value === 'string'

/** The place a person works at, kept for the next time; the first one until they choose. Undefined while loading and where there is none. */
export function useChosenPlace(): { readonly places: readonly FurnishedPlace[] | undefined; readonly here: FurnishedPlace | undefined; readonly choose: (placeId: string) => void } {
  const places = usePlaces()
  const { isReady, value, set } = usePreference<string>('appointments.place', isText)
  const here = isReady ? (places?.find(({ place }) => place.id === value) ?? places?.[0]) : undefined
  return { places, here, choose: set }
}

/** Everything that begins on these days, cancelled ones included, in order of time; what was shown before stays until it is here. */
export function useAppointments(placeId: PlaceId, fromDay: string, toDay: string): readonly ShownAppointment[] | undefined {
  const { queries } = useCore()
  const asked = useQuery({ ...queries.appointments.between.queryOptions({ input: { placeId, fromDay, toDay } }), placeholderData: keepPreviousData })
  return asked.data?.appointments
}

/** How much there is on each day, by the day; what was counted before stays until it is here. */
export function useMonth(question: MonthQuestion): ReadonlyMap<string, MonthDay> {
  const { queries } = useCore()
  const asked = useQuery({ ...queries.appointments.month.queryOptions({ input: question }), placeholderData: keepPreviousData })
  return new Map(asked.data?.days.map(day => [day.day, day]))
}

/** The free times for what is wanted; nothing is asked while it is not known what that is. */
export function useSlots(question: SlotQuestion | undefined): Answer<{ readonly minutes: number; readonly slots: readonly FreeSlot[] }> {
  const { queries } = useCore()
  return answerOf(useQuery(queries.appointments.slots.queryOptions({ input: question ?? skipToken })))
}

/** Whose name, address or number has this in it; nothing is asked for fewer than two letters. */
export function useFound(text: string): readonly ShownAppointment[] | undefined {
  const { queries } = useCore()
  const wanted = text.trim()
  return useQuery(queries.appointments.find.queryOptions({ input: wanted.length < 2 ? skipToken : { text: wanted } })).data?.appointments
}

/** Moves the service refused and nobody has settled yet. */
export function useRefusedMoves(placeId: PlaceId): readonly RefusedMove[] {
  const { queries } = useCore()
  return useQuery(queries.appointments['refused-moves'].queryOptions({ input: { placeId } })).data?.moves ?? []
}

/** Whom a change of the opening hours would leave standing. */
export function useStranded(change: HoursChange | undefined): Answer<{ readonly stranded: readonly StrandedAppointment[] }> {
  const { queries } = useCore()
  return answerOf(useQuery(queries.appointments.stranded.queryOptions({ input: change ?? skipToken })))
}

/** Who is booked ahead at a time at which nobody is there. */
export function useOutside(placeId: PlaceId): readonly StrandedAppointment[] {
  const { queries } = useCore()
  const answer = useQuery(queries.appointments.outside.queryOptions({ input: { placeId } })).data
  return answer?.ok ? answer.value.stranded : []
}

/** What a period says about the planning of a place. */
export function useStatistics(question: StatisticsQuestion): Answer<PlaceStatistics> {
  const { queries } = useCore()
  return answerOf(useQuery(queries.appointments.statistics.queryOptions({ input: question })))
}

/** How the opening hours of a place came to be, the last change first; undefined until they have been read. */
export function useHoursChanges(placeId: PlaceId): readonly PastHoursChange[] | undefined {
  const { queries } = useCore()
  return useQuery(queries.appointments['hours-changes'].queryOptions({ input: { placeId } })).data?.changes
}

/** Whether the person sets opening hours, counters and services of a place: whoever leads its department. */
export const useMaySetHours = ({ scope }: Place): boolean =>
  grantsIn(usePerson(), ['lead'], scope).length > 0
