import { implement } from '@orpc/server'
import { coreContract } from '../../../shared/contract/contract.ts'
import type { Desk } from '../desk.ts'
import { shownDesk } from './guard.ts'

export function reportsRouter(desk: Desk) {
  const os = implement(coreContract.reports)
  return {
    report: os.report.handler(({ input }) => {
      const open = desk.shown()
      return open.ok ? open.value.reports.report(input) : open
    }),
    departments: os.departments.handler(() => ({ departments: shownDesk(desk).reports.departments() })),
  }
}
