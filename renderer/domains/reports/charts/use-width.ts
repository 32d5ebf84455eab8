import { useEffect, useRef, useState, type RefObject } from 'react'

/** How wide an element is drawn, in CSS pixels; 0 until it is known. */
export function useWidth<Measured extends Element>(): { readonly ref: RefObject<Measured | null>; readonly width: number } {
  const ref = useRef<Measured>(null)
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const element = ref.current
    if (!element) return undefined
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return { ref, width }
}
