import type { ApplicationId } from '../../../shared/ids.ts'

/** What the conversation needs to know of the case it is about. */
export interface ConversationCase {
  readonly id: ApplicationId
  readonly subject: string
  readonly applicantName: string
  readonly unreadMessages: number
}
