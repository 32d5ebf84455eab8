import { implement } from '@orpc/server'
import { publicHallsContract } from '../../../../shared/wire/public-halls.ts'
import { valueOrRefuse } from '../../../http/refusal.ts'
import type { PublicHalls } from './public-halls.ts'

/** `/public/v1/halls` and `/public/v1/hall-requests`: village community houses for portals. */
export function createPublicHallsRouter(halls: PublicHalls) {
  const os = implement(publicHallsContract)
  return os.router({
    halls: {
      list: os.halls.list.handler(async () => ({ halls: [...(await halls.houses())] })),
      days: os.halls.days.handler(async ({ input }) => valueOrRefuse(await halls.days(input))),
    },
    hallRequests: {
      quote: os.hallRequests.quote.handler(async ({ input }) => valueOrRefuse(await halls.quote(input))),
      send: os.hallRequests.send.handler(async ({ input: { key, ...asked } }) => valueOrRefuse(await halls.send(key, asked))),
      read: os.hallRequests.read.handler(async ({ input }) => valueOrRefuse(await halls.read(input.link))),
      withdraw: os.hallRequests.withdraw.handler(async ({ input }) => valueOrRefuse(await halls.withdraw(input.link))),
    },
  })
}
