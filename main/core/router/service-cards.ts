import { implement } from '@orpc/server'
import { coreContract } from '../../../shared/contract/contract.ts'
import type { Desk } from '../desk.ts'
import { atTheService } from './at-the-service.ts'
import { shownDesk } from './guard.ts'

export function serviceCardsRouter(desk: Desk) {
  const os = implement(coreContract['service-cards'])
  return {
    list: os.list.handler(() => shownDesk(desk).serviceCards.list()),
    photo: os.photo.handler(({ input }) => ({ picture: shownDesk(desk).serviceCards.photo(input.photoId) })),
    check: os.check.handler(({ input }) => shownDesk(desk).serviceCards.check(input.scanned)),
    sheet: os.sheet.handler(({ input }) => atTheService(desk, network => network.serviceCards.sheet(input))),
    digital: os.digital.handler(({ input }) => atTheService(desk, network => network.serviceCards.digital(input))),
  }
}
