import { skipToken, useQuery } from '@tanstack/react-query'
import { HoursChange, type StrandedAppointment } from '../../../../shared/contract/appointments.ts'
import type { VaccinationSession } from '../../../../shared/domains/vaccinations/tables.ts'
import { useCore } from '../../../core-client/core-context.tsx'
import type { ReadSession } from './session-draft.ts'

/** Who would be left without anybody at their time; undefined until it is known. `input` as the session shall be, null to cancel it. */
export function useStrandedBy(session: VaccinationSession | undefined, input: ReadSession['input'] | null): readonly StrandedAppointment[] | undefined {
  const { queries } = useCore()
  const change = session && input !== undefined ? changeOf(session, input) : undefined
  const answer = useQuery(queries.appointments.stranded.queryOptions({ input: change ?? skipToken })).data
  if (!answer) return undefined
  return answer.ok ? answer.value.stranded : []
}

const changeOf = ({ placeId, openingHoursId: lineId }: VaccinationSession, input: NonNullable<ReadSession['input']> | null): HoursChange =>
  ({ placeId, lineId, follows: null, content: input && HoursChange.shape.content.parse(contentOf(input)) })

type LineContent = { readonly [Key in keyof NonNullable<HoursChange['content']>]: unknown }

/** The line of the opening hours that comes with a session. */
const contentOf = ({ content, slotMinutes, publicResourceIds }: NonNullable<ReadSession['input']>): LineContent => ({
  kind: 'open', title: content.title.slice(0, 120), fromDay: content.day, toDay: content.day, weekdays: [1, 2, 3, 4, 5, 6, 7], everyWeeks: 1, weeksOfMonth: [], startTime: content.startTime, endTime: content.endTime,
  resourceIds: content.resourceIds, publicResourceIds, slotMinutes, onHolidays: true,
})
