import { oc } from '@orpc/contract'
import * as z from 'zod'
import { approveCards, blockCard, handOverCard, issueCards, refuseCards } from '../domains/service-cards/decide-commands.ts'
import { setCardOrganisation } from '../domains/service-cards/organisation-command.ts'
import { correctCard, renewCards, requestCard, withdrawCards } from '../domains/service-cards/request-commands.ts'
import { CARD_STATES } from '../domains/service-cards/card-steps.ts'
import { CardOrganisation, ServiceCard } from '../domains/service-cards/tables.ts'
import { CardPhotoId } from '../ids.ts'
import { DigitalCard, DigitalCardQuery, ServiceCardSheet, ServiceCardSheetQuery } from '../wire/service-cards.ts'
import { entryFor } from './entry.ts'
import { refusable } from './refusable.ts'

/** A card as this desk knows it; `isPending` while a change of one's own is not at the service yet. */
export const ShownServiceCard = ServiceCard.omit({ token: true }).extend({ isPending: z.boolean() })
export type ShownServiceCard = Readonly<z.infer<typeof ShownServiceCard>>

/** What this desk says to a scanned card, without asking anybody; `not-ours` for whatever it does not know sign by sign, `uncertain` where it was without the service for too long. */
export const DeskCheck = z.object({ kind: z.enum([...CARD_STATES, 'valid', 'not-yet', 'not-ours', 'uncertain']), card: ShownServiceCard.nullable() })
export type DeskCheck = Readonly<z.infer<typeof DeskCheck>>

const serviceCardQueries = {
  /** Who gives out cards, in the order in which people set them, and all cards by name. */
  list: oc.output(z.object({ organisations: z.array(CardOrganisation), cards: z.array(ShownServiceCard) })),
  /** In base64; null where there is none any more. */
  photo: oc.input(z.object({ photoId: CardPhotoId })).output(z.object({ picture: z.string().nullable() })),
  check: oc.input(z.object({ scanned: z.string().max(8_000) })).output(DeskCheck),
  /** Cards as PDF; set by the service. */
  sheet: oc.input(ServiceCardSheetQuery).output(refusable(ServiceCardSheet)),
  /** The address that the code of a card holds, from the service. */
  digital: oc.input(DigitalCardQuery).output(refusable(DigitalCard)),
}

const entries = {
  ...serviceCardQueries,
  'set-organisation': entryFor(setCardOrganisation),
  request: entryFor(requestCard),
  renew: entryFor(renewCards),
  correct: entryFor(correctCard),
  withdraw: entryFor(withdrawCards),
  approve: entryFor(approveCards),
  refuse: entryFor(refuseCards),
  issue: entryFor(issueCards),
  'hand-over': entryFor(handOverCard),
  block: entryFor(blockCard),
}
type Entries = typeof entries

/** Named, because the contract written out in one piece is longer than the compiler writes types. */
export interface ServiceCardsContract extends Entries {}
export const serviceCardsContract: ServiceCardsContract = entries
