import { exported } from '../../../shared/domains/applications/handling-commands.ts'
import type { Effects } from '../../commands/context.ts'
import { waitingJob } from '../../delivery/waiting-job.ts'
import { decisionMessages } from './decision-message.ts'

/** Decisions go out before confirmations of receipt. */
const DECISION_PRIORITY = 10

/** The town's decision is told: in full in the mailbox, and by an e-mail that only says that something is waiting there. */
export const onDecisionReleased: Effects = ({ changes, moment }) => {
  const application = changes.flatMap(change => (change.table === 'applications' ? [change.row] : []))[0]
  const decision = changes.flatMap(change => (change.table === 'decisions' ? [change.row] : []))[0]
  if (!application || !decision) throw new Error('a released decision without its application')
  const [first, ...more] = decisionMessages(application, decision, moment)
  return {
    changes: [first, ...more].map(row => ({ table: 'messages', row })),
    jobs: [waitingJob(first, DECISION_PRIORITY)],
  }
}

/** No record changes when a list leaves a desk as a file; the audit log says how many rows it had and which columns. */
export const onListExported: Effects = ({ input }) => {
  const { count, columns, format } = exported.input.parse(input)
  return { changes: [], jobs: [], about: `${format}, ${count} rows: ${columns.join(', ')}` }
}
