import type { Effects } from '../../commands/context.ts'
import { waitingJob } from '../../delivery/waiting-job.ts'

/** A message sent from a desk stands in the citizen's mailbox from the moment of the transaction on; an e-mail says so. */
export const onMessageSent: Effects = ({ changes, moment }) => {
  const provided = changes.flatMap(change =>
    change.table === 'messages' && change.row.direction === 'to-citizen' ? [{ ...change.row, providedAt: moment.now }] : [],
  )
  return {
    changes: provided.map(row => ({ table: 'messages', row })),
    jobs: provided.map(row => waitingJob(row)),
  }
}
