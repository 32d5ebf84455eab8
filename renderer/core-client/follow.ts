import type { CoreConnection } from './connect.ts'

const PAUSE_MS = 400

/**
 * Follows a stream of the core for as long as `signal` lasts: a stream that ends or breaks is asked for again, as soon
 * as there is a link. Every stream of the core begins with the value as it stands, so nothing is missed in between.
 */
export async function follow<Value>(
  connection: CoreConnection,
  open: (signal: AbortSignal) => Promise<AsyncIterable<Value>>,
  receive: (value: Value) => void,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    try {
      await connection.whenOpen()
      for await (const value of await open(signal)) receive(value)
    } catch {
      // The link broke or the core refused while nobody is signed in: both pass, and the banner tells the former.
    }
    if (!signal.aborted) await pause(signal)
  }
}

const pause = (signal: AbortSignal): Promise<void> =>
  new Promise(resolve => {
    const timer = setTimeout(done, PAUSE_MS)
    signal.addEventListener('abort', done, { once: true })
    function done(): void {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
  })
