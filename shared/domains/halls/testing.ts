import { DepartmentId, HallBookingId, HallId, derivedUuid } from '../../ids.ts'
import { departmentScope } from '../../scope.ts'
import { instantFromMs } from '../../time.ts'
import { occupiedBy } from './request-command.ts'
import type { Hall, HallBooking, Tenant } from './tables.ts'

const SCOPE = departmentScope(DepartmentId.parse('ordnung'))

export const aHall = (overrides: Partial<Hall> = {}): Hall => ({
  id: HallId.parse('0192a000-0000-7000-8000-00000000a001'), scope: SCOPE, version: 1, name: 'Dorfgemeinschaftshaus Uchtdorf', locality: 'Uchtdorf', address: 'Dorfstraße 1',
  capacity: 80, equipment: ['Küche', 'Beamer'], description: '', minutesBefore: 60, minutesAfter: 120,
  prices: [{ label: 'Saal', tenant: 'resident', unit: 'day', cents: 12_000 }, { label: 'Heizung', tenant: 'resident', unit: 'hour', cents: 300 }, { label: 'Saal', tenant: 'other', unit: 'day', cents: 20_000 }],
  depositCents: 15_000, keyPlace: 'Ortsbürgermeister', houseRules: 'Ab 22 Uhr Ruhe.', withdrawal: 'Bis 14 Tage vorher kostenlos.', keepYears: 10, position: 1, active: true, ...overrides,
})

export const aTenant = (overrides: Partial<Tenant> = {}): Tenant =>
  ({ kind: 'resident', name: 'Änne Großkopf', organisation: '', street: 'Am Anger 3', postalCode: '39517', place: 'Tangerhütte', email: null, phone: null, ...overrides })

/** Saturday, 12 December 2026, 14:00 to 22:00; `label` makes its id. */
export function aHallBooking(label = 'one', overrides: Partial<HallBooking> = {}): HallBooking {
  const startsAt = overrides.startsAt ?? instantFromMs(Date.UTC(2026, 11, 12, 13))
  const endsAt = overrides.endsAt ?? instantFromMs(Date.parse(startsAt) + 8 * 3_600_000)
  return {
    id: HallBookingId.parse(derivedUuid('test/hall-booking', label)), scope: SCOPE, version: 1, hallId: aHall().id, seriesId: null, startsAt, endsAt,
    ...occupiedBy(aHall(), { startsAt, endsAt }), purpose: 'Geburtstag', persons: 40, tenant: aTenant(), channel: 'telephone', status: 'requested',
    prices: [{ label: 'Saal', cents: 12_000 }], depositCents: 15_000, priceReason: null, note: '', requestedAt: instantFromMs(Date.UTC(2026, 10, 20)), requestedByName: 'Torsten Wegener',
    decidedAt: null, decidedByName: null, reason: null, contractNumber: null, contractedAt: null, contract: null, contractVersion: 0, corrections: [], keyOut: null, keyBack: null, ...overrides,
  }
}
