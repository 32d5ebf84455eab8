import { oc } from '@orpc/contract'
import * as z from 'zod'
import { NoticeId } from '../ids.ts'

export const NoticeLetterQuery = z.object({ noticeId: NoticeId })
export type NoticeLetterQuery = z.infer<typeof NoticeLetterQuery>

/** In base64, as the print centre gets it; before the release of its run it is marked as a draft. */
export const NoticeLetterFile = z.object({ pdf: z.string().max(28_000_000) })
export type NoticeLetterFile = z.infer<typeof NoticeLetterFile>

/** Mass notices, under `/v1`. */
export const noticesContract = {
  letter: oc
    .route({ method: 'POST', path: '/notices/{noticeId}/letter', tags: ['letters'], summary: 'The letter of one notice of a run' })
    .input(NoticeLetterQuery)
    .output(NoticeLetterFile),
}
