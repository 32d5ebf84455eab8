import type { ShownAppointment } from '../../../../shared/contract/appointments.ts'
import type { ShownVisit } from '../../../../shared/contract/vaccinations.ts'
import { isHeldByFlag, mayGo, STAGES, stageOf, type Stage } from '../../../../shared/domains/vaccinations/stage.ts'
import { ticketNumber } from '../../../../shared/domains/vaccinations/ticket-text.ts'
import { stands } from '../../../../shared/domains/vaccinations/twins.ts'
import type { Instant } from '../../../../shared/time.ts'
import type { SessionDay } from '../queries.ts'

/** Who has booked a time, as far as a vaccination day asks. */
export type Booked = Pick<ShownAppointment, 'id' | 'name' | 'email' | 'phone' | 'ticket' | 'status' | 'startsAt'>

/** What somebody has to look at: a red flag, a physician's no, a second entry of the same person, the end of the time of watching. */
export type Alarm = 'flag' | 'refused' | 'twin' | 'over'

/** One person on the board. */
export interface Card {
  readonly visit: ShownVisit
  readonly stage: Stage
  /** As it stands on the paper they carry. */
  readonly ticket: string
  readonly age: number | null
  /** Since when they have been at this stage; for those who are watched, when they may go. */
  readonly since: Instant
  readonly alarms: readonly Alarm[]
}

export interface Lane {
  readonly stage: Stage
  readonly cards: readonly Card[]
}

type Everybody = Pick<SessionDay, 'visits' | 'vaccinations'>

/** Everybody of the day by where they are. Whoever has waited longest comes first; of those who are gone, the last one. */
export function boardLanes(everybody: Everybody, day: string, now: Instant): readonly Lane[] {
  const cards = everybody.visits.map(visit => cardOf(visit, { ...everybody, day, now }))
  return STAGES.map(stage => {
    const here = cards.filter(card => card.stage === stage).toSorted((one, other) => (one.since < other.since ? -1 : 1))
    return { stage, cards: stage === 'done' || stage === 'left' ? here.toReversed() : here }
  })
}

interface Around extends Everybody {
  readonly day: string
  readonly now: Instant
}

function cardOf(visit: ShownVisit, around: Around): Card {
  const { day, now } = around
  const stage = stageOf(visit)
  return {
    visit, stage, since: sinceWhen(visit, stage), age: visit.person.birthDay === null ? null : ageOn(visit.person.birthDay, day),
    ticket: ticketNumber(visit.id),
    alarms: [
      // Also of whoever was vaccinated by a desk that had not heard of it.
      ...(stage === 'physician' || (stage === 'watched' && isHeldByFlag(visit)) ? [visit.verdict ? 'refused' as const : 'flag' as const] : []),
      ...(hasTwin(visit, around) ? ['twin' as const] : []),
      ...(stage === 'watched' && mayGo(visit, now) ? ['over' as const] : []),
    ],
  }
}

/** Whether the person, or their dose, was written down a second time and nobody has looked at both yet. */
export const hasTwin = ({ id, twinId, departed }: Pick<ShownVisit, 'id' | 'twinId' | 'departed'>, { visits, vaccinations }: Everybody): boolean =>
  (departed === null && visits.some(other => other.id === twinId && other.departed === null)) || vaccinations.some(record => record.visitId === id && record.twinId !== null && stands(record))

function sinceWhen({ checkedIn, answered, consent, verdict, vaccinatedAt, observeUntil, observation, departed }: ShownVisit, stage: Stage): Instant {
  const begun = checkedIn.at
  return {
    arrived: begun, physician: answered?.at ?? begun, consent: verdict?.at ?? answered?.at ?? begun, ready: consent?.at ?? begun,
    watched: observeUntil ?? vaccinatedAt ?? begun, done: observation?.at ?? begun, left: departed?.at ?? begun,
  }[stage]
}

/** Whole years on a day. */
export const ageOn = (birthDay: string, day: string): number => Number(day.slice(0, 4)) - Number(birthDay.slice(0, 4)) - (day.slice(5) < birthDay.slice(5) ? 1 : 0)
