import type { Role } from '../../actor.ts'

/** Who works at a station: the team of the session, bound to keep quiet about what they see. */
export const TEAM = ['clerk', 'lead', 'physician'] as const satisfies readonly Role[]
/** Who plans sessions, keeps the catalogue and opens recalls. */
export const PLANNERS = ['lead', 'physician'] as const satisfies readonly Role[]
export const PHYSICIANS = ['physician'] as const satisfies readonly Role[]
