import type { NoticeId } from '../../../../shared/ids.ts'

/** One attempt that is to be made, or was begun without anybody knowing what became of it. */
export interface Attempt {
  readonly noticeId: NoticeId
  readonly attempt: number
}

/** How an attempt is called at the print centre: its `custom1`. */
export const nameOf = ({ noticeId, attempt }: Attempt): string => `${noticeId}/${attempt}`
