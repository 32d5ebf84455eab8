import { RefusedRequest } from './refusal.ts'

/** Bytes from `start` up to, not including, `end`. */
export interface Range {
  readonly start: number
  readonly end: number
  readonly isPart: boolean
}

/** One range, as a download that goes on asks for it; anything else is answered with the whole. */
export function rangeOf(header: string | undefined, size: number): Range {
  const asked = /^bytes=(\d{1,15})-(\d{0,15})$/.exec(header ?? '')
  if (!asked) return { start: 0, end: size, isPart: false }
  const start = Number(asked[1])
  const end = asked[2] ? Math.min(Number(asked[2]) + 1, size) : size
  if (start >= end) throw new RefusedRequest({ code: 'request/invalid', facts: { reason: 'range', size } }, 416)
  return { start, end, isPart: true }
}
