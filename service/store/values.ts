import { instantFromMs, type Instant } from '../../shared/time.ts'

/** Type numbers of PostgreSQL whose values both drivers shall hand over alike. */
const INT8 = 20
const DATE = 1082
const TIMESTAMPTZ = 1184

/** The text PostgreSQL gives for a timestamptz, in whatever zone the session has, as an instant. */
export const instantFromText = (text: string): Instant => instantFromMs(Date.parse(text))

/**
 * Read by both drivers: int8 as a number (positions stay far below 2^53), date as its text, timestamptz as an instant.
 */
export const VALUE_PARSERS: Readonly<Record<number, (text: string) => unknown>> = {
  [INT8]: Number,
  [DATE]: (text: string) => text,
  [TIMESTAMPTZ]: instantFromText,
}
