import { useState } from 'react'
import { periodNamed, type Period, type PeriodName } from '../../../shared/domains/reports/periods.ts'
import { germanDayAt } from '../../../shared/german-days.ts'
import { useCore } from '../../core-client/core-context.tsx'

export type PeriodChoice = PeriodName | 'own'

export interface ChosenPeriod {
  readonly choice: PeriodChoice
  readonly period: Period
  readonly onChoice: (choice: PeriodChoice) => void
  readonly onOwnPeriod: (period: Period) => void
}

/** The period a report is about; those with a name end today. */
export function usePeriod(): ChosenPeriod {
  const { clock } = useCore()
  const today = germanDayAt(clock.nowMs())
  const [choice, onChoice] = useState<PeriodChoice>('30-days')
  const [own, onOwnPeriod] = useState<Period>(() => periodNamed('30-days', today))
  return { choice, period: choice === 'own' ? own : periodNamed(choice, today), onChoice, onOwnPeriod }
}
