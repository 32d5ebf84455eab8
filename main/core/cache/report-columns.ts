/** What reports add up, as expressions that stand in indexes: a question has to use the very same text. */

/**
 * The day in UTC, and the hour with it late in the evening: in Germany the next day begins at 22 or 23 o'clock UTC, and
 * never at another hour. Sorts as the moments do.
 */
export const stretchOf = (column: string): string =>
  `(CASE WHEN substr(${column}, 12, 2) >= '22' THEN substr(${column}, 1, 13) ELSE substr(${column}, 1, 10) END)`

/** The stretch that begins with a German day, by the moment of its beginning. */
export const firstStretch = (startOfDay: string): string => startOfDay.slice(0, 13)

/** From receipt to decision in tenths of days. */
export const TENTHS = '(CAST(round((unixepoch(decided_at) - unixepoch(received_at)) / 8640.0) AS INTEGER))'

/** Events that end the time in which a clock stands. */
export const ENDS_A_PAUSE = "kind IN ('resumed', 'proposed', 'closed')"

/** Null without a period. */
export const IS_IN_TIME = 'decided_at <= due_at'
