import { useEffect } from 'react'

/** A file dropped beside the zone for files would otherwise take the place of the whole desk. */
export function useNoLeavingByDrop(): void {
  useEffect(() => {
    const stop = (event: DragEvent): void => event.preventDefault()
    for (const name of ['dragover', 'drop'] as const) window.addEventListener(name, stop)
    return () => {
      for (const name of ['dragover', 'drop'] as const) window.removeEventListener(name, stop)
    }
  }, [])
}
