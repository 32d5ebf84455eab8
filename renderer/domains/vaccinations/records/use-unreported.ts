import type { SuspectedHarm } from '../../../../shared/contract/vaccinations.ts'
import { useSuspectedHarm } from '../queries.ts'

/** Suspicions that have not gone to the health authority yet, those whose time runs out first. */
export const useUnreported = (): readonly SuspectedHarm[] => (useSuspectedHarm() ?? []).filter(({ sideEffect }) => sideEffect.reportedAt === null)
