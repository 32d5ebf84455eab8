import { implement } from '@orpc/server'
import type { TownId } from '../../shared/ids.ts'
import { publicContract } from '../../shared/wire/public.ts'
import { valueOrRefuse } from '../http/refusal.ts'
import type { Database } from '../store/database.ts'
import { offeredServices, offerOf } from './catalogue.ts'
import type { Intake } from './intake.ts'

/** `/public/v1`: what portals ask and hand over. */
export function createPublicRouter(parts: { readonly database: Database; readonly townId: TownId; readonly intake: Intake }) {
  const { database, townId, intake } = parts
  const os = implement(publicContract)
  return os.router({
    services: {
      list: os.services.list.handler(async () => {
        const services = await offeredServices(database.db, townId)
        return { services: services.map(({ id, title, formVersion }) => ({ id, title, formVersion })) }
      }),
      form: os.services.form.handler(async ({ input }) => {
        const offer = valueOrRefuse(await offerOf(database.db, townId, input.id))
        const { schema, sections, valueLabels, formVersion } = offer.form
        return { serviceId: offer.service.id, title: offer.service.title, formVersion, schema, sections, valueLabels }
      }),
    },
    submissions: {
      create: os.submissions.create.handler(async ({ input }) => valueOrRefuse(await intake.submit(input))),
    },
  })
}
