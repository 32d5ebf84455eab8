import type { Stage } from '../../../shared/domains/vaccinations/stage.ts'
import type { Vaccination, VaccinationSession } from '../../../shared/domains/vaccinations/tables.ts'
import { minutesOf, onTheWall, type ClockTime } from '../../../shared/domains/appointments/clock-time.ts'
import { VaccinationId, uuidV7 } from '../../../shared/ids.ts'
import { instantFromMs, msOf, type Instant } from '../../../shared/time.ts'
import type { Random } from '../random.ts'
import type { BookedElder } from './booked.ts'
import { inventElder } from './elders.ts'
import { earlierDoses } from './earlier-doses.ts'
import { batchInUse, recalledBatch, RECALLED, type DemoCatalogue, type ProductKey } from './products.ts'
import { demoVisit, type Coming, type DemoVisit } from './visits.ts'

const MINUTE_MS = 60_000

export interface DaySource {
  readonly random: Random
  readonly catalogue: DemoCatalogue
  readonly now: Instant
}

/** Gives the documentations of a town their numbers, year by year. */
export interface Numbers {
  readonly next: (year: string) => string
  readonly given: () => ReadonlyMap<string, number>
}

export function createNumbers(): Numbers {
  const last = new Map<string, number>()
  const next = (year: string): string => {
    const number = (last.get(year) ?? 0) + 1
    last.set(year, number)
    return `I-${year}-${String(number).padStart(6, '0')}`
  }
  return { next, given: () => last }
}

const MISSED = 2
const WALK_INS = 2
/** Of the batch that is called back so many were given, the first of the day. */
const WITH_RECALLED = 14

/** A day that is over: all but two came, two more without an appointment, and all are documented. */
export function fullDay({ random, catalogue }: DaySource, session: VaccinationSession, booked: readonly BookedElder[], numbers: Numbers): readonly DemoVisit[] {
  const came = booked.slice(0, booked.length - MISSED).map(({ appointment, person, product }) =>
    ({ person, product, appointmentId: appointment.id, checkedInMs: msOf(appointment.startsAt) - random.between(2, 9) * MINUTE_MS }))
  const walkedIn = came.slice(-WALK_INS).map(({ checkedInMs }) =>
    ({ person: inventElder(random, Number(session.day.slice(0, 4))), product: 'flu-strong' as const, appointmentId: null, checkedInMs: checkedInMs + MINUTE_MS }))
  let recalled = 0
  const visits = [...came, ...walkedIn].map(({ product, ...one }) => {
    const batch = product === RECALLED.product && recalled++ < WITH_RECALLED ? recalledBatch(catalogue) : batchInUse(catalogue, product)
    const vaccine = catalogue.vaccines[product]
    return demoVisit(random, { ...one, session, vaccine, batch, history: earlierDoses(random, product, vaccine, session.day), stage: 'done' }, numbers.next)
  })
  return visits.map((one, index) => (one.vaccination ? { ...one, vaccination: signed(one.vaccination, index) } : one))
}

/** All but the last three sheets have been signed. */
const AWAITED_FROM = 57

const signed = (vaccination: Vaccination, index: number): Vaccination =>
  index < AWAITED_FROM ? { ...vaccination, confirmation: { kind: 'by-hand', at: instantFromMs(msOf(vaccination.at) + 30 * MINUTE_MS), notedByName: 'Tanja Helm' } } : vaccination

/** A lot that was written down wrongly and mended afterwards, with the version before. */
export function mended(random: Random, wrong: Vaccination, rightLot: Pick<Vaccination, 'lot' | 'expiresOn'>, number: string): readonly [before: Vaccination, after: Vaccination] {
  const after: Vaccination = {
    ...wrong, ...rightLot, id: VaccinationId.parse(uuidV7(msOf(wrong.at) + 40 * MINUTE_MS, random.bytes(10))), number, documentedAt: instantFromMs(msOf(wrong.at) + 40 * MINUTE_MS), replacesId: wrong.id,
    confirmation: { kind: 'awaited' },
    reason: 'Charge von der falschen Schachtel abgelesen.',
  }
  return [{ ...wrong, replacedById: after.id }, after]
}

/** How far those have come who are or were here today, and how many minutes ago they came. */
const TODAY: readonly (readonly [stage: Stage, minutesAgo: number])[] = [
  ['done', 88], ['done', 85], ['left', 80], ['done', 74], ['done', 66], ['watched', 30], ['watched', 21], ['watched', 16], ['ready', 13], ['ready', 11], ['physician', 10], ['consent', 8],
  ['consent', 7], ['arrived', 4], ['arrived', 2],
]
/** Which of them are one person that two desks without a connection checked in and vaccinated. */
const TWINS = [4, 6] as const
const FLAG: NonNullable<Coming['flag']> = ['earlier-reaction', 'Nach der Impfung 2019 starke Schwellung des Arms, war damit beim Arzt.']

/** The day as it stands at `now`. */
export function runningDay({ random, catalogue, now }: DaySource, session: VaccinationSession, booked: readonly BookedElder[], numbers: Numbers): readonly DemoVisit[] {
  const startMs = onTheWall(session.day).msAt(minutesOf(session.startTime as ClockTime))
  const twin = booked[TWINS[0]]
  if (!twin) throw new Error('a session without people')
  const visits = TODAY.map(([stage, minutesAgo], index) => {
    const { person, product, appointment } = index === TWINS[1] ? twin : (booked[index] ?? twin)
    const checkedInMs = Math.max(startMs, msOf(now) - minutesAgo * MINUTE_MS)
    return demoVisit(random, coming(catalogue, random, { session, person, product, appointmentId: appointment.id, stage, checkedInMs, ...(stage === 'physician' ? { flag: FLAG } : {}) }), numbers.next)
  })
  return asTwins(visits)
}

const coming = (catalogue: DemoCatalogue, random: Random, { product, ...one }: Omit<Coming, 'vaccine' | 'batch' | 'history'> & { readonly product: ProductKey }): Coming => {
  const vaccine = catalogue.vaccines[product]
  return { ...one, vaccine, batch: batchInUse(catalogue, product), history: earlierDoses(random, product, vaccine, one.session.day) }
}

/** Marks the two visits of one person, as the service does when it learns of both. */
function asTwins(visits: readonly DemoVisit[]): readonly DemoVisit[] {
  const [one, other] = TWINS.map(index => visits[index])
  if (!one || !other) return visits
  const marked = (visit: DemoVisit, twin: DemoVisit): DemoVisit => ({
    visit: { ...visit.visit, twinId: twin.visit.id },
    vaccination: visit.vaccination && { ...visit.vaccination, twinId: twin.vaccination?.id ?? null },
  })
  return visits.map(visit => (visit === one ? marked(one, other) : visit === other ? marked(other, one) : visit))
}
