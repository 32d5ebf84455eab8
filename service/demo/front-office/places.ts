import { ClockTime } from '../../../shared/domains/appointments/clock-time.ts'
import type { AppointmentService, OpeningHours, Place, Resource } from '../../../shared/domains/appointments/tables.ts'
import { AppointmentServiceId, derivedUuid, OpeningHoursId, PlaceId, ResourceId } from '../../../shared/ids.ts'
import { departmentScope } from '../../../shared/scope.ts'
import { DEPARTMENTS, TOWN, type DepartmentKey } from '../town.ts'

/** A place of the demo with everything that is offered there. */
export interface DemoPlace {
  readonly place: Place
  readonly resources: readonly Resource[]
  readonly services: readonly AppointmentService[]
  readonly lines: readonly OpeningHours[]
}

/** Title, minutes for the first and each further person, what to bring, and what it is called outside the office where not by its title. */
type Offered = readonly [title: string, minutes: number, further: number, bring: string, outside?: string]
/** Weekdays from 1 for Monday, from, to. */
type Open = readonly [weekdays: readonly (1 | 2 | 3 | 4 | 5 | 6 | 7)[], from: string, to: string]

interface Plan {
  readonly key: string
  readonly department: DepartmentKey
  readonly name: string
  readonly address: string
  readonly directions: string
  readonly counters: readonly string[]
  /** So many of them can be booked by citizens. */
  readonly publicCounters: number
  readonly offered: readonly Offered[]
  readonly open: readonly Open[]
}

const PLANS: readonly Plan[] = [
  {
    key: 'buergerbuero', department: 'buergerservice', name: 'Bürgerbüro', address: 'Musterstraße 5, 39517 Tangerhütte',
    directions: 'Erdgeschoss, Eingang am Markt, ohne Stufen.', counters: ['Schalter 1', 'Schalter 2', 'Schalter 3', 'Schalter 4'], publicCounters: 3,
    offered: [
      ['Personalausweis beantragen', 15, 10, 'Bisheriger Ausweis oder Geburtsurkunde; das Passbild wird vor Ort aufgenommen.'],
      ['Reisepass beantragen', 20, 15, 'Bisheriger Pass oder Personalausweis und Geburtsurkunde.'],
      ['Ausweis oder Pass abholen', 5, 5, 'Bisheriges Dokument.'],
      ['Wohnsitz anmelden oder ummelden', 20, 5, 'Personalausweis und Wohnungsgeberbestätigung.'],
      ['Führungszeugnis beantragen', 10, 5, 'Personalausweis.'],
      ['Meldebescheinigung', 10, 5, 'Personalausweis.'],
      ['Beglaubigung', 10, 5, 'Das Original und Ihren Personalausweis.'],
    ],
    open: [[[1, 3, 5], '08:00', '12:00'], [[2], '09:00', '18:00'], [[4], '08:00', '16:00'], [[6], '09:00', '12:00']],
  },
  {
    key: 'steuern', department: 'steuern', name: 'Steuern und Abgaben', address: 'Musterstraße 5, 39517 Tangerhütte', directions: '1. Stock, Zimmer 112; Aufzug am Haupteingang.',
    counters: ['Zimmer 112', 'Zimmer 113'], publicCounters: 1,
    offered: [
      ['Grundsteuer: Fragen zum Bescheid', 20, 5, 'Den Bescheid.'],
      ['Hundesteuer anmelden oder abmelden', 15, 5, 'Chipnummer und Nachweis der Haftpflichtversicherung.'],
      ['Ratenzahlung besprechen', 30, 5, 'Nachweise über Einkommen und laufende Kosten.', 'Termin im Rathaus'],
    ],
    open: [[[2], '09:00', '18:00'], [[1, 4], '09:00', '12:00']],
  },
  {
    key: 'gewerbe', department: 'ordnung', name: 'Gewerbe und Ordnung', address: 'Musterstraße 5, 39517 Tangerhütte', directions: '2. Stock, Zimmer 204; Aufzug am Haupteingang.',
    counters: ['Zimmer 204', 'Zimmer 205'], publicCounters: 2,
    offered: [
      ['Gewerbe anmelden, ummelden, abmelden', 20, 5, 'Personalausweis, bei eingetragenen Firmen den Registerauszug.'],
      ['Fundsache abholen', 10, 5, 'Personalausweis und eine Beschreibung der Sache.'],
      ['Veranstaltung anzeigen: Beratung', 30, 5, 'Lageplan und Ablauf, soweit vorhanden.'],
    ],
    open: [[[2], '09:00', '12:00'], [[2], '14:00', '18:00'], [[4], '09:00', '12:00']],
  },
]

/** The places of the demo, open since `openSince`. */
export const demoPlaces = (openSince: string): readonly DemoPlace[] => PLANS.map((plan, index) => furnish(plan, index, openSince))

function furnish(plan: Plan, position: number, openSince: string): DemoPlace {
  const id = (label: string): string => derivedUuid(TOWN.id, `front-office/${plan.key}/${label}`)
  const department = DEPARTMENTS.find(one => one.id === plan.department)
  if (!department) throw new Error(`no department ${plan.department}`)
  const placeId = PlaceId.parse(id('place'))
  const own = { scope: departmentScope(department.id), version: 0, placeId }
  const resources = plan.counters.map((name, index): Resource =>
    ({ ...own, id: ResourceId.parse(id(`counter/${index}`)), kind: 'counter', name, position: index, active: true, serviceIds: [], minutesBefore: 0, minutesAfter: 0 }))
  const { placeId: _placeId, ...ofTown } = own
  return {
    place: {
      ...ofTown, id: placeId, name: plan.name, address: plan.address, directions: plan.directions, position, active: true, holdMinutes: 10,
      changeUntilMinutes: 120, maxPerEmail: 3, remindHoursBefore: 24, keepDays: 90,
    },
    resources,
    services: plan.offered.map(([title, minutes, minutesPerFurtherPerson, bring, outsideTitle = ''], index): AppointmentService => ({
      ...own, id: AppointmentServiceId.parse(id(`service/${index}`)), title, outsideTitle, minutes, minutesPerFurtherPerson, maxPersons: 5, leadMinutes: 120, bookableDays: 60,
      isPublic: true, bring, followUp: null, position: index, active: true,
    })),
    lines: linesOf(plan, resources, openSince).map((line, index) => ({ ...own, ...line, id: OpeningHoursId.parse(id(`hours/${index}`)) })),
  }
}

/** The opening hours, the lunch break on long days, and the office closed between the years. */
function linesOf({ open, publicCounters }: Plan, resources: readonly Resource[], fromDay: string): readonly Omit<OpeningHours, 'id' | 'scope' | 'version' | 'placeId'>[] {
  const all = {
    title: '', fromDay, toDay: null, everyWeeks: 1, weeksOfMonth: [] as readonly number[] as OpeningHours['weeksOfMonth'], resourceIds: [], publicResourceIds: [], slotMinutes: 5, onHolidays: false, isDeleted: false,
  }
  const time = (clock: string): OpeningHours['startTime'] => ClockTime.parse(clock)
  const isLong = ([, from, to]: Open): boolean => from < '12:00' && to > '14:00'
  const year = fromDay.slice(0, 4)
  return [
    ...open.map(([weekdays, from, to]) => ({
      ...all, kind: 'open' as const, weekdays: [...weekdays], startTime: time(from), endTime: time(to), publicResourceIds: resources.slice(0, publicCounters).map(({ id }) => id),
      // Saturdays only once a month, the first.
      ...(weekdays.includes(6) ? { weeksOfMonth: [1], title: 'Samstagsöffnung' } : {}),
    })),
    ...open.filter(isLong).map(([weekdays]) =>
      ({ ...all, kind: 'break' as const, title: 'Mittagspause', weekdays: [...weekdays], startTime: time('12:00'), endTime: time('13:00') })),
    {
      ...all, kind: 'closed' as const, title: 'Zwischen den Jahren', fromDay: `${Number(year) + 1}-12-27`, toDay: `${Number(year) + 1}-12-31`,
      weekdays: [1, 2, 3, 4, 5, 6, 7], startTime: time('00:00'), endTime: time('24:00'),
    },
  ]
}
