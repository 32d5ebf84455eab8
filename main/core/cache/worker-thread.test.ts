import type { Worker } from 'node:worker_threads'
import { afterAll, expect, test } from 'vitest'
import { aDesk } from '../sync/testing.ts'
import type { ReaderRequest } from './reader-request.ts'
import { HAS_BEGUN, startWorker } from './worker-thread.ts'

const desk = aDesk()
afterAll(() => desk.remove())

const start = () => startWorker<ReaderRequest>('reader-worker', { file: desk.cache.file, key: desk.cache.key })

test('a thread that is closed has loaded the driver before: ended meanwhile it takes the whole process with it', async () => {
  const words: unknown[] = []
  process.once('worker', (worker: Worker) => worker.on('message', word => words.push(word)))
  await start().close()
  expect(words).toEqual([HAS_BEGUN])
})

test('who waits for a thread that is closed is told, and nobody waits for one that has ended', async () => {
  const thread = start()
  const asked = thread.ask({ kind: 'check' })
  const closed = thread.close()
  await expect(asked).rejects.toThrow('was closed')
  await closed
  await expect(thread.ask({ kind: 'check' })).rejects.toThrow('was closed')
})
