import { implement } from '@orpc/server'
import { instantFromMs, type Clock, type Instant } from '../../../shared/time.ts'
import { alertsContract } from '../../../shared/wire/alerts.ts'
import { KEEPERS } from '../../../shared/domains/alerts/roles.ts'
import { valueOrRefuse } from '../../http/refusal.ts'
import type { Access } from '../../store/access.ts'
import type { Database } from '../../store/database.ts'
import { townFor } from '../../http/town-for.ts'
import type { Typesetter } from '../letters/typesetter.ts'
import { audienceOf } from './audience.ts'
import { channelStateOf } from './channel-state.ts'
import { countyForm } from './county-form/county-form.ts'
import { sourcesOf } from './incoming/source-states.ts'
import { progressOf, retryFailed } from './progress.ts'
import { alertReport } from './report/report.ts'
import type { Reach } from './ways/reach.ts'

/** What desks ask about messages to the public that they do not hold. */
export function createAlertsRouter(parts: { readonly database: Database; readonly clock: Clock; readonly alertReach: Reach; readonly typesetter: Typesetter | null }) {
  const { database: { db }, clock, alertReach: reach } = parts
  const os = implement(alertsContract).$context<{ readonly access: Access }>()
  const now = (): Instant => instantFromMs(clock.nowMs())
  return os.router({
    audience: os.audience.handler(async ({ input, context: { access } }) => valueOrRefuse(await audienceOf(db, access, input, reach))),
    progress: os.progress.handler(async ({ input, context: { access } }) => valueOrRefuse(await progressOf(db, access, input.alertId, reach, now()))),
    retry: os.retry.handler(async ({ input, context: { access } }) => valueOrRefuse(await retryFailed(db, access, input, reach, now()))),
    report: os.report.handler(async ({ input, context: { access } }) => valueOrRefuse(await alertReport(parts, access, input, now()))),
    countyForm: os.countyForm.handler(async ({ input, context: { access } }) => valueOrRefuse(await countyForm(parts, access, input, now()))),
    channel: os.channel.handler(async ({ context: { access } }) => channelStateOf(db, townFor(access, KEEPERS), reach)),
    sources: os.sources.handler(async ({ context: { access } }) => ({ sources: [...(await sourcesOf(db, townFor(access, KEEPERS)))] })),
  })
}
