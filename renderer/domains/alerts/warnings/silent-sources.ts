import { msOf, type Instant } from '../../../../shared/time.ts'
import type { WarningSource } from '../../../../shared/wire/official-warnings.ts'

/** Sources are asked every minute; what says nothing for so long tells nobody any more that nothing is going on. */
const SILENT_MS = 10 * 60_000

/** Sources that have not answered as they should for too long, whatever the reason. */
export const silentSources = (sources: readonly WarningSource[], now: Instant): readonly WarningSource[] =>
  sources.filter(({ answeredAt }) => answeredAt === null || msOf(now) - msOf(answeredAt) > SILENT_MS)
