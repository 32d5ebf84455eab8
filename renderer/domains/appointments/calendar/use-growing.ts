import { useEffect, useState } from 'react'

/** Counts up to `most`, one a frame: what is drawn piece by piece never keeps keys and pointer waiting. */
export function useGrowing(most: number, step = 1): number {
  const [count, setCount] = useState(step)
  useEffect(() => {
    if (count >= most) return undefined
    const frame = requestAnimationFrame(() => setCount(count + step))
    return () => cancelAnimationFrame(frame)
  }, [count, most, step])
  return Math.min(count, most)
}
