import { parentPort, workerData, type Transferable } from 'node:worker_threads'
import type { ConnectionRole } from './connection.ts'
import { loadDriver, openConnection } from './connection.ts'
import type { Database } from './database.ts'
import { storageRefusal } from './failures.ts'
import { HAS_BEGUN, type Answer } from './worker-thread.ts'

/** What every worker of the cache is started with. */
export interface WorkerStart {
  readonly file: string
  readonly key: Uint8Array
  /** For the thread that loads: see `turn.ts`. */
  readonly turn?: SharedArrayBuffer
}

/** A value with the buffers that move to the other thread instead of being copied. */
export class Moved {
  readonly value: unknown
  readonly buffers: readonly ArrayBuffer[]
  constructor(value: unknown, buffers: readonly ArrayBuffer[]) {
    this.value = value
    this.buffers = buffers
  }
}

type Respond<Request> = (db: Database, body: Request, notify: (notice: unknown) => void) => unknown

/** Answers requests one after another on a connection of this thread's own. */
export function serve<Request>(role: ConnectionRole, respond: Respond<Request>): void {
  const { file, key } = workerData as WorkerStart
  loadDriver()
  parentPort?.postMessage(HAS_BEGUN)
  let db: Database | undefined
  const take = async ({ request, body }: { readonly request: number; readonly body: Request }): Promise<void> => {
    const notify = (notice: unknown): void => parentPort?.postMessage({ request, notice })
    try {
      db ??= openConnection(file, key, role)
      const answer = await respond(db, body, notify)
      if (answer instanceof Moved) send({ request, ok: true, value: answer.value }, answer.buffers)
      else send({ request, ok: true, value: answer })
    } catch (error) {
      const code = storageRefusal(error)
      send(code ? { request, ok: false, code } : { request, bug: error instanceof Error ? (error.stack ?? error.message) : 'unknown' })
    }
  }
  let before = Promise.resolve()
  parentPort?.on('message', (message: { readonly request: number; readonly body: Request }) => {
    before = before.then(() => take(message))
  })
}

function send(answer: Answer, buffers: readonly ArrayBuffer[] = []): void {
  parentPort?.postMessage(answer, buffers as readonly Transferable[])
}
