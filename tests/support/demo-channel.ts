/** A value that is followed by any number of listeners, each beginning with the value as it stands. */
export interface Channel<Value> {
  now(): Value
  tell(value: Value): void
  follow(signal: AbortSignal | undefined): AsyncGenerator<Value>
}

export function channel<Value>(initial: Value): Channel<Value> {
  let current = initial
  const listeners = new Set<(value: Value) => void>()
  return {
    now: () => current,
    tell: value => {
      current = value
      for (const listener of listeners) listener(value)
    },
    follow: async function* (signal) {
      const waiting: Value[] = [current]
      let wake = (): void => undefined
      const listener = (value: Value): void => {
        waiting.push(value)
        wake()
      }
      listeners.add(listener)
      signal?.addEventListener('abort', () => wake(), { once: true })
      try {
        while (!signal?.aborted) {
          const value = waiting.shift()
          if (value !== undefined) yield value
          else await new Promise<void>(resolve => { wake = resolve })
        }
      } finally {
        listeners.delete(listener)
      }
    },
  }
}
