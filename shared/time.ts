import * as z from 'zod'

/** A moment in UTC with milliseconds, `2026-11-22T19:38:00.000Z`: sorts as text. */
export const Instant = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/)
  .brand<'Instant'>()
export type Instant = z.infer<typeof Instant>

export const instantFromMs = (unixMs: number): Instant => new Date(unixMs).toISOString() as Instant

export const msOf = (instant: Instant): number => Date.parse(instant)

export const plusDays = (instant: Instant, days: number): Instant => instantFromMs(msOf(instant) + days * 86_400_000)

/** Where the time comes from; every room reads the system's clock in one place only. */
export interface Clock {
  /** Milliseconds since 1970, UTC. */
  nowMs(): number
}
