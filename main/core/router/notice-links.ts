import { implement } from '@orpc/server'
import { coreContract } from '../../../shared/contract/contract.ts'
import type { Desk } from '../desk.ts'
import { shownDesk } from './guard.ts'

/** What notices have to do with each other and with cases. */
export function noticeLinksRouter(desk: Desk) {
  const os = implement(coreContract.noticeLinks)
  return {
    replacements: os.replacements.handler(({ input: { noticeId } }) => shownDesk(desk).noticeCorrections.replacements(noticeId)),
    objections: os.objections.handler(({ input: { applicationId } }) => shownDesk(desk).noticeObjections.objections(applicationId)),
    find: os.find.handler(({ input: { text } }) => ({ notices: shownDesk(desk).noticeObjections.find(text) })),
  }
}
