import { useState } from 'react'
import { contentHash } from '../../../../shared/canonical.ts'
import type { AlertId } from '../../../../shared/ids.ts'
import { useCore } from '../../../core-client/core-context.tsx'
import { useAlertCommand } from '../mutations.ts'
import { whenTransferred } from '../when-transferred.ts'
import type { Composed } from './use-composed.ts'

interface GiveOn {
  /** Whether it went to the second person, was noted as a wish, or neither. */
  readonly give: () => Promise<'given' | 'wished' | 'not'>
  readonly isRunning: boolean
}

/** Gives the words as they stand to the second person. Without a connection it is noted as a wish: nothing follows from it by itself. */
export function useGiveOn(alertId: AlertId, { flush }: Pick<Composed, 'flush'>): GiveOn {
  const core = useCore()
  const submit = useAlertCommand('submit')
  const wish = useAlertCommand('wish')
  const [isRunning, setRunning] = useState(false)
  const given = async (): Promise<'given' | 'wished' | 'not'> => {
    const content = await flush()
    if (!content) return 'not'
    // The service has to know these words before it can be told that they are the ones.
    if (!(await whenTransferred(core, alertId))) return (await wish.run({ alertId })) ? 'wished' : 'not'
    return (await submit.run({ alertId, contentHash: contentHash(content) })) ? 'given' : 'not'
  }
  const give = async (): Promise<'given' | 'wished' | 'not'> => {
    if (isRunning) return 'not'
    setRunning(true)
    return given().catch(() => 'not' as const).finally(() => setRunning(false))
  }
  return { give, isRunning }
}
