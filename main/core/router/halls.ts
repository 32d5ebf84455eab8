import { implement } from '@orpc/server'
import { coreContract } from '../../../shared/contract/contract.ts'
import type { Desk } from '../desk.ts'
import { atTheService } from './at-the-service.ts'
import { shownDesk } from './guard.ts'

export function hallsRouter(desk: Desk) {
  const os = implement(coreContract.halls)
  return {
    list: os.list.handler(() => ({ halls: shownDesk(desk).halls.list() })),
    between: os.between.handler(({ input: { fromDay, toDay } }) => ({ bookings: shownDesk(desk).halls.between(fromDay, toDay) })),
    open: os.open.handler(() => ({ bookings: shownDesk(desk).halls.open() })),
    sheet: os.sheet.handler(({ input }) => atTheService(desk, network => network.hallSheet(input))),
  }
}
