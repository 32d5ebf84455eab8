import { useLayoutEffect, useMemo, useRef, useState, type FocusEvent, type RefObject } from 'react'
import { minutesOfDay } from '../../../../shared/domains/appointments/clock-time.ts'
import type { Stretch } from '../../../../shared/domains/appointments/opening-hours.ts'
import { instantFromMs } from '../../../../shared/time.ts'
import { useCore } from '../../../core-client/core-context.tsx'
import { createCarrier, type Carrier, type CarrierGrid } from './carrier.ts'
import { isSameColumn, type Column } from './columns.ts'
import { hoursAround } from './layout.ts'
import { MINUTE_PX } from './scale.ts'

/** The same objects as long as nothing in them looks different: their columns are not drawn again. */
export function useSteady(given: readonly Column[]): readonly Column[] {
  const [kept, setKept] = useState({ given, columns: given })
  if (kept.given === given) return kept.columns
  const columns = given.map(column => kept.columns.find(before => isSameColumn(before, column)) ?? column)
  setKept({ given, columns })
  return columns
}

/** The hours of the day that are shown; another appointment does not move them as long as it lies within. */
export function useHours(columns: readonly Column[]): Stretch {
  const { from, to } = useMemo(() => hoursAround(columns.flatMap(({ open, blocks }) => [...open, ...blocks])), [columns])
  return useMemo(() => ({ from, to }), [from, to])
}

export function useCarrier(grid: CarrierGrid): Carrier {
  const [carrier] = useState(createCarrier)
  useLayoutEffect(() => carrier.over(grid))
  return carrier
}

/** Where the work is: an hour before now today, the first opening on other days. Afterwards people scroll themselves. */
export function useFirstScroll(scroller: RefObject<HTMLElement | null>, columns: readonly Column[], hours: Stretch, today: string): void {
  const { clock } = useCore()
  const [top] = useState(() => {
    const isToday = columns.some(({ day }) => day === today)
    return isToday ? (minutesOfDay(instantFromMs(clock.nowMs())) - 60 - hours.from) * MINUTE_PX : 0
  })
  useLayoutEffect(() => {
    scroller.current?.scrollTo({ top })
  }, [scroller, top])
}

interface KeptFocus {
  /** The active cell takes the focus as soon as it is drawn. */
  readonly want: () => void
  readonly onFocus: () => void
  readonly onBlur: (event: FocusEvent) => void
}

/** The focus follows the active cell, also when another desk moves the appointment to another column. */
export function useKeptFocus(active: string | undefined, isWantedFirst: boolean, elementOf: (key: string) => HTMLElement | undefined): KeptFocus {
  const hasFocus = useRef(false)
  const isWanted = useRef(isWantedFirst)
  useLayoutEffect(() => {
    const isLost = hasFocus.current && document.activeElement === document.body
    const element = active !== undefined && (isWanted.current || isLost) ? elementOf(active) : undefined
    if (!element) return
    isWanted.current = false
    element.focus({ preventScroll: true })
    element.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  })
  return {
    want: () => {
      isWanted.current = true
    },
    onFocus: () => {
      hasFocus.current = true
    },
    onBlur: ({ relatedTarget }) => {
      if (relatedTarget) hasFocus.current = false
    },
  }
}
