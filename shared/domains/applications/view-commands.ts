import { defineCommand } from '../../command.ts'
import { ok, refuse } from '../../result.ts'
import { msOf, type Instant } from '../../time.ts'
import { historyLine } from './history.ts'
import { OnApplication, theApplication } from './on-application.ts'
import { CASE_WORKERS } from './rules.ts'
import type { ApplicationEvent } from './tables.ts'

const HOUR_MS = 3_600_000

/** Puts down who has looked at a case. The core says it before it shows the case. */
export const view = defineCommand({
  name: 'applications.view',
  version: 1,
  input: OnApplication,
  offline: 'queue',
  isByItself: true,
  roles: CASE_WORKERS,
  onlyIfUnchanged: false,
  reads: theApplication,
  decide: (state, input, moment) => {
    const application = state.get('applications', input.applicationId)
    return application ? ok([historyLine(application, 'viewed', null, moment)]) : refuse('applications/not-found')
  },
})

/** Whether it has to be put down that a person looks now: once an hour is enough. */
export const isViewDue = (events: readonly Pick<ApplicationEvent, 'kind' | 'actorId' | 'at'>[], personId: string, now: Instant): boolean =>
  !events.some(({ kind, actorId, at }) => kind === 'viewed' && actorId === personId && Math.abs(msOf(now) - msOf(at)) < HOUR_MS)
