import type { Channel } from '../../../../shared/domains/notices/channels.ts'
import type { NoticeId } from '../../../../shared/ids.ts'

/** One attempt that is to be made, or was begun without anybody knowing what became of it. */
export interface Attempt {
  readonly noticeId: NoticeId
  readonly attempt: number
}

/** One attempt that has not begun, by the way that its notice was checked for. */
export interface WaitingAttempt extends Attempt {
  readonly channel: Channel
}

/** How an attempt is called at the print centre: its `custom1`. */
export const nameOf = ({ noticeId, attempt }: Attempt): string => `${noticeId}/${attempt}`
