import { implement } from '@orpc/server'
import { coreContract } from '../../../shared/contract/contract.ts'
import type { Desk } from '../desk.ts'
import { atTheService } from './at-the-service.ts'
import { shownDesk } from './guard.ts'

export function alertsRouter(desk: Desk) {
  const os = implement(coreContract.alerts)
  return {
    catalogue: os.catalogue.handler(() => shownDesk(desk).alerts.catalogue()),
    list: os.list.handler(() => ({ alerts: shownDesk(desk).alerts.list() })),
    one: os.one.handler(({ input: { alertId } }) => ({ alert: shownDesk(desk).alerts.one(alertId) })),
    warnings: os.warnings.handler(() => ({ warnings: shownDesk(desk).alerts.warnings() })),
    audience: os.audience.handler(({ input }) => atTheService(desk, ({ alerts }) => alerts.audience(input))),
    progress: os.progress.handler(({ input }) => atTheService(desk, ({ alerts }) => alerts.progress(input))),
    retry: os.retry.handler(({ input }) => atTheService(desk, ({ alerts }) => alerts.retry(input))),
    report: os.report.handler(({ input }) => atTheService(desk, ({ alerts }) => alerts.report(input))),
    countyForm: os.countyForm.handler(({ input }) => atTheService(desk, ({ alerts }) => alerts.countyForm(input))),
    channel: os.channel.handler(() => atTheService(desk, ({ alerts }) => alerts.channel())),
    warningSources: os.warningSources.handler(() => atTheService(desk, ({ alerts }) => alerts.sources())),
  }
}
