import { holdsTime, overlap } from '../../../shared/domains/halls/hall-steps.ts'
import { pricesFor, type Times } from '../../../shared/domains/halls/prices.ts'
import { occupiedBy } from '../../../shared/domains/halls/request-command.ts'
import { contractSheet } from '../../../shared/domains/halls/contract-sheet.ts'
import { daysOf, timesOn } from '../../../shared/domains/halls/series.ts'
import type { Hall, HallBooking, Tenant } from '../../../shared/domains/halls/tables.ts'
import type { Letterhead } from '../../../shared/domains/staff/tables.ts'
import { germanDay, plusCalendarDays, weekdayOf } from '../../../shared/german-days.ts'
import { derivedUuid, HallBookingId } from '../../../shared/ids.ts'
import { instantFromMs, msOf, plusDays, type Instant } from '../../../shared/time.ts'
import { inventCitizen } from '../citizen.ts'
import type { Random } from '../random.ts'
import { TOWN } from '../town.ts'

const CLERK = 'Torsten Wegener'
const LEAD = 'René Schernikau'

/** House, weekday, from, to, what for, which club. */
type ClubSeries = readonly [house: number, weekday: number, from: string, to: string, purpose: string, club: string, everyWeeks: number]

const CLUBS: readonly ClubSeries[] = [
  [2, 2, '18:00', '20:00', 'Chorprobe', 'Gemischter Chor Lüderitz e. V.', 1],
  [4, 4, '17:00', '19:00', 'Seniorennachmittag', 'Heimatverein Uchtdorf e. V.', 2],
  [3, 1, '19:00', '21:00', 'Gymnastik', 'SV Grieben e. V.', 1],
]

/** House, days from today, from, to, what for, what has become of it. */
type Event = readonly [house: number, ahead: number, from: string, to: string, purpose: string, status: HallBooking['status'], persons: number]

const EVENTS: readonly Event[] = [
  [0, -17, '14:00', '18:00', 'Volkstrauertag', 'returned', 120], [4, -10, '14:00', '23:00', 'Geburtstag', 'returned', 50], [5, -4, '15:00', '24:00', 'Silberhochzeit', 'handed-over', 45],
  [6, 0, '10:00', '16:00', 'Versammlung der Jagdgenossenschaft', 'handed-over', 40], [2, 4, '15:00', '01:00', 'Hochzeit', 'contracted', 100], [7, 3, '13:00', '20:00', 'Trauerfeier', 'contracted', 45],
  [0, 5, '10:00', '22:00', 'Adventsmarkt', 'contracted', 200], [4, 5, '12:00', '22:00', 'Geburtstag', 'approved', 60], [3, 11, '14:00', '24:00', 'Weihnachtsfeier', 'approved', 70],
  [5, 12, '11:00', '20:00', 'Taufe', 'requested', 35], [5, 12, '15:00', '24:00', 'Geburtstag', 'requested', 50], [6, 18, '14:00', '22:00', 'Klassentreffen', 'requested', 40],
  [7, 19, '10:00', '18:00', 'Familientreffen', 'requested', 30], [1, 6, '17:00', '20:00', 'Mitgliederversammlung', 'approved', 30], [1, 13, '17:00', '20:00', 'Lesung', 'cancelled', 30],
  [2, 25, '18:00', '24:00', 'Jubiläum der Feuerwehr', 'requested', 110], [0, 27, '19:00', '23:00', 'Konzert', 'refused', 240],
]

interface Source {
  readonly halls: readonly Hall[]
  readonly random: Random
  readonly now: Instant
  readonly letterhead: Letterhead
}

/** What is and was booked around `now`: parties in all states, clubs week by week, two who want the same day. */
export function demoHallBookings(source: Source): readonly HallBooking[] {
  const today = germanDay(source.now)
  const events = EVENTS.map((event, index) => eventBooking(source, event, index, today))
  // A club leaves out the weeks in which its house is taken.
  const clubs = CLUBS.flatMap(club => clubBookings(source, club, today)).filter(one => !events.some(other => holdsTime(other) && overlap(one, other)))
  return [...clubs, ...events]
}

function clubBookings(source: Source, [house, weekday, startTime, endTime, purpose, organisation, everyWeeks]: ClubSeries, today: string): readonly HallBooking[] {
  const start = plusCalendarDays(today, -28)
  const firstDay = plusCalendarDays(start, (weekday - weekdayOf(start) + 7) % 7)
  const tenant = { ...inventTenant(source.random), kind: 'club' as const, organisation }
  const days = daysOf({ firstDay, lastDay: plusCalendarDays(today, 84), rule: { kind: 'weekly', everyWeeks }, withoutHolidays: true, startTime, endTime })
  const seriesId = derivedUuid(TOWN.id, `hall-series/${organisation}`)
  return days.map(day => ({
    ...booking(source, { house, times: timesOn(day, startTime, endTime), purpose, persons: 20, tenant, label: `${organisation}/${day}` }), seriesId,
    status: 'approved', decidedAt: plusDays(source.now, -35), decidedByName: LEAD, requestedAt: plusDays(source.now, -40),
  }))
}

function eventBooking(source: Source, [house, ahead, startTime, endTime, purpose, status, persons]: Event, index: number, today: string): HallBooking {
  const times = timesOn(plusCalendarDays(today, ahead), startTime, endTime)
  const made = booking(source, { house, times, purpose, persons, tenant: inventTenant(source.random), label: `event/${index}` })
  const online = status === 'requested' && index % 2 === 0 ? { channel: 'portal', requestedByName: null } as const : {}
  return { ...made, ...online, ...soFar(source, made, status, index) }
}

/** What has become of it by now. */
function soFar({ now, halls, letterhead }: Source, made: HallBooking, status: HallBooking['status'], index: number): Partial<HallBooking> {
  const decided = { status, requestedAt: plusDays(now, -9), decidedAt: plusDays(now, -6), decidedByName: LEAD }
  if (status === 'requested') return {}
  if (status === 'refused' || status === 'cancelled') return { ...decided, reason: status === 'refused' ? 'An diesem Tag wird der Saal für die Stadtratssitzung gebraucht.' : 'Die Lesung fällt aus.' }
  if (status === 'approved') return decided
  const hall = halls.find(({ id }) => id === made.hallId)
  if (!hall) throw new Error('a booking without its house')
  const contractNumber = `MV-${germanDay(now).slice(0, 4)}-${String(index + 1).padStart(4, '0')}`
  const contracted = { ...decided, contractNumber, contractedAt: plusDays(now, -5), contractVersion: 1, contract: contractSheet({ hall, bookings: [made], letterhead, clerkName: CLERK, reference: contractNumber }) }
  if (status === 'contracted') return contracted
  const handedOver = { ...contracted, keyOut: { at: instantFromMs(msOf(made.occupiedFrom) - 3_600_000), to: made.tenant.name, byName: CLERK, depositReceived: true } }
  if (status === 'handed-over') return handedOver
  return { ...handedOver, keyBack: { at: plusDays(made.endsAt, 1), byName: CLERK, condition: 'good', defects: '', meters: `Strom ${48_210 + index * 37} kWh`, keptCents: 0 } }
}

interface Invented {
  readonly house: number
  readonly times: Times
  readonly purpose: string
  readonly persons: number
  readonly tenant: Tenant
  readonly label: string
}

function booking({ halls, now }: Source, { house, times, purpose, persons, tenant, label }: Invented): HallBooking {
  const hall = halls[house]
  if (!hall) throw new Error(`no house ${house}`)
  return {
    id: HallBookingId.parse(derivedUuid(TOWN.id, `hall-booking/${label}`)), scope: hall.scope, version: 0, hallId: hall.id, seriesId: null, ...times, ...occupiedBy(hall, times), purpose, persons, tenant,
    channel: 'telephone', status: 'requested', prices: [...pricesFor(hall.prices, tenant.kind, times)], depositCents: tenant.kind === 'club' ? 0 : hall.depositCents, priceReason: null, note: '',
    requestedAt: plusDays(now, -3), requestedByName: CLERK, decidedAt: null, decidedByName: null, reason: null, contractNumber: null, contractedAt: null, contract: null, contractVersion: 0, corrections: [], keyOut: null, keyBack: null,
  }
}

function inventTenant(random: Random): Tenant {
  const { firstName, lastName, email, telephone } = inventCitizen(random)
  return { kind: 'resident', name: `${firstName} ${lastName}`, organisation: '', street: `Musterweg ${random.between(1, 60)}`, postalCode: TOWN.postalCode, place: TOWN.name, email, phone: telephone }
}
