import * as z from 'zod'
import { defineCommand } from '../../command.ts'
import { ok, refuse } from '../../result.ts'
import { dueAfter } from './deadline.ts'
import { byRight, historyLine } from './history.ts'
import { OnApplication, put, withService } from './on-application.ts'
import type { Instant } from '../../time.ts'
import { inStatus, reasonGiven, RELEASERS, standsInAsLead } from './rules.ts'
import type { TownService } from './service-tables.ts'
import type { Application } from './tables.ts'

/**
 * Takes up a case again that was ended (wieder aufnehmen). The decision of then stays on file and in force until another
 * one is released.
 */
export const reopen = defineCommand({
  name: 'applications.reopen',
  version: 1,
  input: OnApplication.extend({ reason: z.string().max(4_000) }),
  offline: 'queue',
  roles: RELEASERS,
  onlyIfUnchanged: true,
  reads: withService,
  decide: (state, input, moment) => {
    const application = state.get('applications', input.applicationId)
    const service = application && state.get('services', application.serviceId)
    if (!application || !service) return refuse('applications/not-found')
    const ended = inStatus(application, 'decided', 'closed')
    if (!ended.ok) return ended
    if (application.mergedInto !== null) return refuse('applications/merged-away')
    const reason = reasonGiven(input.reason)
    if (!reason.ok) return reason
    const { personId, name } = moment.actor
    return ok([
      put({
        ...application, status: 'in-progress', outcome: null, decisionId: null, decidedAt: null, closedAt: null,
        // A case in work is held by somebody.
        assigneeId: application.assigneeId ?? personId, assigneeName: application.assigneeName ?? name,
        suspendedAt: null, heldDueAt: null, ...periodAfter(application, service, moment.now),
      }),
      byRight(historyLine(application, 'reopened', reason.value, moment), standsInAsLead(application, moment.actor)),
    ])
  },
})

/**
 * A case that was ended without a decision has its period as it was, extended at most once in all. After a decision an own
 * target begins anew; a period of law was met by that decision.
 */
function periodAfter(application: Application, { deadline }: TownService, now: Instant): Pick<Application, 'dueAt' | 'extendedAt'> {
  if (application.status === 'closed') return { dueAt: application.dueAt, extendedAt: application.extendedAt }
  return { dueAt: deadline?.basis === 'own-target' ? dueAfter(deadline, now) : null, extendedAt: null }
}
