import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import type { MessagePortMain } from 'electron'
import type { CoreContract } from '../../shared/contract/contract.ts'
import { NOBODY, type DeskStanding } from './desk-standing.ts'

type CoreClient = ContractRouterClient<CoreContract>

/** The main process as a client of the core like any other, over a port of its own. */
export interface DeskFollower {
  lock(): Promise<void>
  signOut(): Promise<void>
  close(): void
}

/** Several changes in a row are counted once. */
const COUNT_AFTER_MS = 300

/** Follows the desk for as long as the port lives; the first counts after a sign-in come in one standing, so that they are no news. */
export function followDesk(port: MessagePortMain, onStanding: (standing: DeskStanding) => void): DeskFollower {
  const client: CoreClient = createORPCClient(new RPCLink({ port }))
  const end = new AbortController()
  port.on('close', () => end.abort())
  port.start()
  void followSession(client, end.signal, onStanding)
  return {
    lock: async () => void (await client.session.lock().catch(() => undefined)),
    signOut: async () => void (await client.session.signOut().catch(() => undefined)),
    close: () => {
      end.abort()
      port.close()
    },
  }
}

async function followSession(client: CoreClient, end: AbortSignal, onStanding: (standing: DeskStanding) => void): Promise<void> {
  let inside: AbortController | undefined
  await each(() => client.session.watch(undefined, { signal: end }), session => {
    const isIn = session.kind === 'signed-in'
    if (isIn && !inside) {
      inside = new AbortController()
      followInside(client, AbortSignal.any([end, inside.signal]), onStanding)
    }
    if (isIn) return
    inside?.abort()
    inside = undefined
    onStanding({ ...NOBODY, session: session.kind })
  })
  inside?.abort()
}

function followInside(client: CoreClient, end: AbortSignal, onStanding: (standing: DeskStanding) => void): void {
  let counts: DeskStanding['counts'] | undefined
  let status = { attention: 0, unsent: 0 }
  let filledViews: DeskStanding['filledViews'] = null
  let { inHand } = NOBODY
  let timer: NodeJS.Timeout | undefined
  const tell = (): void => {
    if (counts && !end.aborted) onStanding({ session: 'signed-in', counts, filledViews, inHand, ...status })
  }
  const count = async (): Promise<void> => {
    timer = undefined
    const answer = await client.applications.count(undefined, { signal: end }).catch(() => undefined)
    if (answer) counts = answer.counts
    inHand = (await client.status.inHand(undefined, { signal: end }).catch(() => undefined)) ?? inHand
    tell()
  }
  void each(() => client.status.watch(undefined, { signal: end }), ({ attention, outbox }) => {
    status = { attention, unsent: outbox.count }
    tell()
  })
  void each(() => client.views.filled(undefined, { signal: end }), ({ views }) => {
    filledViews = views.map(({ id, since }) => `${id}/${since}`)
    tell()
  })
  void each(() => client.status.changes(undefined, { signal: end }), () => { timer ??= setTimeout(() => void count(), COUNT_AFTER_MS) })
  void count()
  end.addEventListener('abort', () => clearTimeout(timer))
}

/** A stream that ends or breaks is left be: the core has gone, and its successor brings a new port. */
async function each<Value>(open: () => Promise<AsyncIterable<Value>>, receive: (value: Value) => void): Promise<void> {
  try {
    for await (const value of await open()) receive(value)
  } catch {
    // The port has closed or the session has ended; both are told by other ways.
  }
}
