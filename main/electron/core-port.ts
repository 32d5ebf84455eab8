// The adapter of the library that hands every message in by a call of ours, so that what goes wrong with one comes back
// here. Its adapter for ports waits for nobody: one message that cannot be read would end the whole process of the core.
import { RPCHandler } from '@orpc/server/bun-ws'
import type { MessagePortMain } from 'electron'
import type { ShellLog } from './log.ts'

/** Serves one router to every port that comes. */
export type ServePort = (port: MessagePortMain) => void

/** What cannot be read is dropped with a line in the log, which says nothing of what stood in it. */
export function portServer(router: ConstructorParameters<typeof RPCHandler>[0], log: ShellLog): ServePort {
  const handler = new RPCHandler(router)
  return port => {
    const client = { send: (message: unknown) => (port.postMessage(message), 0) }
    port.on('message', ({ data }: { readonly data: unknown }) => {
      const message = messageIn(data)
      if (message === undefined) return log('core.message-dropped')
      handler.message(client, message).catch(() => log('core.message-dropped'))
    })
    port.on('close', () => handler.close(client))
    port.start()
  }
}

/** A text, or bytes where a file goes with it: the page sends nothing else. */
function messageIn(data: unknown): string | Uint8Array | undefined {
  if (typeof data === 'string' || data instanceof Uint8Array) return data
  return data instanceof ArrayBuffer ? new Uint8Array(data) : undefined
}
