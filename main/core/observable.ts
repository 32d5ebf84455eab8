/** A value that others may follow. A listener is told of changes only; the value as it stands is read from `value`. */
export interface Observable<Value> {
  readonly value: Value
  /** The answer ends the subscription. */
  subscribe(listener: (value: Value) => void): () => void
}

export interface Settable<Value> extends Observable<Value> {
  set(value: Value): void
}

export function observable<Value>(start: Value): Settable<Value> {
  const listeners = new Set<(value: Value) => void>()
  let current = start
  return {
    get value() {
      return current
    },
    set: value => {
      current = value
      for (const listener of [...listeners]) listener(value)
    },
    subscribe: listener => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

/** The value as it stands, then each new one, until the signal ends it; a slow reader gets the newest and misses the ones between. */
export async function* follow<Value>(source: Observable<Value>, signal?: AbortSignal): AsyncGenerator<Value, void> {
  let wake = (): void => undefined
  let isNew = true
  const tell = (): void => {
    isNew = true
    wake()
  }
  const end = source.subscribe(tell)
  signal?.addEventListener('abort', tell)
  try {
    while (!signal?.aborted) {
      if (!isNew) await new Promise<void>(resolve => { wake = resolve })
      if (signal?.aborted) return
      isNew = false
      yield source.value
    }
  } finally {
    end()
    signal?.removeEventListener('abort', tell)
  }
}

/**
 * Every new value until the signal ends it, none left out: what comes while the reader is busy is joined into one value, so
 * that a slow reader never has more than that waiting.
 */
export async function* followJoined<Value>(source: Observable<Value>, join: (earlier: Value, later: Value) => Value, signal?: AbortSignal): AsyncGenerator<Value, void> {
  let waiting: { readonly value: Value } | null = null
  let wake = (): void => undefined
  const end = source.subscribe(value => {
    waiting = { value: waiting ? join(waiting.value, value) : value }
    wake()
  })
  const abort = (): void => wake()
  signal?.addEventListener('abort', abort)
  const take = (): { readonly value: Value } | null => {
    const taken = waiting
    waiting = null
    return taken
  }
  try {
    while (!signal?.aborted) {
      const next = take()
      if (next) yield next.value
      else await new Promise<void>(resolve => { wake = resolve })
    }
  } finally {
    end()
    signal?.removeEventListener('abort', abort)
  }
}
