/** Records of a treatment are kept for ten years after it has ended (§ 630f Abs. 3 BGB). */
const KEPT_YEARS = 10

/** What was given before this day may go: ten years and the rest of the year have passed. `2037-01-01` lets go of 2026. */
export const deletableBefore = (today: string): string => `${Number(today.slice(0, 4)) - KEPT_YEARS}-01-01`
