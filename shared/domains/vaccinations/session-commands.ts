import * as z from 'zod'
import { grantsIn } from '../../actor.ts'
import { canonicalJson } from '../../canonical.ts'
import { defineCommand, type Change, type Moment, type RecordRef, type State } from '../../command.ts'
import { germanDay } from '../../german-days.ts'
import { OpeningHoursId, PlaceId, ResourceId, SessionId } from '../../ids.ts'
import { ok, refuse, type Result } from '../../result.ts'
import { isHealthScope } from '../../scope.ts'
import type { RowOf } from '../../tables.ts'
import { PLANNERS, TEAM } from './roles.ts'
import { StandBy, StockLine, VaccinationSession } from './tables.ts'

/** A session as whoever plans it writes it down. */
export const SessionContent = VaccinationSession.pick({
  title: true, day: true, startTime: true, endTime: true, serviceIds: true, resourceIds: true, responsible: true, team: true, vaccineIds: true, fromAge: true, groups: true,
})
export type SessionContent = Readonly<z.infer<typeof SessionContent>>

const OfSession = z.object({ sessionId: SessionId })
const theSession = ({ sessionId }: z.infer<typeof OfSession>): readonly RecordRef[] => [{ table: 'vaccination_sessions', id: sessionId }]

/** Plans a session, or changes one; by its line of the opening hours people can book times in it. */
export const setSession = defineCommand({
  name: 'vaccinations.set-session',
  version: 1,
  input: OfSession.extend({
    placeId: PlaceId, slotMinutes: z.int().min(5).max(240), publicResourceIds: z.array(ResourceId).max(40), content: SessionContent,
    /** How many booked appointments the person was shown that the change leaves without a time; the service counts again. */
    strands: z.int().min(0),
  }),
  offline: 'online-only',
  roles: PLANNERS,
  onlyIfUnchanged: false,
  reads: ({ sessionId, placeId }, state) => [{ table: 'places', id: placeId }, { table: 'vaccination_sessions', id: sessionId }, ...openingHoursOf(state, sessionId)],
  decide: (state, { sessionId, placeId, slotMinutes, publicResourceIds, content, strands }, moment) => {
    const { now, newId } = moment
    const place = state.get('places', placeId)
    const known = state.get('vaccination_sessions', sessionId)
    if (!place || !isHealthScope(place.scope) || (known && known.placeId !== placeId)) return refuse('commands/record-missing', { table: 'vaccination_sessions' })
    if (content.endTime <= content.startTime || ![content.startTime, content.endTime].every(time => CLOCK.test(time))) return refuse('vaccinations/wrong-times')
    if (content.day < germanDay(now)) return refuse('vaccinations/session-past')
    if (known && known.status !== 'planned' && known.status !== 'open') return refuse('vaccinations/session-over', { status: known.status })
    const openingHoursId = known?.openingHoursId ?? OpeningHoursId.parse(newId('opening-hours'))
    const session: VaccinationSession = {
      ...content, id: sessionId, scope: place.scope, version: known?.version ?? 0, placeId, openingHoursId, stock: known?.stock ?? [], standBy: known?.standBy ?? [],
      ticketKey: known?.ticketKey ?? '', status: known?.status ?? 'planned', closedAt: null,
    }
    const line = hoursFor(state, session, { slotMinutes, publicResourceIds: publicResourceIds.filter(id => content.resourceIds.includes(id)) })
    return ok([{ table: 'vaccination_sessions', row: session }, ...changedLine(state, line, strands, moment)])
  },
})

const openingHoursOf = (state: State, sessionId: SessionId): readonly RecordRef[] => {
  const session = state.get('vaccination_sessions', sessionId)
  return session ? [{ table: 'opening_hours', id: session.openingHoursId }] : []
}

/** A time on the wall, as the opening hours know it. */
const CLOCK = /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/
/** A line of the opening hours has a shorter title than a session may have. */
const MOST_LETTERS_OF_A_LINE = 120
const ALL_WEEK = [1, 2, 3, 4, 5, 6, 7] as const

/** On the one day of the session, holiday or not. */
const hoursFor = (state: State, session: VaccinationSession, { slotMinutes, publicResourceIds }: Pick<RowOf<'opening_hours'>, 'slotMinutes' | 'publicResourceIds'>): RowOf<'opening_hours'> => ({
  id: session.openingHoursId, scope: session.scope, version: state.get('opening_hours', session.openingHoursId)?.version ?? 0, placeId: session.placeId, kind: 'open',
  title: session.title.slice(0, MOST_LETTERS_OF_A_LINE), fromDay: session.day, toDay: session.day, weekdays: [...ALL_WEEK], everyWeeks: 1, weeksOfMonth: [],
  startTime: session.startTime as RowOf<'opening_hours'>['startTime'], endTime: session.endTime as RowOf<'opening_hours'>['endTime'], resourceIds: session.resourceIds, publicResourceIds, slotMinutes,
  onHolidays: true, isDeleted: false,
})

/** The line with what was before it, as every change of opening hours is kept; nothing where it is the same. */
function changedLine(state: State, line: RowOf<'opening_hours'>, strands: number, { actor, now, newId }: Moment): readonly Change[] {
  const before = state.get('opening_hours', line.id)
  if (before && canonicalJson(before) === canonicalJson(line)) return []
  const { id: lineId, scope, placeId } = line
  return [{ table: 'opening_hours', row: line }, { table: 'hours_changes', row: {
    id: newId('change'), scope, version: 0, placeId, lineId, changedAt: now, changedByName: actor.name, stranded: strands, follows: null,
    before: before && !before.isDeleted ? contentOf(before) : null, after: line.isDeleted ? null : contentOf(line),
  } }]
}

function contentOf({ id: _id, scope: _scope, version: _version, placeId: _placeId, isDeleted: _isDeleted, ...content }: RowOf<'opening_hours'>): NonNullable<RowOf<'hours_changes'>['after']> {
  return content
}

/**
 * Opens a planned session in the morning, closes it with what was left over, or cancels it beforehand. Whoever plans cancels:
 * the times that were given out are then outside of all opening hours, and stand in the list of those to be told; how many
 * these are the service writes into the history of the hours. Closing it ends the appointments of the day, at the service too.
 */
export const turnSession = defineCommand({
  name: 'vaccinations.turn-session',
  version: 1,
  input: OfSession.extend({ to: z.enum(['open', 'closed', 'cancelled']) }),
  offline: 'queue',
  roles: TEAM,
  onlyIfUnchanged: false,
  reads: (input, state) => [...theSession(input), ...openingHoursOf(state, input.sessionId)],
  decide: (state, { sessionId, to }, moment) => {
    const { actor, now } = moment
    const session = state.get('vaccination_sessions', sessionId)
    if (!session) return refuse('commands/record-missing', { table: 'vaccination_sessions' })
    if (session.status === to) return ok([])
    if (!FOLLOWS[session.status].includes(to)) return refuse('vaccinations/session-over', { status: session.status })
    if (to === 'cancelled' && grantsIn(actor, PLANNERS, session.scope).length === 0) return refuse('commands/not-allowed')
    const line = to === 'cancelled' ? state.get('opening_hours', session.openingHoursId) : undefined
    return ok([
      { table: 'vaccination_sessions', row: { ...session, status: to, closedAt: to === 'open' ? null : now } },
      ...(line ? changedLine(state, { ...line, isDeleted: true }, 0, moment) : []),
    ])
  },
})

const FOLLOWS: Readonly<Record<VaccinationSession['status'], readonly VaccinationSession['status'][]>> = { planned: ['open', 'cancelled'], open: ['closed'], closed: ['open'], cancelled: [] }

/** Writes down what was brought along of a batch, and what of it nobody got. */
export const setStock = defineCommand({
  name: 'vaccinations.set-stock',
  version: 1,
  input: OfSession.extend({ line: StockLine }),
  offline: 'queue',
  roles: TEAM,
  onlyIfUnchanged: false,
  reads: input => [...theSession(input), { table: 'vaccine_batches', id: input.line.batchId }],
  decide: (state, { sessionId, line }) => {
    const session = runningSession(state, sessionId)
    if (!session.ok) return session
    if (!state.get('vaccine_batches', line.batchId)) return refuse('vaccinations/unknown-batch', { lot: '' })
    if (line.wasted > line.doses) return refuse('vaccinations/wasted-too-much', { doses: line.doses })
    if (line.wasted > 0 && line.wastedReason.trim() === '') return refuse('vaccinations/reason-missing')
    const others = session.value.stock.filter(({ batchId }) => batchId !== line.batchId)
    return ok([{ table: 'vaccination_sessions', row: { ...session.value, stock: [...others, line] } }])
  },
})

/** Puts somebody on the stand-by list, or changes how it stands with them. */
export const setStandBy = defineCommand({
  name: 'vaccinations.set-stand-by',
  version: 1,
  input: OfSession.extend({ entry: StandBy.omit({ addedAt: true }) }),
  offline: 'queue',
  roles: TEAM,
  onlyIfUnchanged: false,
  reads: input => theSession(input),
  decide: (state, { sessionId, entry }, { now }) => {
    const session = runningSession(state, sessionId)
    if (!session.ok) return session
    const before = session.value.standBy.find(({ id }) => id === entry.id)
    const others = session.value.standBy.filter(({ id }) => id !== entry.id)
    return ok([{ table: 'vaccination_sessions', row: { ...session.value, standBy: [...others, { ...entry, addedAt: before?.addedAt ?? now }] } }])
  },
})

export function runningSession(state: State, sessionId: SessionId): Result<VaccinationSession> {
  const session = state.get('vaccination_sessions', sessionId)
  if (!session) return refuse('commands/record-missing', { table: 'vaccination_sessions' })
  return session.status === 'planned' || session.status === 'open' ? ok(session) : refuse('vaccinations/session-over', { status: session.status })
}

/** A session that people came to, even when it was closed meanwhile: a desk that was away comes back with them in the evening. */
export function heldSession(state: State, sessionId: SessionId): Result<VaccinationSession> {
  const session = state.get('vaccination_sessions', sessionId)
  if (!session) return refuse('commands/record-missing', { table: 'vaccination_sessions' })
  return session.status === 'cancelled' ? refuse('vaccinations/session-over', { status: session.status }) : ok(session)
}

export const sessionCommands = [setSession, turnSession, setStock, setStandBy] as const
