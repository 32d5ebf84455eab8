import type { ReactElement } from 'react'
import type { Stretch } from '../../../../shared/domains/appointments/opening-hours.ts'
import { minutesOfDay } from '../../../../shared/domains/appointments/clock-time.ts'
import { instantFromMs } from '../../../../shared/time.ts'
import { useNow } from '../../../core-client/core-context.tsx'
import { clockOf } from './blocks.ts'
import { MINUTE_PX } from './scale.ts'

interface Props {
  readonly hours: Stretch
  /** On the axis with the time, in the columns as a line below the appointments. */
  readonly isOnAxis?: boolean
}

/** Where the day stands; told by the clock of the desk. */
export function NowLine({ hours, isOnAxis = false }: Props): ReactElement | null {
  const minute = minutesOfDay(instantFromMs(useNow()))
  if (minute < hours.from || minute > hours.to) return null
  return <div className={isOnAxis ? 'cal-now cal-now--axis' : 'cal-now'} aria-hidden="true" style={{ top: (minute - hours.from) * MINUTE_PX }}>{isOnAxis && <span>{clockOf(minute)}</span>}</div>
}
