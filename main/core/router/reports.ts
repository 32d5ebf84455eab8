import { implement } from '@orpc/server'
import { coreContract } from '../../../shared/contract/contract.ts'
import type { Desk } from '../desk.ts'
import { atTheService } from './at-the-service.ts'
import { shownDesk } from './guard.ts'

export function reportsRouter(desk: Desk) {
  const os = implement(coreContract.reports)
  return {
    report: os.report.handler(({ input }) => {
      const open = desk.shown()
      return open.ok ? open.value.reports.report(input) : open
    }),
    town: os.town.handler(({ input }) => atTheService(desk, ({ reports }) => reports.town(input))),
    departments: os.departments.handler(() => ({ departments: shownDesk(desk).reports.departments() })),
  }
}
