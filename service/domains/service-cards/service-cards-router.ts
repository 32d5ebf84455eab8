import { implement } from '@orpc/server'
import { instantFromMs, type Clock } from '../../../shared/time.ts'
import { serviceCardsContract } from '../../../shared/wire/service-cards.ts'
import { valueOrRefuse } from '../../http/refusal.ts'
import type { Access } from '../../store/access.ts'
import { cardSheet, digitalCard, type CardSheetParts } from './card-sheet.ts'

/** What desks ask about service ID cards that they cannot make themselves. */
export function createServiceCardsRouter(parts: CardSheetParts & { readonly clock: Clock }) {
  const os = implement(serviceCardsContract).$context<{ readonly access: Access; readonly authTime: number }>()
  return os.router({
    sheet: os.sheet.handler(async ({ input, context: { access } }) => valueOrRefuse(await cardSheet(parts, access, input, instantFromMs(parts.clock.nowMs())))),
    digital: os.digital.handler(async ({ input, context: { access } }) => valueOrRefuse(await digitalCard(parts, access, input.cardId))),
  })
}
