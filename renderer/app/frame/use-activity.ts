import { useEffect } from 'react'
import { useCore } from '../../core-client/core-context.tsx'

const TOLD_EVERY_MS = 20_000
const SIGNS = ['pointerdown', 'keydown', 'wheel'] as const

/** Tells the core that somebody sits here, so that the desk does not lock itself under their hands. */
export function useActivity(): void {
  const { client } = useCore()
  useEffect(() => {
    let toldAtMs = -TOLD_EVERY_MS
    const tell = ({ timeStamp }: Event): void => {
      if (timeStamp - toldAtMs < TOLD_EVERY_MS) return
      toldAtMs = timeStamp
      client.session.active().catch(ignore)
    }
    for (const sign of SIGNS) window.addEventListener(sign, tell, { passive: true })
    return () => {
      for (const sign of SIGNS) window.removeEventListener(sign, tell)
    }
  }, [client])
}

const ignore = (): void => undefined
