import { useEffect, useState } from 'react'
import type { Stretch } from '../../../../shared/domains/appointments/opening-hours.ts'
import { cellsInView } from './cells.ts'
import type { Column } from './columns.ts'

/** So many cells are drawn in one frame: more would keep keys and pointer waiting. */
const CELLS_A_FRAME = 60

/** How many cells each column draws for now: in each frame some more, from the first column to the last. */
export function useShares(columns: readonly Column[], view: Stretch): readonly number[] {
  const counts = columns.map(column => cellsInView(column, view, Infinity, undefined).length)
  const drawn = useGrowing(counts.reduce((sum, count) => sum + count, 0))
  return counts.map((count, index) => Math.max(0, Math.min(count, drawn - counts.slice(0, index).reduce((sum, one) => sum + one, 0))))
}

function useGrowing(most: number): number {
  const [count, setCount] = useState(CELLS_A_FRAME)
  useEffect(() => {
    if (count >= most) return undefined
    const frame = requestAnimationFrame(() => setCount(count + CELLS_A_FRAME))
    return () => cancelAnimationFrame(frame)
  }, [count, most])
  return Math.min(count, most)
}
