import type { AppointmentService, Place, Resource } from '../../../shared/domains/appointments/tables.ts'
import { AppointmentServiceId, derivedUuid, PlaceId, ResourceId } from '../../../shared/ids.ts'
import { TOWN } from '../town.ts'
import type { ProductKey } from './products.ts'
import { LABEL, VACCINATION_SCOPE } from './scope.ts'

/** What somebody may come for, the product they are given, the minutes it takes, what to bring, and after how many days they come again. */
type Offered = readonly [title: string, product: ProductKey, minutes: number, bring: string, again?: readonly [fromDays: number, toDays: number]]

const OFFERED: readonly Offered[] = [
  ['Grippeimpfung', 'flu-strong', 10, 'Impfpass, wenn vorhanden, und Versichertenkarte.'],
  ['FSME-Impfung', 'tbe', 10, 'Impfpass mit früheren Dosen und Versichertenkarte.', [28, 84]],
  ['Impfung gegen Gürtelrose', 'zoster', 10, 'Impfpass, wenn vorhanden, und Versichertenkarte.', [60, 180]],
  ['COVID-19-Impfung', 'covid', 10, 'Impfpass oder Nachweis früherer Impfungen und Versichertenkarte.'],
]

const STATIONS = ['Station 1', 'Station 2', 'Station 3'] as const

/** A service of the centre with the product that is given. */
export interface OfferedVaccine {
  readonly service: AppointmentService
  readonly product: ProductKey
}

/** The place of health of the demo with its stations and what is offered there. */
export interface VaccinationCentre {
  readonly place: Place
  readonly stations: readonly Resource[]
  readonly offered: readonly OfferedVaccine[]
}

export function vaccinationCentre(position: number): VaccinationCentre {
  const id = (label: string): string => derivedUuid(TOWN.id, `${LABEL}/${label}`)
  const row = { scope: VACCINATION_SCOPE, version: 0 } as const
  const placeId = PlaceId.parse(id('place'))
  return {
    place: {
      ...row, id: placeId, name: 'Impfstelle im Bürgerhaus', address: 'Musterstraße 12, 39517 Tangerhütte', directions: 'Bürgerhaus, Erdgeschoss, ohne Stufen. Bitte leichte Kleidung über dem Oberarm.',
      position, active: true, holdMinutes: 10, changeUntilMinutes: 120, maxPerEmail: 4, remindHoursBefore: 24, keepDays: 30,
    },
    stations: STATIONS.map((name, index) => ({
      ...row, placeId, id: ResourceId.parse(id(`station/${index}`)), kind: 'counter', name, position: index, active: true, serviceIds: [], minutesBefore: 0, minutesAfter: 0,
    })),
    offered: OFFERED.map(([title, product, minutes, bring, again], index) => ({
      product,
      service: {
        ...row, placeId, id: AppointmentServiceId.parse(id(`service/${index}`)), title, outsideTitle: 'Termin im Bürgerhaus', minutes, minutesPerFurtherPerson: minutes, maxPersons: 2, leadMinutes: 60, bookableDays: 240,
        isPublic: true, bring, followUp: again ? { fromDays: again[0], toDays: again[1] } : null, position: index, active: true,
      },
    })),
  }
}
