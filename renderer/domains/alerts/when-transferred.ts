import type { AlertId } from '../../../shared/ids.ts'
import type { Core } from '../../core-client/core.ts'

/** An answer that comes between two looks leaves no other trace. */
const LOOK_MS = 300

/** Waits until the service has all that this desk has saved of a message: true. Ends with false where there is no link, or as soon as it breaks. */
export async function whenTransferred({ client, status, onChanged }: Pick<Core, 'client' | 'status' | 'onChanged'>, alertId: AlertId): Promise<boolean> {
  for (;;) {
    const { alert } = await client.alerts.one({ alertId })
    if (!alert?.isPending) return true
    if (status.get()?.connection !== 'online') return false
    await new Promise<void>(resolve => {
      const timer = setTimeout(done, LOOK_MS)
      const unsubscribe = onChanged(done)
      function done(): void {
        clearTimeout(timer)
        unsubscribe()
        resolve()
      }
    })
  }
}
