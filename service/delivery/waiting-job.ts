import type { Message } from '../../shared/domains/messages/tables.ts'
import type { NewJob } from './jobs.ts'

/** The e-mail that says that a message is waiting; one for each message, whoever asks for it. */
export const waitingJob = ({ id, applicationId, personId }: Message, priority = 0): NewJob => ({
  kind: 'email',
  key: `message/${id}`,
  payload: { applicationId },
  personId,
  priority,
})
