import { implement } from '@orpc/server'
import { coreContract } from '../../../shared/contract/contract.ts'
import type { Desk } from '../desk.ts'
import { shownDesk } from './guard.ts'

/** When notices are announced, until when one can object, when they are final. */
export function noticeClockRouter(desk: Desk) {
  const os = implement(coreContract.noticeClock)
  return {
    laws: os.laws.handler(() => ({ laws: shownDesk(desk).noticeClock.laws() })),
    finality: os.finality.handler(({ input: { runId } }) => ({ rows: shownDesk(desk).noticeClock.finality(runId) })),
  }
}
