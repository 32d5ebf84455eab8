/** Ends after so many milliseconds, or early with the signal; never throws. */
export type Wait = (ms: number, signal: AbortSignal) => Promise<void>

export const waitReally: Wait = (ms, signal) =>
  new Promise(resolve => {
    if (signal.aborted) return resolve()
    const end = (): void => {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, ms)
    signal.addEventListener('abort', end)
  })

const FIRST_MS = 300
const LONGEST_MS = 10_000

/** How long to wait after so many failures in a row: doubling, between 0.3 and 10 s, the upper half by chance so that desks do not come back together. */
export function delayAfter(failures: number, random: (bytes: number) => Uint8Array): number {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures, 10))
  const chance = (random(1)[0] ?? 0) / 255
  return Math.max(FIRST_MS, Math.round(full / 2 + (full / 2) * chance))
}
