import * as z from 'zod'
import { defineCommand } from '../../command.ts'
import { ok, refuse } from '../../result.ts'
import { dueAfter } from './deadline.ts'
import { byRight, historyLine } from './history.ts'
import { OnApplication, put, withService } from './on-application.ts'
import { inStatus, reasonGiven, RELEASERS, standsInAsLead } from './rules.ts'

/**
 * Takes up a case again that was ended (wieder aufnehmen). The decision of then stays on file and in force until another
 * one is released. The town's own target begins anew; a period of law does not, it has been met.
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
        suspendedAt: null, heldDueAt: null, extendedAt: null,
        dueAt: service.deadline?.basis === 'own-target' ? dueAfter(service.deadline, moment.now) : null,
      }),
      byRight(historyLine(application, 'reopened', reason.value, moment), standsInAsLead(application, moment.actor)),
    ])
  },
})
