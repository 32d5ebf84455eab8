import { afterEach, expect, test } from 'vitest'
import { getEffective } from '../../main/core/cache/rows.ts'
import type { Wait } from '../../main/core/sync/backoff.ts'
import { impatient, openDesk, settled, until } from './support/desk.ts'
import { startTown } from './support/town.ts'
import { createWeather } from './support/weather.ts'

const ends: (() => Promise<unknown>)[] = []
afterEach(async () => { for (const end of ends.splice(0).toReversed()) await end() })

/** How long the desk listens to a stream without a word. */
const SILENCE_MS = 45_000

/** A clock whose longest waits end when the test says so. */
function heldClock(): { readonly wait: Wait; readonly waiting: number; passSilence(): void } {
  const held = new Set<() => void>()
  return {
    get waiting() {
      return held.size
    },
    wait: (ms, signal) => {
      if (ms !== SILENCE_MS || signal.aborted) return impatient(ms, signal)
      return new Promise(resolve => {
        const end = (): void => {
          held.delete(end)
          signal.removeEventListener('abort', end)
          resolve()
        }
        held.add(end)
        signal.addEventListener('abort', end)
      })
    },
    passSilence: () => { for (const end of [...held]) end() },
  }
}

/** The stream as it is, until it shall say no more: then it neither speaks nor ends. */
function muted(response: Response, isMuted: () => boolean): Response {
  const mute = new TransformStream<Uint8Array, Uint8Array>({
    transform: (chunk, controller) => { if (!isMuted()) controller.enqueue(chunk) },
    flush: () => new Promise(() => undefined),
  })
  return new Response(response.body?.pipeThrough(mute), { headers: response.headers })
}

test('a live stream that falls silent without ending is noticed and made anew, and what it kept back arrives', async () => {
  const town = await startTown()
  ends.push(() => town.close())
  const weather = createWeather()
  const clock = heldClock()
  let streams = 0
  let isMuted = false
  weather.tamper = async (request, answer) => {
    const response = await answer()
    return request.url.includes('/v1/live') && streams++ === 0 ? muted(response, () => isMuted) : response
  }
  const anna = await openDesk(town.url, 'anna', weather, undefined, { wait: clock.wait })
  ends.push(() => anna.close())
  await settled(anna)
  isMuted = true
  const [id = ''] = await town.receive(1)
  // A reply of its own that comes after what the stream would have told.
  await anna.network.session('0192a000-0000-7000-8000-00000000d35c')
  const isShown = (): boolean => getEffective(anna.cache.db, 'applications', id) !== undefined
  expect({ shown: isShown(), connection: anna.sync.status.value.connection, streams, waiting: clock.waiting })
    .toEqual({ shown: false, connection: 'online', streams: 1, waiting: 1 })
  const states: string[] = []
  anna.sync.status.subscribe(({ connection }) => states.push(connection))
  clock.passSilence()
  await until(isShown, anna.sync.changes)
  await settled(anna)
  expect({ wentOffline: states.includes('offline'), streams }).toEqual({ wentOffline: true, streams: 2 })
})
