import { useEffect, useEffectEvent } from 'react'
import { useStatus } from '../core-client/core-context.tsx'

/** Asks again what could not be answered, as soon as there is a link: the screens say that it goes on then. */
export function useAgainOnline(isRefused: boolean, again: () => void): void {
  const isOnline = useStatus()?.connection === 'online'
  const askAgain = useEffectEvent(() => { if (isRefused) again() })
  useEffect(() => { if (isOnline) askAgain() }, [isOnline])
}
