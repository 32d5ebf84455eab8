import type { Log } from '../log.ts'

/** Keeps the events, for tests that look at what was logged. */
export function aLog(): Log & { readonly lines: readonly string[] } {
  const lines: string[] = []
  const keep = (event: string, facts: object = {}): void => void lines.push(`${event} ${JSON.stringify(facts)}`)
  return { lines, info: keep, warn: keep, error: keep }
}
