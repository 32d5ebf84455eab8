import type { Json } from '../../../../shared/json.ts'
import { AppointmentStatus } from '../../../../shared/domains/appointments/tables.ts'
import type { Block } from './blocks.ts'
import { CALENDAR_VIEWS, type CalendarView } from './days.ts'

/** What a person looks at; empty lists filter nothing, except that what was cancelled is shown only to those who ask for it. */
export type Filters = {
  readonly counters: readonly string[]
  readonly services: readonly string[]
  readonly statuses: readonly string[]
}

export const NO_FILTERS: Filters = { counters: [], services: [], statuses: [] }

/** Which of these are filtered by; those of another place filter nothing here. */
const meant = (chosen: readonly string[], known: readonly { readonly id: string }[]): readonly string[] => chosen.filter(id => known.some(one => one.id === id))

/** The filters as far as they concern a place. */
export const filtersHere = (filters: Filters, resources: readonly { readonly id: string }[], services: readonly { readonly id: string }[]): Filters => ({
  counters: meant(filters.counters, resources),
  services: meant(filters.services, services),
  statuses: meant(filters.statuses, AppointmentStatus.options.map(id => ({ id }))),
})

export function isShownBy({ counters, services, statuses }: Filters, { appointment }: Block): boolean {
  const { resourceId, counterId, serviceIds, status } = appointment
  const counter = resourceId ?? counterId
  return (counters.length === 0 || (counter !== null && counters.includes(counter)))
    && (services.length === 0 || serviceIds.some(id => services.includes(id)))
    && (statuses.length === 0 ? status !== 'cancelled' : statuses.includes(status))
}

export const isView = (value: Json): value is CalendarView => CALENDAR_VIEWS.some(view => view === value)

const isTexts = (value: Json | undefined): boolean => Array.isArray(value) && value.every(one => typeof one === 'string')

/** Whether what was kept is filters. */
export const isFilters = (value: Json): value is Filters =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(NO_FILTERS).every(name => isTexts((value as Readonly<Record<string, Json>>)[name]))
