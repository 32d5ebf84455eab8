import * as z from 'zod'
import { Letter } from '../../../shared/domains/letters/letter.ts'
import { ApplicationId, AttachmentId, EventId, type PersonId } from '../../../shared/ids.ts'
import { Json } from '../../../shared/json.ts'
import { TABLES } from '../../../shared/tables.ts'
import { Instant } from '../../../shared/time.ts'
import type { NewJob } from '../../delivery/jobs.ts'

/** A letter on its way: exactly what was approved, to be set and put into the citizen's mailbox. */
export const LetterOrder = z.object({
  letterId: AttachmentId,
  eventId: EventId,
  applicationId: ApplicationId,
  letter: Letter,
  dated: Instant,
  filename: z.string().min(1).max(200),
  /** What the citizen reads in the mailbox; the letter comes with the first, which then ends with this sentence. */
  messages: z.array(TABLES.messages.schema).min(1).max(3),
  enclosed: z.string().max(200),
})
export type LetterOrder = z.infer<typeof LetterOrder>

/** Letters go out before confirmations of receipt. */
const PRIORITY = 10

/** The one job of a letter. Its payload holds the letter's own text: templates and letterheads may change before it is set. */
export const letterJob = (order: LetterOrder, personId: PersonId): NewJob => ({
  kind: 'letter',
  key: `letter/${order.letterId}`,
  payload: { order: Json.parse(order) },
  personId,
  priority: PRIORITY,
})
