import { useEffect, useState, type RefObject } from 'react'
import type { Stretch } from '../../../../shared/domains/appointments/opening-hours.ts'
import { MINUTE_PX } from './scale.ts'

/** What is drawn changes in steps of this length, and so much more than what is in view. */
const STEP_MINUTES = 60

/** The minutes that are in view, with some before and after; the columns draw nothing else. */
export function useWindow(scroller: RefObject<HTMLElement | null>, start: number): Stretch {
  const [view, setView] = useState<Stretch>({ from: 0, to: 0 })
  useEffect(() => {
    const element = scroller.current
    if (!element) return undefined
    const look = (): void => {
      const from = Math.floor((start + element.scrollTop / MINUTE_PX) / STEP_MINUTES - 1) * STEP_MINUTES
      const to = Math.ceil((start + (element.scrollTop + element.clientHeight) / MINUTE_PX) / STEP_MINUTES + 1) * STEP_MINUTES
      setView(before => (before.from === from && before.to === to ? before : { from, to }))
    }
    look()
    const watching = new ResizeObserver(look)
    watching.observe(element)
    element.addEventListener('scroll', look, { passive: true })
    return () => {
      watching.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [scroller, start])
  return view
}
