import type { Role } from '../../actor.ts'

/** Who writes for a department's topics. An officer holds the right for the whole town. */
export const WRITERS = ['clerk', 'lead', 'officer'] as const satisfies readonly Role[]

/** Who may be the second person. */
export const RELEASERS = ['lead', 'officer'] as const satisfies readonly Role[]

/** Who answers for the channel as a whole, by a right for the whole town: topics, words that lie ready, settings. */
export const KEEPERS = ['officer', 'administrator'] as const satisfies readonly Role[]

/** Who may send alone when there is nobody else. */
export const OFFICERS = ['officer'] as const satisfies readonly Role[]
