import { randomBytes } from 'node:crypto'
import { isHeldByFlag, flagsAt } from '../../shared/domains/vaccinations/stage.ts'
import { aDraft, aVaccinee, flaggedBy, noAnswers } from '../../shared/domains/vaccinations/testing.ts'
import type { VaccinationSession, Visit } from '../../shared/domains/vaccinations/tables.ts'
import type { Vaccinee } from '../../shared/domains/vaccinations/vaccinee.ts'
import { derivedUuid, VaccinationId, VisitId } from '../../shared/ids.ts'
import type { Result } from '../../shared/result.ts'
import { getEffective } from '../../main/core/cache/rows.ts'
import { createTickets, type Tickets } from '../../main/core/domains/vaccinations/tickets.ts'
import { openDesk, type LiveDesk } from '../sync/support/desk.ts'
import { createWeather, type Weather } from '../sync/support/weather.ts'

/** A desk of the real core, with the network it lives in. */
export interface Desk {
  readonly live: LiveDesk
  readonly weather: Weather
  readonly tickets: Tickets
}

export async function openStation(url: string, login: string): Promise<Desk> {
  const weather = createWeather()
  const live = await openDesk(url, login, weather)
  const tickets = createTickets({ cache: live.cache, actor: () => live.sync.actor.value, random: bytes => new Uint8Array(randomBytes(bytes)) })
  return { live, weather, tickets }
}

/** What all desks saved, and what has to be at the service once they are back. */
export interface Saved {
  readonly visits: Set<VisitId>
  readonly documented: Set<VaccinationId>
  /** Visits in which a desk heard of an allergy. */
  readonly flagged: Set<VisitId>
  tickets: number
  /** What a desk itself would not save. */
  readonly refused: string[]
}

export const nothingSaved = (): Saved => ({ visits: new Set(), documented: new Set(), flagged: new Set(), tickets: 0, refused: [] })

/** A session with a batch that is good, as the stations write it down. */
export interface Day {
  readonly session: VaccinationSession
  readonly expiresOn: string
}

/** One person's way as a row of steps, each done at once when its turn comes. */
export type Way = readonly (() => void)[]

/**
 * `alone`: all at one desk. `ticket`: from one to another and back. `both`: the paper goes to the other, and the first desk does not wait. `twice`: comes to two desks. `leaves`: goes without. `mistaken`: the first desk
 * believes that they have left, while they are at the other. `flagged`: the other desk hears of an allergy, while the first goes on. */
export const KINDS = ['alone', 'alone', 'ticket', 'ticket', 'both', 'twice', 'leaves', 'mistaken', 'flagged'] as const
export type Kind = (typeof KINDS)[number]

interface Around {
  readonly day: Day
  readonly saved: Saved
  readonly at: Desk
  readonly other: Desk
}

export function wayOf(kind: Kind, around: Around, number: number): Way {
  const person = aVaccinee({ familyName: `Person ${number}`, givenName: kind })
  const [here, there] = [stationOf(around.at, around), stationOf(around.other, around)]
  const visit: { id: VisitId } = { id: VisitId.parse(derivedUuid('nobody', 'yet')) }
  const come = (): void => { visit.id = here.checkIn(person) }
  const dose = (station: Station): Way => [() => station.ask(visit.id), () => station.agree(visit.id), () => station.document(visit.id)]
  const carry = (from: Station, to: Station) => (): void => to.take(from.write(visit.id))
  if (kind === 'alone') return [come, ...dose(here), () => here.letGo(visit.id)]
  if (kind === 'leaves') return [come, () => here.sendAway(visit.id)]
  if (kind === 'ticket') return [come, () => here.ask(visit.id), carry(here, there), ...dose(there).slice(1), carry(there, here), () => here.letGo(visit.id)]
  if (kind === 'mistaken') return [come, carry(here, there), () => here.sendAway(visit.id), ...dose(there)]
  if (kind === 'flagged') return [come, carry(here, there), ...interleaved(dose(here), [() => there.hearOf(visit.id)])]
  if (kind === 'both') return [come, carry(here, there), ...interleaved(dose(here), dose(there))]
  const again: { id: VisitId } = { id: visit.id }
  const second: Way = [() => { again.id = there.checkIn(person) }, () => there.ask(again.id), () => there.agree(again.id), () => there.document(again.id)]
  return interleaved([come, ...dose(here)], second)
}

const interleaved = (one: Way, other: Way): Way => one.flatMap((step, index) => [step, ...other.slice(index, index + 1)])

type Station = ReturnType<typeof stationOf>

/** The steps of a station, by the desk's own commands. A dose of which the desk knows already is not given again. */
function stationOf({ live: { sync, cache }, tickets }: Desk, { day, saved }: Around) {
  const visitAt = (id: VisitId): Visit | undefined => getEffective(cache.db, 'vaccination_visits', id)
  const run = (name: string, input: unknown): string => {
    const done = sync.submit(`vaccinations.${name}`, input)
    if (done.ok) return done.value.commandId
    saved.refused.push(`${name}: ${done.error.code}`)
    return ''
  }
  const unlessGiven = (id: VisitId, step: () => void): void => (visitAt(id)?.vaccinationId ? undefined : step())
  return {
    checkIn: (person: Vaccinee): VisitId => {
      const id = VisitId.parse(derivedUuid(run('check-in', { sessionId: day.session.id, appointmentId: null, person }), 'visit'))
      saved.visits.add(id)
      return id
    },
    hearOf: (visitId: VisitId) => {
      if (run('answer', { visitId, answers: flaggedBy('allergy'), flags: [] })) saved.flagged.add(visitId)
    },
    ask: (visitId: VisitId) => unlessGiven(visitId, () => void run('answer', { visitId, answers: noAnswers(), flags: [] })),
    agree: (visitId: VisitId) => unlessGiven(visitId, () => void run('consent', { visitId, kind: 'oral', guardianName: '' })),
    document: (visitId: VisitId) => unlessGiven(visitId, () => {
      const visit = visitAt(visitId)
      // A red flag that is known here waits for a physician.
      if (!visit || isHeldByFlag(visit)) return
      const { history } = visit
      // What was given elsewhere today and is known here is seen on the screen.
      if (history.some(({ day: given }) => given === day.session.day)) return
      const commandId = run('document', { visitId, history, flags: flagsAt(visit), draft: aDraft({ expiresOn: day.expiresOn }) })
      if (commandId) saved.documented.add(VaccinationId.parse(derivedUuid(commandId, 'vaccination')))
    }),
    letGo: (visitId: VisitId) => run('end-observation', { visitId, event: '' }),
    sendAway: (visitId: VisitId) => run('leave', { visitId, reason: 'Fieber' }),
    write: (visitId: VisitId): string => textOf(tickets.write(visitId)),
    take: (text: string) => {
      const read = tickets.read(day.session.id, text)
      if (!read.ok) throw new Error(read.error.code)
      saved.tickets++
      run('take-over', { visit: read.value.visit })
    },
  }
}

function textOf(ticket: Result<{ readonly text: string }>): string {
  if (!ticket.ok) throw new Error(ticket.error.code)
  return ticket.value.text
}
