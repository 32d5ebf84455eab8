import { createContext, use, useEffect, useState } from 'react'
import type { Status } from '../../shared/contract/status.ts'
import type { SignedInPerson } from '../../shared/contract/session.ts'
import type { Core } from './core.ts'
import { useReadable } from './readable.ts'

export const CoreContext = createContext<Core | undefined>(undefined)

export function useCore(): Core {
  const core = use(CoreContext)
  if (!core) throw new Error('useCore is called outside of CoreContext')
  return core
}

export const useStatus = (): Status | undefined => useReadable(useCore().status)

/** The person signed in; only screens behind the sign-in may ask. */
export function usePerson(): SignedInPerson {
  const session = useReadable(useCore().session)
  // While the session ends, screens are drawn once more before they are taken away.
  const [last] = useState(() => (session?.kind === 'signed-in' ? session.person : undefined))
  const person = session?.kind === 'signed-in' ? session.person : last
  if (!person) throw new Error('usePerson is called while nobody is signed in')
  return person
}

/** The time in ms, told anew every so often, for ages and "n minutes ago". */
export function useNow(everyMs = 30_000): number {
  const { clock } = useCore()
  const aheadMs = useReadable(clock.aheadMs)
  const [systemMs, setSystemMs] = useState(() => clock.system.nowMs())
  useEffect(() => {
    const timer = setInterval(() => setSystemMs(clock.system.nowMs()), everyMs)
    return () => clearInterval(timer)
  }, [clock, everyMs])
  return systemMs + aheadMs
}
