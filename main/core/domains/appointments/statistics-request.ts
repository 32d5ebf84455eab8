import type { OpeningHours, Resource } from '../../../../shared/domains/appointments/tables.ts'
import type { StatisticsQuestion } from '../../../../shared/contract/appointments.ts'

/** What the thread that works out statistics is asked: a period, and the plan to hold it against. */
export interface StatisticsRequest extends StatisticsQuestion {
  readonly lines: readonly OpeningHours[]
  readonly resources: readonly Resource[]
}
