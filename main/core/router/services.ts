import { implement } from '@orpc/server'
import { coreContract } from '../../../shared/contract/contract.ts'
import type { Desk } from '../desk.ts'
import { editedService, serviceLines } from '../domains/applications/edited-services.ts'
import { shownDesk } from './guard.ts'

export function servicesRouter(desk: Desk) {
  const os = implement(coreContract.services)
  return {
    list: os.list.handler(() => {
      const { cache: { db }, sync } = shownDesk(desk)
      return serviceLines(db, sync.actor.value)
    }),
    get: os.get.handler(({ input }) => {
      const open = desk.shown()
      return open.ok ? editedService(open.value.cache.db, input.id) : open
    }),
  }
}
