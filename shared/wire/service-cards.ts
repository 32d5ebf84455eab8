import { oc } from '@orpc/contract'
import * as z from 'zod'
import { ServiceCardId } from '../ids.ts'

/** Cards as they are printed: `card` and `bleed` with front and back as pages, the second with a margin for the printer to cut off; `sheet` ten to a sheet. */
export const CARD_FORMS = ['card', 'bleed', 'sheet'] as const
export const ServiceCardSheetQuery = z.object({ cardIds: z.array(ServiceCardId).min(1).max(60), form: z.enum(CARD_FORMS) })
export type ServiceCardSheetQuery = z.infer<typeof ServiceCardSheetQuery>

/** In base64. A card that is not issued yet is marked as a draft and has no code. */
export const ServiceCardSheet = z.object({ pdf: z.string().max(28_000_000) })
export type ServiceCardSheet = z.infer<typeof ServiceCardSheet>

export const DigitalCardQuery = z.object({ cardId: ServiceCardId })
/** The signed card as the address that its code holds. */
export const DigitalCard = z.object({ address: z.string().max(2_400) })

/** Service ID cards, under `/v1`. */
export const serviceCardsContract = {
  sheet: oc
    .route({ method: 'POST', path: '/service-cards/sheets', tags: ['service-cards'], summary: 'Service ID cards as PDF: front and back each, or ten to a sheet' })
    .input(ServiceCardSheetQuery)
    .output(ServiceCardSheet),
  digital: oc
    .route({ method: 'GET', path: '/service-cards/{cardId}/address', tags: ['service-cards'], summary: 'The signed card as the address that its code holds' })
    .input(DigitalCardQuery)
    .output(DigitalCard),
}
