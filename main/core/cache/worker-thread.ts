import { Worker } from 'node:worker_threads'
import { refuse, type Result } from '../../../shared/result.ts'
import type { ErrorCode } from '../../../shared/errors.ts'

/** What a worker answers to one request: a value, a refusal of the storage, or a bug as text. */
export type Answer =
  | { readonly request: number; readonly ok: true; readonly value: unknown }
  | { readonly request: number; readonly ok: false; readonly code: ErrorCode }
  | { readonly request: number; readonly bug: string }

/** The first word of every worker: its driver is loaded, and from now on it can be ended at any moment. */
export const HAS_BEGUN = 'has-begun'

type Notice = { readonly request: number; readonly notice: unknown }

/** A thread with a connection of its own that answers requests one after another. */
export interface WorkerThread<Request> {
  ask<Value>(request: Request, onNotice?: (notice: unknown) => void): Promise<Result<Value>>
  close(): Promise<void>
}

interface Waiting {
  readonly resolve: (result: Result<never>) => void
  readonly reject: (error: Error) => void
  readonly onNotice: (notice: unknown) => void
}

/** Short-lived arrays of a million numbers must not pile up before they are collected. */
export const THREAD_MEMORY = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 256 }

/** In development the sources run as they are; in the product each worker is a bundle beside the core's. */
const fileOf = (name: string, from: string): URL =>
  from.endsWith('.ts') ? new URL(`./${name}.ts`, from) : new URL(`./${name.split('/').at(-1) ?? name}.js`, from)

export function startWorker<Request>(name: string, workerData: unknown, resourceLimits = THREAD_MEMORY): WorkerThread<Request> {
  const worker = new Worker(fileOf(name, import.meta.url), { workerData, env: {}, resourceLimits })
  const waiting = new Map<number, Waiting>()
  let last = 0
  let ended: Error | null = null
  const failAll = (error: Error): void => {
    ended ??= error
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  const begun = Promise.withResolvers<void>()
  worker.on('message', (message: Answer | Notice | typeof HAS_BEGUN) => {
    if (message === HAS_BEGUN) begun.resolve()
    else answer(waiting, message)
  })
  worker.on('error', failAll)
  worker.on('exit', () => {
    begun.resolve()
    failAll(new Error(`the ${name} has ended`))
  })
  worker.unref()
  return {
    ask: (request, onNotice = () => undefined) =>
      new Promise((resolve, reject) => {
        // A thread that has ended answers nobody, and nobody may wait for it.
        if (ended) return reject(ended)
        waiting.set(++last, { resolve, reject, onNotice })
        worker.ref()
        worker.postMessage({ request: last, body: request })
      }),
    close: async () => {
      failAll(new Error(`the ${name} was closed`))
      // A thread that is ended while the driver is being loaded takes the whole process with it.
      worker.ref()
      await begun.promise
      await worker.terminate()
    },
  }

  function answer(open: Map<number, Waiting>, message: Answer | Notice): void {
    const entry = open.get(message.request)
    if (!entry) return
    if ('notice' in message) return entry.onNotice(message.notice)
    open.delete(message.request)
    if (open.size === 0) worker.unref()
    if ('bug' in message) entry.reject(new Error(message.bug))
    else entry.resolve(message.ok ? { ok: true, value: message.value as never } : refuse(message.code))
  }
}
