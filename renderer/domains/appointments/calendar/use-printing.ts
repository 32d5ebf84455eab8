import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'

/** Whether the page is being printed, by a button or by the browser: then everything is drawn, not only what is in view. */
export function usePrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false)
  useEffect(() => {
    const ending = new AbortController()
    window.addEventListener('beforeprint', () => flushSync(() => setPrinting(true)), { signal: ending.signal })
    window.addEventListener('afterprint', () => setPrinting(false), { signal: ending.signal })
    return () => ending.abort()
  }, [])
  return isPrinting
}
