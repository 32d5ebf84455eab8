import type { TFunction } from 'i18next'
import type { FurnishedPlace } from '../../../../shared/contract/appointments.ts'
import type { PlaceStatistics } from '../../../../shared/domains/appointments/statistics.ts'

type Row = PlaceStatistics['services'][number]

interface ServiceRow {
  readonly id: string
  readonly title: string
  readonly row: Row
  /** In minutes, for one person; undefined where several services came together. */
  readonly planned: number | undefined
}

/** In the order in which the place offers them, several at once last. */
export function serviceRows(t: TFunction, { services }: FurnishedPlace, rows: readonly Row[]): readonly ServiceRow[] {
  const known = services.flatMap(({ id, title, minutes }): ServiceRow[] => rows.filter(({ serviceId }) => serviceId === id).map(row => ({ id, title, row, planned: minutes })))
  const several = rows.filter(({ serviceId }) => serviceId === null).map(row => ({ id: 'several', title: t('statistics.several'), row, planned: undefined }))
  return [...known, ...several]
}
