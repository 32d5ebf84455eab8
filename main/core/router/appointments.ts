import { implement } from '@orpc/server'
import { coreContract } from '../../../shared/contract/contract.ts'
import type { Desk } from '../desk.ts'
import { atTheService } from './at-the-service.ts'
import { shownDesk } from './guard.ts'

export function appointmentsRouter(desk: Desk) {
  const os = implement(coreContract.appointments)
  return {
    places: os.places.handler(() => ({ places: shownDesk(desk).appointments.places() })),
    between: os.between.handler(({ input: { placeId, fromDay, toDay } }) => ({ appointments: shownDesk(desk).appointments.between(placeId, fromDay, toDay) })),
    month: os.month.handler(({ input }) => ({ days: shownDesk(desk).appointments.month(input) })),
    slots: os.slots.handler(({ input }) => {
      const open = desk.shown()
      return open.ok ? open.value.appointments.slots(input) : open
    }),
    find: os.find.handler(({ input }) => ({ appointments: shownDesk(desk).appointments.find(input.text) })),
    outside: os.outside.handler(({ input }) => {
      const open = desk.shown()
      return open.ok ? open.value.appointments.outside(input.placeId) : open
    }),
    'hours-changes': os['hours-changes'].handler(({ input }) => ({ changes: shownDesk(desk).appointments.hoursChanges(input.placeId) })),
    display: os.display.handler(({ input }) => atTheService(desk, ({ appointments }) => appointments.display(input))),
    'renew-display': os['renew-display'].handler(({ input }) => atTheService(desk, ({ appointments }) => appointments.renewDisplay(input))),
    absences: os.absences.handler(({ input }) => {
      const open = desk.shown()
      return open.ok ? open.value.appointments.absences(input) : open
    }),
    feed: os.feed.handler(({ input }) => atTheService(desk, ({ appointments }) => appointments.feed(input))),
    'renew-feed': os['renew-feed'].handler(({ input }) => atTheService(desk, ({ appointments }) => appointments.renewFeed(input))),
    statistics: os.statistics.handler(({ input }) => {
      const open = desk.shown()
      return open.ok ? open.value.appointments.statistics(input) : open
    }),
    'refused-moves': os['refused-moves'].handler(({ input }) => ({ moves: shownDesk(desk).appointments.refusedMoves(input.placeId) })),
    stranded: os.stranded.handler(({ input }) => {
      const open = desk.shown()
      return open.ok ? open.value.appointments.stranded(input) : open
    }),
  }
}
