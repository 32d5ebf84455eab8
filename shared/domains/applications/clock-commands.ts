import * as z from 'zod'
import { defineCommand } from '../../command.ts'
import { ok, refuse } from '../../result.ts'
import { messageTo } from '../people/message-to.ts'
import { extended, resumed, suspended } from './case-clock.ts'
import { historyLine } from './history.ts'
import { inOwnWork, OnApplication, put, withService } from './on-application.ts'
import { CASE_WORKERS, reasonGiven } from './rules.ts'

const Text = z.string().max(8_000)

/** Asks the citizen for what is missing (nachfordern): a message into the mailbox, and the clock stands until the answer. */
export const ask = defineCommand({
  name: 'applications.ask',
  version: 1,
  input: OnApplication.extend({ text: Text }),
  offline: 'queue',
  roles: CASE_WORKERS,
  onlyIfUnchanged: false,
  reads: withService,
  decide: (state, input, moment) => {
    const found = inOwnWork(state, input, moment)
    if (!found.ok) return found
    const text = input.text.trim()
    if (!text) return refuse('messages/empty')
    const { application } = found.value
    return ok([
      put(suspended(application, moment.now)),
      historyLine(application, 'asked', text, moment),
      { table: 'messages', row: messageTo(application, { subject: application.subject, text }, moment) },
    ])
  },
})

/** The documents are complete, whichever way they came: the clock goes on. */
export const resume = defineCommand({
  name: 'applications.resume',
  version: 1,
  input: OnApplication,
  offline: 'queue',
  roles: CASE_WORKERS,
  onlyIfUnchanged: false,
  reads: withService,
  decide: (state, input, moment) => {
    const found = inOwnWork(state, input, moment)
    if (!found.ok) return found
    const { application, service } = found.value
    if (application.suspendedAt === null) return refuse('applications/clock-runs')
    return ok([put(resumed(application, service.deadline, moment.now)), historyLine(application, 'resumed', null, moment)])
  },
})

/** Extends the period once, with the reason that the citizen is told (§ 42a Abs. 2 VwVfG). */
export const extend = defineCommand({
  name: 'applications.extend',
  version: 1,
  input: OnApplication.extend({ until: z.iso.date(), reason: z.string().max(4_000) }),
  // Told in time or not at all: that is the service's clock to say.
  offline: 'tentative',
  roles: CASE_WORKERS,
  onlyIfUnchanged: true,
  reads: withService,
  decide: (state, input, moment) => {
    const found = inOwnWork(state, input, moment)
    if (!found.ok) return found
    const reason = reasonGiven(input.reason)
    if (!reason.ok) return reason
    const { application, service } = found.value
    const longer = extended(application, service.deadline, input.until, moment.now)
    if (!longer.ok) return longer
    return ok([
      put(longer.value),
      historyLine(application, 'extended', `${input.until}: ${reason.value}`, moment),
      { table: 'messages', row: messageTo(application, { subject: application.subject, text: extensionText(input.until, reason.value) }, moment) },
    ])
  },
})

/** What the citizen reads; German, as the administration's language is. */
const extensionText = (until: string, reason: string): string =>
  `Wir brauchen für Ihren Antrag länger als vorgesehen und entscheiden bis zum ${until.split('-').toReversed().join('.')}.\n\nGrund: ${reason}`
