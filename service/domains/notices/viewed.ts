import { viewNotice } from '../../../shared/domains/notices/view-command.ts'
import type { Effects } from '../../commands/context.ts'

/** Whoever opens a notice is known by it, although nothing in it changes. */
export const onNoticeViewed: Effects = ({ input }) => ({ changes: [], jobs: [], about: viewNotice.input.parse(input).noticeId })
