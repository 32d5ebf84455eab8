import { useEffect, useState, type RefObject } from 'react'
import { turnedSize, type PageSource, type Rotation } from './page-source.ts'

export interface Zoom {
  /** Pixels of the screen per point. */
  readonly scale: number
  readonly percent: number
  readonly canGrow: boolean
  readonly canShrink: boolean
  readonly larger: () => void
  readonly smaller: () => void
  readonly fit: () => void
}

const PERCENTS = [25, 50, 75, 100, 125, 150, 200, 300, 400] as const
/** Pixels of the screen per point at 100 percent. */
const FULL = 96 / 72
/** The frame around the pages and the bar that scrolls them. */
const MARGIN = 34

/** As wide as the window until somebody asks for another size. */
export function useZoom(scroll: RefObject<HTMLElement | null>, source: PageSource, rotation: Rotation): Zoom {
  const [chosen, setChosen] = useState<number>()
  const width = useWidth(scroll)
  const fitting = Math.min(200, ((width - MARGIN) / (turnedSize(source.firstSize, rotation).width * FULL)) * 100)
  const percent = chosen ?? Math.max(10, fitting)
  const next = PERCENTS.find(step => step > percent + 1)
  const before = PERCENTS.findLast(step => step < percent - 1)
  return {
    percent,
    scale: (percent / 100) * FULL,
    canGrow: next !== undefined,
    canShrink: before !== undefined,
    larger: () => next !== undefined && setChosen(next),
    smaller: () => before !== undefined && setChosen(before),
    fit: () => setChosen(undefined),
  }
}

function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(640)
  useEffect(() => {
    if (!element.current) return undefined
    const observer = new ResizeObserver(([entry]) => entry && setWidth(entry.contentRect.width))
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [element])
  return width
}
