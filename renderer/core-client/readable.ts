import { useSyncExternalStore } from 'react'

/** A value that changes over time and tells who listens; the same shape as React's external stores. */
export interface Readable<Value> {
  get(): Value
  /** Answers with the function that ends the subscription. */
  subscribe(listener: () => void): () => void
}

export interface Writable<Value> extends Readable<Value> {
  set(value: Value): void
}

export function writable<Value>(initial: Value): Writable<Value> {
  let current = initial
  const listeners = new Set<() => void>()
  return {
    get: () => current,
    set: value => {
      if (Object.is(value, current)) return
      current = value
      for (const listener of listeners) listener()
    },
    subscribe: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export const useReadable = <Value,>(readable: Readable<Value>): Value =>
  useSyncExternalStore(readable.subscribe, readable.get)
