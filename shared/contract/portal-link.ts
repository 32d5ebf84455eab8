import { oc } from '@orpc/contract'
import * as z from 'zod'
import { ChangedMapping, ConfirmedKey, Mapping, MappingTrial, NewMapping, PortalLinkState, RenewedKey } from '../wire/portal-link.ts'
import { refusable } from './refusable.ts'

const ById = z.object({ id: z.uuid() })

/** What an administrator asks the service about the portal; there is none of it on a desk. */
export const portalLinkDeskContract = {
  state: oc.output(refusable(PortalLinkState)),
  look: oc.output(refusable(z.object({}))),
  renewKey: oc.input(RenewedKey).output(refusable(z.object({}))),
  confirmKey: oc.input(ConfirmedKey).output(refusable(z.object({}))),
  mapping: oc.input(ById).output(refusable(Mapping)),
  addMapping: oc.input(NewMapping).output(refusable(ById)),
  changeMapping: oc.input(ChangedMapping).output(refusable(Mapping)),
  tryMapping: oc.input(ById.extend({ example: z.string().max(2_000_000) })).output(refusable(MappingTrial)),
  putMappingToUse: oc.input(ById.extend({ changedAt: Mapping.shape.changedAt })).output(refusable(z.object({}))),
}
