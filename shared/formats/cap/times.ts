import { Temporal } from 'temporal-polyfill'
import { instantFromMs, msOf, type Instant } from '../../time.ts'

const ZONE = 'Europe/Berlin'
/** With an offset always; neither `Z` nor fractions. */
export const CAP_TIME = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d[-+](?:0\d|1[0-4]):[0-5]\d$/
const TIME_OF_OTHERS = /^(?<day>\d{4}-\d{2}-\d{2})[T ](?<clock>\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?(?:Z|(?<offset>[-+]\d{2}):?(?<minutes>\d{2}))?$/i

/** A moment as CAP writes it, by the clock on the wall in Germany: `2026-11-22T20:38:00+01:00`, never with `Z` and never with fractions. */
export const capTime = (at: Instant): string => {
  const wall = Temporal.Instant.fromEpochMilliseconds(msOf(at)).toZonedDateTimeISO(ZONE)
  return `${wall.toPlainDateTime().toString({ smallestUnit: 'second', roundingMode: 'floor' })}${wall.offset}`
}

export const isCapTime = (text: string): boolean => CAP_TIME.test(text) && !Number.isNaN(Date.parse(text))

/** A time as others write it, with `Z`, with fractions, or by the clock on the wall in Germany where no offset stands there; null where it is none. */
export function readTime(text: string): Instant | null {
  const { day, clock, offset, minutes } = TIME_OF_OTHERS.exec(text.trim())?.groups ?? {}
  if (day === undefined || clock === undefined) return null
  try {
    const wall = Temporal.PlainDateTime.from(`${day}T${clock}`)
    const zone = offset ? `${offset}:${minutes}` : /z$/i.test(text.trim()) ? 'UTC' : ZONE
    return instantFromMs(wall.toZonedDateTime(zone).epochMilliseconds)
  } catch {
    return null
  }
}
