import type { CommandId } from '../../shared/ids.ts'
import type { Status } from '../../shared/contract/status.ts'
import type { CoreClient } from './connect.ts'
import type { Readable } from './readable.ts'

/** What has become of a command that was saved on this desk. `waiting`: without a link to the service nobody knows yet. */
export type CommandEnd =
  | { readonly kind: 'transferred' }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'refused'; readonly item: Awaited<ReturnType<CoreClient['status']['attention']>>['items'][number] }

interface Told {
  readonly client: Pick<CoreClient, 'status'>
  readonly status: Readable<Status | undefined>
}

/** An answer that comes between two looks at the status leaves no trace in it: the status was the same before and after. */
const LOOK_MS = 500

/**
 * Waits for the service's answer to a command, for those who have to tell somebody on the telephone. Ends at once where
 * there is no link, and as soon as the link breaks: what is saved here goes out later by itself.
 */
export function endOf(told: Told, commandId: CommandId): Promise<CommandEnd> {
  return new Promise((resolve, reject) => {
    let looking = Promise.resolve()
    const unsubscribe = told.status.subscribe(() => lookOnce())
    const timer = setInterval(() => lookOnce(), LOOK_MS)
    const stop = (): void => {
      unsubscribe()
      clearInterval(timer)
    }
    const lookOnce = (): void => {
      looking = looking.then(async () => {
        const end = await endNow(told, commandId)
        if (!end) return
        stop()
        resolve(end)
      }).catch((error: unknown) => {
        stop()
        reject(error instanceof Error ? error : new Error(String(error)))
      })
    }
    lookOnce()
  })
}

async function endNow({ client, status }: Told, commandId: CommandId): Promise<CommandEnd | undefined> {
  const { commands } = await client.status.pending()
  const isPending = commands.some(({ id }) => id === commandId)
  if (isPending) return status.get()?.connection === 'online' ? undefined : { kind: 'waiting' }
  const { items } = await client.status.attention()
  const item = items.find(({ id }) => id === commandId)
  return item ? { kind: 'refused', item } : { kind: 'transferred' }
}
