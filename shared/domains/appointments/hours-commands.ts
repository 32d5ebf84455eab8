import * as z from 'zod'
import type { Role } from '../../actor.ts'
import { canonicalJson } from '../../canonical.ts'
import { defineCommand, type Change, type Moment, type RecordRef, type State } from '../../command.ts'
import { OpeningHoursId, PlaceId } from '../../ids.ts'
import { ok, refuse, type Result } from '../../result.ts'
import { endedBefore, problemOfFollowing } from './changed-lines.ts'
import { minutesOf } from './clock-time.ts'
import { HoursContent } from './hours-history.ts'
import type { OpeningHours } from './tables.ts'

const LEADS = ['lead'] as const satisfies readonly Role[]

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

/** Sets a line of the opening hours, a new one or one that is there; with the line that it follows, that one ends the day before. */
export const setHours = defineCommand({
  name: 'hours.set',
  version: 1,
  input: OnLine.extend({ content: HoursContent, follows: OpeningHoursId.nullable() }),
  offline: 'online-only',
  roles: LEADS,
  onlyIfUnchanged: false,
  reads: input => [...theLine(input), ...(input.follows ? [{ table: 'opening_hours', id: input.follows } as const] : []), ...input.content.resourceIds.map((id): RecordRef => ({ table: 'resources', id })), ...input.content.publicResourceIds.map((id): RecordRef => ({ table: 'resources', id }))],
  decide: (state, input, moment) => {
    const { placeId, lineId, strands, content } = input
    const place = state.get('places', placeId)
    if (!place) return refuse('appointments/no-such-place')
    const line = state.get('opening_hours', lineId)
    if (line && line.placeId !== placeId) return refuse('commands/record-missing', { table: 'opening_hours' })
    const [problem] = hoursProblems(content)
    if (problem) return refuse('hours/wrong', { field: problem.field, problem: problem.code })
    const foreign = [...content.resourceIds, ...content.publicResourceIds].some(id => state.get('resources', id)?.placeId !== placeId)
    if (foreign) return refuse('appointments/no-such-counter')
    const row: OpeningHours = { ...content, id: lineId, scope: place.scope, version: line?.version ?? 0, placeId, isDeleted: false }
    if (input.follows !== null) return following(state, row, { ...input, lineId: input.follows }, moment)
    if (line && canonicalJson(line) === canonicalJson(row)) return ok([])
    return ok([{ table: 'opening_hours', row }, noted(line && !line.isDeleted ? line : null, row, { strands, follows: null }, moment)])
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
  decide: (state, input, moment) => {
    const line = lineOf(state, input)
    if (!line.ok || line.value.isDeleted) return line.ok ? ok([]) : line
    const row: OpeningHours = { ...line.value, isDeleted: true }
    return ok([{ table: 'opening_hours', row }, noted(line.value, row, { strands: input.strands, follows: null }, moment)])
  },
})

function lineOf(state: State, { placeId, lineId }: z.infer<typeof OnLine>): Result<OpeningHours> {
  const line = state.get('opening_hours', lineId)
  return line?.placeId === placeId ? ok(line) : refuse('commands/record-missing', { table: 'opening_hours' })
}

/** Both lines or none: one that is only ended, or only begun, would leave days without hours, or with two. */
function following(state: State, row: OpeningHours, followed: z.infer<typeof OnLine>, moment: Moment): Result<readonly Change[]> {
  const line = lineOf(state, followed)
  if (!line.ok || line.value.isDeleted || state.get('opening_hours', row.id)) return refuse('commands/record-missing', { table: 'opening_hours' })
  const problem = problemOfFollowing(line.value, row)
  if (problem) return refuse('hours/wrong', { field: 'fromDay', problem })
  return ok([
    { table: 'opening_hours', row: endedBefore(line.value, row) }, { table: 'opening_hours', row },
    noted(line.value, row, { strands: followed.strands, follows: line.value.id }, moment),
  ])
}

/** What was changed, for whoever asks later how it came to be. */
function noted(before: OpeningHours | null, after: OpeningHours, { strands, follows }: { readonly strands: number; readonly follows: OpeningHoursId | null }, { actor, now, newId }: Moment): Change {
  const { id: lineId, scope, placeId } = after
  return { table: 'hours_changes', row: {
    id: newId('change'), scope, version: 0, placeId, lineId, changedAt: now, changedByName: actor.name, stranded: strands, follows,
    before: before && contentOf(before), after: after.isDeleted ? null : contentOf(after),
  } }
}

/** A line as a person sets it. */
export function contentOf({ id: _id, scope: _scope, version: _version, placeId: _placeId, isDeleted: _isDeleted, ...content }: OpeningHours): HoursContent {
  return content
}

export const hoursCommands = [setHours, deleteHours] as const
