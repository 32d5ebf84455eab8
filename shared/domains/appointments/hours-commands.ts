import * as z from 'zod'
import type { Role } from '../../actor.ts'
import { defineCommand, type RecordRef, type State } from '../../command.ts'
import { OpeningHoursId, PlaceId } from '../../ids.ts'
import { ok, refuse, type Result } from '../../result.ts'
import { minutesOf } from './clock-time.ts'
import { OpeningHours } from './tables.ts'

const LEADS = ['lead'] as const satisfies readonly Role[]

/** One line of the opening hours as a person sets it. */
export const HoursContent = OpeningHours.omit({ id: true, scope: true, version: true, placeId: true, isDeleted: true })
export type HoursContent = Readonly<z.infer<typeof HoursContent>>

const OnLine = z.object({
  placeId: PlaceId,
  lineId: OpeningHoursId,
  /** How many booked appointments the person was shown that nobody would be there for; the service counts again. */
  strands: z.int().min(0),
})

const theLine = ({ placeId, lineId }: z.infer<typeof OnLine>): readonly RecordRef[] => [{ table: 'places', id: placeId }, { table: 'opening_hours', id: lineId }]

/** What keeps a line from making sense, by field. */
export function hoursProblems(content: HoursContent): readonly { readonly field: keyof HoursContent; readonly code: 'order' | 'too-short' | 'not-listed' | 'never' }[] {
  const minutes = minutesOf(content.endTime) - minutesOf(content.startTime)
  const isBackwards = minutes <= 0
  return [
    ...(isBackwards ? [{ field: 'endTime', code: 'order' } as const] : []),
    ...(!isBackwards && content.kind === 'open' && minutes < content.slotMinutes ? [{ field: 'slotMinutes', code: 'too-short' } as const] : []),
    ...(content.toDay !== null && content.toDay < content.fromDay ? [{ field: 'toDay', code: 'order' } as const] : []),
    ...(content.everyWeeks > 1 && content.weeksOfMonth.length > 0 ? [{ field: 'weeksOfMonth', code: 'never' } as const] : []),
    ...(content.resourceIds.length > 0 && !content.publicResourceIds.every(id => content.resourceIds.includes(id)) ? [{ field: 'publicResourceIds', code: 'not-listed' } as const] : []),
  ]
}

/** Sets a line of the opening hours, a new one or one that is there. */
export const setHours = defineCommand({
  name: 'hours.set',
  version: 1,
  input: OnLine.extend({ content: HoursContent }),
  offline: 'online-only',
  roles: LEADS,
  onlyIfUnchanged: false,
  reads: input => [...theLine(input), ...input.content.resourceIds.map((id): RecordRef => ({ table: 'resources', id })), ...input.content.publicResourceIds.map((id): RecordRef => ({ table: 'resources', id }))],
  decide: (state, { placeId, lineId, content }) => {
    const place = state.get('places', placeId)
    if (!place) return refuse('appointments/no-such-place')
    const line = state.get('opening_hours', lineId)
    if (line && line.placeId !== placeId) return refuse('commands/record-missing', { table: 'opening_hours' })
    const [problem] = hoursProblems(content)
    if (problem) return refuse('hours/wrong', { field: problem.field, problem: problem.code })
    const foreign = [...content.resourceIds, ...content.publicResourceIds].some(id => state.get('resources', id)?.placeId !== placeId)
    if (foreign) return refuse('appointments/no-such-counter')
    return ok([{ table: 'opening_hours', row: { ...content, id: lineId, scope: place.scope, version: line?.version ?? 0, placeId, isDeleted: false } }])
  },
})

/** Takes a line of the opening hours away. */
export const deleteHours = defineCommand({
  name: 'hours.delete',
  version: 1,
  input: OnLine,
  offline: 'online-only',
  roles: LEADS,
  onlyIfUnchanged: false,
  reads: theLine,
  decide: (state, input) => {
    const line = lineOf(state, input)
    return line.ok ? ok(line.value.isDeleted ? [] : [{ table: 'opening_hours', row: { ...line.value, isDeleted: true } }]) : line
  },
})

function lineOf(state: State, { placeId, lineId }: z.infer<typeof OnLine>): Result<OpeningHours> {
  const line = state.get('opening_hours', lineId)
  return line?.placeId === placeId ? ok(line) : refuse('commands/record-missing', { table: 'opening_hours' })
}

export const hoursCommands = [setHours, deleteHours] as const
