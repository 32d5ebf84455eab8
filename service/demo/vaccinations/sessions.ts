import { clockTime, minutesOfDay, type ClockTime } from '../../../shared/domains/appointments/clock-time.ts'
import type { OpeningHours } from '../../../shared/domains/appointments/tables.ts'
import type { StandBy, StockLine, VaccinationSession } from '../../../shared/domains/vaccinations/tables.ts'
import { germanDay, plusCalendarDays } from '../../../shared/german-days.ts'
import { derivedUuid, OpeningHoursId, SessionId } from '../../../shared/ids.ts'
import { plusDays, type Instant } from '../../../shared/time.ts'
import { personId } from '../staff.ts'
import { TOWN } from '../town.ts'
import type { VaccinationCentre } from './centre.ts'
import { batchInUse, type DemoCatalogue, type ProductKey } from './products.ts'
import { LABEL } from './scope.ts'

/** The grid of times that are given out. */
export const SLOT_MINUTES = 10
const HOURS = 6
/** Of next week's doses the second ones belong here. */
const SECOND_AFTER_DAYS = 70

export interface SessionSource {
  readonly centre: VaccinationCentre
  readonly catalogue: DemoCatalogue
  readonly now: Instant
  /** Makes the key by which tickets of a session are known; it comes from no seed, because seeds are public. */
  readonly newTicketKey: () => string
}

/** Yesterday's, today's and next week's, and one for those who come a second time. */
export interface DemoSessions {
  readonly yesterday: VaccinationSession
  readonly today: VaccinationSession
  readonly nextWeek: VaccinationSession
  readonly secondDoses: VaccinationSession
}

export function demoSessions(source: SessionSource): DemoSessions {
  const today = germanDay(source.now)
  const day = { ...sessionRow(source, 'yesterday', plusCalendarDays(today, -1)), startTime: clockTime(9 * 60), endTime: clockTime((9 + HOURS) * 60) }
  return {
    yesterday: { ...day, status: 'closed', closedAt: plusDays(source.now, -1), stock: [...stockOf(source.catalogue, 64, 2)] },
    today: { ...sessionRow(source, 'today', today), ...timesAround(source.now), status: 'open', stock: [...stockOf(source.catalogue, 48, 1)], standBy: [...standByList(source.now)] },
    nextWeek: { ...sessionRow(source, 'next-week', plusCalendarDays(today, 7)), title: 'Impfnachmittag', startTime: clockTime(13 * 60), endTime: clockTime(17 * 60) },
    secondDoses: { ...sessionRow(source, 'second-doses', plusCalendarDays(today, SECOND_AFTER_DAYS)), title: 'Impfnachmittag', startTime: clockTime(13 * 60), endTime: clockTime(17 * 60) },
  }
}

function sessionRow({ centre, catalogue, newTicketKey }: SessionSource, label: string, day: string): VaccinationSession {
  const id = (part: string): string => derivedUuid(TOWN.id, `${LABEL}/session/${label}/${part}`)
  const { place, stations, offered } = centre
  return {
    id: SessionId.parse(id('')), scope: place.scope, version: 0, placeId: place.id, title: 'Impftag für Menschen ab 60', day, startTime: '', endTime: '',
    openingHoursId: OpeningHoursId.parse(id('hours')), serviceIds: offered.map(({ service }) => service.id), resourceIds: stations.map(station => station.id),
    responsible: { personId: personId('eva.arndt'), name: 'Dr. med. Eva Arndt', address: 'Musterstraße 12, 39517 Tangerhütte' },
    team: [{ name: 'Tanja Helm', task: 'Leitung' }, { name: 'Lisa Ohm', task: 'Anmeldung' }, { name: 'Mirko Beyer', task: 'Impfen und Beobachten' }],
    vaccineIds: offered.map(({ product }) => catalogue.vaccines[product].id), fromAge: 60, groups: 'Menschen ab 60, mit Vorerkrankungen auch jüngere', stock: [], standBy: [],
    ticketKey: newTicketKey(), status: 'planned', closedAt: null,
  }
}

/** From 9 to 15 o'clock; for whoever looks at another time of the day, around it. */
function timesAround(now: Instant): { readonly startTime: ClockTime; readonly endTime: ClockTime } {
  const hour = Math.floor(minutesOfDay(now) / 60)
  const from = hour >= 10 && hour < 14 ? 9 : Math.min(Math.max(hour - 1, 0), 24 - HOURS)
  return { startTime: clockTime(from * 60), endTime: clockTime((from + HOURS) * 60) }
}

const STOCKED: readonly ProductKey[] = ['flu-strong', 'tbe', 'zoster', 'covid']

const stockOf = (catalogue: DemoCatalogue, doses: number, wasted: number): readonly StockLine[] => STOCKED.map((key, index): StockLine => ({
  batchId: batchInUse(catalogue, key).id, doses: index === 0 ? doses : Math.ceil(doses / 3), ...(index === 0 ? { wasted, wastedReason: 'Spritze fiel zu Boden' } : { wasted: 0, wastedReason: '' }),
}))

/** Name, telephone, year of birth, minutes away, how it stands. */
const WAITING: readonly (readonly [string, string, number, number, StandBy['state'], string])[] = [
  ['Rosemarie Stappenbeck', '03935 214 870', 1949, 5, 'coming', ''],
  ['Horst Güldenpfennig', '03935 220 118', 1944, 15, 'asked', 'Bitte lange klingeln lassen.'],
  ['Sieglinde Wöhler', '0170 0000 312', 1958, 20, 'waiting', ''],
  ['Eberhard von der Schulenburg', '03935 219 004', 1951, 25, 'waiting', 'Nur vor 14 Uhr.'],
  ['Marga Tägtmeyer', '03935 230 771', 1939, 40, 'declined', 'Heute kein Auto.'],
]

const standByList = (now: Instant): readonly StandBy[] => WAITING.map(([name, phone, birthYear, minutesAway, state, note], index) => ({
  id: derivedUuid(TOWN.id, `${LABEL}/stand-by/${index}`), name, phone, birthYear, minutesAway, note, state, addedAt: plusDays(now, -index - 1),
}))

/** The line of the opening hours by which times of a session are given out. */
export const hoursOf = (session: VaccinationSession): OpeningHours => ({
  id: session.openingHoursId, scope: session.scope, version: 0, placeId: session.placeId, kind: 'open', title: session.title, fromDay: session.day, toDay: session.day, weekdays: [1, 2, 3, 4, 5, 6, 7],
  everyWeeks: 1, weeksOfMonth: [], startTime: session.startTime as ClockTime, endTime: session.endTime as ClockTime, resourceIds: session.resourceIds,
  publicResourceIds: session.resourceIds.slice(0, 2), slotMinutes: SLOT_MINUTES, onHolidays: true, isDeleted: false,
})
