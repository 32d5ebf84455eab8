import { oc } from '@orpc/contract'
import * as z from 'zod'
import { LETTERS_PER_FILE } from '../domains/notices/print-order.ts'
import { NoticeId, NoticeRunId } from '../ids.ts'

export const NoticeProofQuery = z.object({ noticeId: NoticeId })
export type NoticeProofQuery = z.infer<typeof NoticeProofQuery>

/** In base64. */
export const NoticeProofFile = z.object({ pdf: z.string().max(28_000_000) })
export type NoticeProofFile = z.infer<typeof NoticeProofFile>

/** Letters of one run that wait to be printed in the house. */
export const NoticePrintFileQuery = z.object({ runId: NoticeRunId, noticeIds: z.array(NoticeId).min(1).max(LETTERS_PER_FILE) })
export type NoticePrintFileQuery = z.infer<typeof NoticePrintFileQuery>

/**
 * Below `/v1`, a file of many megabytes and therefore beside the contract: `POST {NOTICE_RUNS_PATH}/{runId}/print` with the
 * ids of the notices gives one PDF in the order of the post, with a cover sheet before each pile.
 */
export const NOTICE_RUNS_PATH = '/notices/runs'

/** What of notices goes on paper beside the letters; under `/v1`. */
export const noticePapersContract = {
  proof: oc
    .route({ method: 'POST', path: '/notices/{noticeId}/proof', tags: ['letters'], summary: 'How a notice reached its recipient: all that is known, as PDF' })
    .input(NoticeProofQuery)
    .output(NoticeProofFile),
}
