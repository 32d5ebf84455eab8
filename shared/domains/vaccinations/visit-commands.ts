import * as z from 'zod'
import { defineCommand, type Change, type Command, type Moment, type RecordRef, type State } from '../../command.ts'
import { germanDay } from '../../german-days.ts'
import { AppointmentId, SessionId, VisitId } from '../../ids.ts'
import { ok, refuse, type Result } from '../../result.ts'
import { met, withHistory } from './meet.ts'
import { Answers, isSameGiven, metAnswers, QuestionId } from './questionnaire.ts'
import { PHYSICIANS, TEAM } from './roles.ts'
import { heldSession } from './session-commands.ts'
import { ownAppointment } from './own-appointment.ts'
import { mayGo, stageOf, type Stage } from './stage.ts'
import { CarriedVisit } from './ticket-payload.ts'
import { Consent, EarlierDose, Verdict, type Visit } from './tables.ts'
import { trimmed, Vaccinee, vaccineeIdOf } from './vaccinee.ts'

const NOTHING_YET = {
  history: [], answers: null, answered: null, verdict: null, consent: null, vaccinationId: null, vaccinatedAt: null, observeUntil: null, observation: null, departed: null, twinId: null,
} as const satisfies Partial<Visit>

/** Somebody is here: with an appointment or without one. */
export const checkIn = defineCommand({
  name: 'vaccinations.check-in',
  version: 1,
  input: z.object({ sessionId: SessionId, appointmentId: AppointmentId.nullable(), person: Vaccinee }),
  offline: 'queue',
  roles: TEAM,
  onlyIfUnchanged: false,
  reads: ({ sessionId, appointmentId }) => [{ table: 'vaccination_sessions', id: sessionId }, ...theAppointment(appointmentId)],
  holds: ['appointments'],
  decide: (state, { sessionId, appointmentId, person }, moment) => {
    const session = heldSession(state, sessionId)
    if (!session.ok) return session
    const appointment = appointmentId && state.get('appointments', appointmentId)
    if (appointmentId && appointment?.placeId !== session.value.placeId) return refuse('commands/record-missing', { table: 'appointments' })
    const named = namedPerson(person, moment)
    if (!named.ok) return named
    const row: Visit = {
      ...NOTHING_YET, ...named.value, id: VisitId.parse(moment.newId('visit')), scope: session.value.scope, version: 0, sessionId, appointmentId, history: [], checkedIn: done(moment),
    }
    return ok([{ table: 'vaccination_visits', row }, ...ownAppointment(state, row, { now: moment.now, isDayOver: session.value.status === 'closed' })])
  },
})

const theAppointment = (appointmentId: Visit['appointmentId'] | undefined): readonly RecordRef[] => (appointmentId ? [{ table: 'appointments', id: appointmentId }] : [])

const done = ({ now, actor }: Moment): { readonly at: Moment['now']; readonly byName: string } => ({ at: now, byName: actor.name })

/** A person with a name, born in the past. */
export function namedPerson(person: Vaccinee, { now }: Pick<Moment, 'now'>): Result<Pick<Visit, 'person' | 'vaccineeId'>> {
  const kept = trimmed(person)
  if (kept.familyName === '') return refuse('vaccinations/name-missing')
  if (kept.birthDay !== null && kept.birthDay > germanDay(now)) return refuse('vaccinations/born-in-future')
  return ok({ person: kept, vaccineeId: vaccineeIdOf(kept) })
}

const OnVisit = z.object({ visitId: VisitId })
type OnVisit = z.infer<typeof OnVisit>

export const theVisit = ({ visitId }: OnVisit): readonly RecordRef[] => [{ table: 'vaccination_visits', id: visitId }]

/** A visit in one of these stages. */
export function visitAt(state: State, { visitId }: OnVisit, stages: readonly Stage[]): Result<Visit> {
  const visit = state.get('vaccination_visits', visitId)
  if (!visit) return refuse('commands/record-missing', { table: 'vaccination_visits' })
  const stage = stageOf(visit)
  return stages.includes(stage) ? ok(visit) : refuse('vaccinations/wrong-stage', { stage })
}

const changed = (visit: Visit, facts: Partial<Visit>): Result<readonly [{ readonly table: 'vaccination_visits'; readonly row: Visit }]> =>
  ok([{ table: 'vaccination_visits', row: { ...visit, ...facts } }])

/**
 * What was asked or said before the dose. Where another desk has documented one meanwhile, it is overtaken and changes nothing;
 * it is not refused, because what a desk without a connection built on it, its own documentation, has to come through.
 */
function beforeDose(state: State, { visitId }: OnVisit, step: (visit: Visit) => Result<readonly Change[]>): Result<readonly Change[]> {
  const visit = state.get('vaccination_visits', visitId)
  if (!visit) return refuse('commands/record-missing', { table: 'vaccination_visits' })
  return visit.vaccinationId === null ? step(visit) : ok([])
}

const onVisit = { version: 1, offline: 'queue', onlyIfUnchanged: false, reads: theVisit } as const
/** What ends a visit ends its appointment. */
const onVisitAndAppointment = {
  ...onVisit,
  reads: (input: OnVisit, state: State) => [...theVisit(input), ...theAppointment(state.get('vaccination_visits', input.visitId)?.appointmentId)],
  holds: ['appointments'],
} as const satisfies Partial<Command<OnVisit>>

/** The end of a visit, and of its appointment. */
function ended(state: State, visit: Visit, facts: Pick<Visit, 'observation'> | Pick<Visit, 'departed'>, { now }: Moment): Result<readonly Change[]> {
  const row: Visit = { ...visit, ...facts }
  return ok([{ table: 'vaccination_visits', row }, ...ownAppointment(state, row, { now })])
}

/** Mends who it is, before the documentation is made. */
export const changeVaccinee = defineCommand({
  ...onVisit,
  name: 'vaccinations.change-person',
  input: OnVisit.extend({ person: Vaccinee }),
  roles: TEAM,
  decide: (state, input, moment) => beforeDose(state, input, visit => {
    const named = namedPerson(input.person, moment)
    return named.ok ? changed(visit, named.value) : named
  }),
})

/** Writes down doses from a pass that was shown; what is documented here already stays. */
export const addHistory = defineCommand({
  ...onVisit,
  name: 'vaccinations.add-history',
  input: OnVisit.extend({ doses: z.array(EarlierDose).min(1).max(60) }),
  roles: TEAM,
  decide: (state, input, { now }) => beforeDose(state, input, visit =>
    (input.doses.some(({ day }) => day > germanDay(now)) ? refuse('vaccinations/dose-in-future') : changed(visit, { history: [...withHistory(visit.history, input.doses)] }))),
})

/** Takes a dose out of the history again that was entered by mistake; what is documented here cannot be taken out. */
export const removeHistory = defineCommand({
  ...onVisit,
  name: 'vaccinations.remove-history',
  input: OnVisit.extend({ dose: EarlierDose.pick({ day: true, vaccineName: true }) }),
  roles: TEAM,
  decide: (state, input) => beforeDose(state, input, visit =>
    changed(visit, { history: visit.history.filter(({ day, vaccineName, source }) => source === 'here' || day !== input.dose.day || vaccineName !== input.dose.vaccineName) })),
})

/**
 * The answers to what is asked before. A red flag that another desk has heard of stays until somebody who has seen it (`flags`)
 * takes it back, and one that comes to light after the dose is added. A physician's word on other answers does not hold for these.
 */
export const answer = defineCommand({
  ...onVisit,
  name: 'vaccinations.answer',
  input: OnVisit.extend({ answers: Answers, flags: z.array(QuestionId) }),
  roles: TEAM,
  decide: (state, { visitId, answers: given, flags }, moment) => {
    const visit = state.get('vaccination_visits', visitId)
    if (!visit) return refuse('commands/record-missing', { table: 'vaccination_visits' })
    const isGiven = visit.vaccinationId !== null
    const answers = visit.answers ? metAnswers(visit.answers, given, isGiven ? [] : flags) : given
    const isSame = visit.answers !== null && isSameGiven(visit.answers, answers)
    if (isGiven) return isSame ? ok([]) : changed(visit, { answers })
    return changed(visit, { answers, answered: done(moment), verdict: isSame ? visit.verdict : null })
  },
})

/** What a physician says to a red flag, or to a dose outside the rules. */
export const judge = defineCommand({
  ...onVisit,
  name: 'vaccinations.judge',
  input: OnVisit.extend({ may: Verdict.shape.may, isOnDose: Verdict.shape.isOnDose, note: Verdict.shape.note }),
  roles: PHYSICIANS,
  decide: (state, { visitId, may, isOnDose, note }, moment) => beforeDose(state, { visitId }, visit =>
    (note.trim() === '' ? refuse('vaccinations/reason-missing') : changed(visit, { verdict: { ...done(moment), personId: moment.actor.personId, may, isOnDose, note: note.trim() } }))),
})

/** The person was told what is done and agrees, or whoever decides for them; also while a red flag of another desk waits for a physician. */
export const consent = defineCommand({
  ...onVisit,
  name: 'vaccinations.consent',
  input: OnVisit.extend({ kind: Consent.shape.kind, guardianName: Consent.shape.guardianName }),
  roles: TEAM,
  decide: (state, { visitId, kind, guardianName }, moment) => beforeDose(state, { visitId }, visit => {
    const stage = stageOf({ ...visit, departed: null })
    if (stage === 'arrived') return refuse('vaccinations/wrong-stage', { stage })
    if (kind === 'guardian' && guardianName.trim() === '') return refuse('vaccinations/guardian-missing')
    return changed(visit, { consent: { ...done(moment), kind, guardianName: kind === 'guardian' ? guardianName.trim() : '', informed: true } })
  }),
})

/** The time of watching is over and they go; what happened meanwhile, or nothing. Earlier only if something is noted. */
export const endObservation = defineCommand({
  ...onVisitAndAppointment,
  name: 'vaccinations.end-observation',
  input: OnVisit.extend({ event: z.string().max(2_000) }),
  roles: TEAM,
  decide: (state, input, moment) => {
    const visit = visitAt(state, input, ['watched', 'done'])
    if (!visit.ok) return visit
    const event = input.event.trim()
    // Another desk has let them go already; what nobody has heard of yet is not passed over.
    if (visit.value.observation) return event === '' ? ok([]) : refuse('vaccinations/wrong-stage', { stage: 'done' })
    if (event === '' && !mayGo(visit.value, moment.now)) return refuse('vaccinations/watched-too-short', { until: visit.value.observeUntil ?? moment.now })
    return ended(state, visit.value, { observation: { ...done(moment), event } }, moment)
  },
})

/** They go without being vaccinated. Whoever came back and was vaccinated at another desk has not gone. */
export const leave = defineCommand({
  ...onVisitAndAppointment,
  name: 'vaccinations.leave',
  input: OnVisit.extend({ reason: z.string().max(500) }),
  roles: TEAM,
  decide: (state, input, moment) => beforeDose(state, input, visit => {
    if (visit.departed) return ok([])
    const reason = input.reason.trim()
    return reason ? ended(state, visit, { departed: { ...done(moment), reason } }, moment) : refuse('vaccinations/reason-missing')
  }),
})

/**
 * Takes over a visit that another desk wrote on a ticket, without a connection between the two. What is known here stays,
 * what is missing comes from the ticket; when all desks are back, the service puts the parts together in the same way. Whoever
 * shows it has not gone, or has come back.
 */
export const takeOver = defineCommand({
  name: 'vaccinations.take-over',
  version: 1,
  input: z.object({ visit: CarriedVisit }),
  offline: 'queue',
  roles: TEAM,
  onlyIfUnchanged: false,
  reads: ({ visit }) => [{ table: 'vaccination_sessions', id: visit.sessionId }, { table: 'vaccination_visits', id: visit.id }, ...theAppointment(visit.appointmentId)],
  holds: ['appointments'],
  decide: (state, { visit }, moment) => {
    const session = heldSession(state, visit.sessionId)
    if (!session.ok) return session
    const known = state.get('vaccination_visits', visit.id)
    if (known && known.sessionId !== visit.sessionId) return refuse('commands/record-missing', { table: 'vaccination_visits' })
    const named = namedPerson(visit.person, moment)
    if (!named.ok) return named
    const brought: Visit = { ...visit, ...named.value, scope: session.value.scope, version: 0, twinId: null }
    const row = known ? { ...met(known, brought), departed: brought.departed } : brought
    const isHere = row.appointmentId !== null && state.get('appointments', row.appointmentId)?.placeId === session.value.placeId
    return ok([{ table: 'vaccination_visits', row }, ...(isHere ? ownAppointment(state, row, { now: moment.now, isDayOver: session.value.status === 'closed' }) : [])])
  },
})

export const visitCommands = [checkIn, changeVaccinee, addHistory, removeHistory, answer, judge, consent, endObservation, leave, takeOver] as const
