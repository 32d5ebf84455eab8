import { oc } from '@orpc/contract'
import * as z from 'zod'
import { Form, TownService } from '../domains/applications/service-tables.ts'
import { ServiceId } from '../ids.ts'
import { refusable } from './refusable.ts'

/** A service as it is offered now, with its newest form. */
export const Offer = z.object({ service: TownService, form: Form })
export type Offer = z.infer<typeof Offer>

export const captureQueries = {
  offer: oc.input(z.object({ serviceId: ServiceId })).output(refusable(Offer)),
}
