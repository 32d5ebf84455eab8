import { Worker } from 'node:worker_threads'
import type { Binding } from './bind-worker.ts'

/** Binds letters into one PDF beside the service, so that it goes on answering. Rejects when that fails. */
export const bind = (binding: Binding): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./bind-worker.ts', import.meta.url), { env: {}, execArgv: [], workerData: binding })
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('letters were not bound')))
  })
