/** How tall a minute is drawn, in px: ten of them can be hit by a finger (24 px). */
export const MINUTE_PX = 2.4

/** As many minutes as an appointment takes on the screen at least. */
export const LEAST_MINUTES = 10
