import type { ReactElement } from 'react'
import type { Stretch } from '../../../../shared/domains/appointments/opening-hours.ts'
import { minutesOfDay } from '../../../../shared/domains/appointments/clock-time.ts'
import { instantFromMs } from '../../../../shared/time.ts'
import { useNow } from '../../../core-client/core-context.tsx'
import { MINUTE_PX } from './scale.ts'

/** Where the day stands; told by the clock of the desk. */
export function NowLine({ hours }: { readonly hours: Stretch }): ReactElement | null {
  const minute = minutesOfDay(instantFromMs(useNow()))
  if (minute < hours.from || minute > hours.to) return null
  return <div className="cal-now" aria-hidden="true" style={{ top: (minute - hours.from) * MINUTE_PX }} />
}
