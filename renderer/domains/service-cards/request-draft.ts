import type { ShownServiceCard } from '../../../shared/contract/service-cards.ts'
import { lastDayFrom } from '../../../shared/domains/service-cards/card-content.ts'
import type { CardContent, CardOrganisation } from '../../../shared/domains/service-cards/tables.ts'
import { plusCalendarDays } from '../../../shared/german-days.ts'
import { CardUnitId } from '../../../shared/ids.ts'

/** What somebody has typed of a card; days as they wrote them. */
export interface RequestDraft {
  readonly organisationId: string
  readonly unitId: string | null
  readonly rank: string | null
  readonly familyName: string
  readonly givenName: string
  readonly duty: string
  readonly authority: string
  readonly validFrom: string
  readonly validUntil: string
}

export type DraftProblem = 'familyName' | 'givenName' | 'unit' | 'rank' | 'validFrom' | 'validUntil' | 'order' | 'long'

/** A new card of an organisation, from today on for as long as it allows. */
export const newDraft = (organisation: CardOrganisation, today: string, written: (day: string) => string): RequestDraft => ({
  organisationId: organisation.id, unitId: null, rank: null, familyName: '', givenName: '', duty: '', authority: organisation.authority, validFrom: written(today), validUntil: written(lastDayFrom(today, organisation)),
})

/** As a card says it now. */
export const draftOf = (card: ShownServiceCard, written: (day: string) => string): RequestDraft => {
  const { organisationId, unitId, rank, familyName, givenName, duty, authority, validFrom, validUntil } = card
  return { organisationId, unitId, rank, familyName, givenName, duty, authority, validFrom: written(validFrom), validUntil: written(validUntil) }
}

/** The same for the card that follows: its days begin when the present one ends, or today where that is over. */
export function renewalOf(card: ShownServiceCard, organisation: CardOrganisation, today: string, written: (day: string) => string): RequestDraft {
  const validFrom = nextFrom(card, today)
  return { ...draftOf(card, written), validFrom: written(validFrom), validUntil: written(lastDayFrom(validFrom, organisation)) }
}

/** A card that is blocked is followed at once. */
const nextFrom = ({ status, validUntil }: ShownServiceCard, today: string): string => (status === 'blocked' || validUntil < today ? today : plusCalendarDays(validUntil, 1))

/** What is wrong, by field; `content` where nothing is. */
export function judgedDraft(draft: RequestDraft, organisation: CardOrganisation, dayOf: (text: string) => string | undefined): { readonly problems: ReadonlySet<DraftProblem>; readonly content: CardContent | undefined } {
  const problems = new Set<DraftProblem>()
  const [validFrom, validUntil] = [dayOf(draft.validFrom), dayOf(draft.validUntil)]
  for (const name of ['familyName', 'givenName'] as const) if (!draft[name].trim()) problems.add(name)
  if (!organisation.units.some(({ id, active }) => active && id === draft.unitId)) problems.add('unit')
  if (draft.rank === null || !organisation.ranks.includes(draft.rank)) problems.add('rank')
  if (!validFrom) problems.add('validFrom')
  if (!validUntil) problems.add('validUntil')
  if (validFrom && validUntil && validUntil < validFrom) problems.add('order')
  if (validFrom && validUntil && validUntil > lastDayFrom(validFrom, organisation)) problems.add('long')
  if (problems.size > 0 || !validFrom || !validUntil || draft.unitId === null || draft.rank === null) return { problems, content: undefined }
  const { familyName, givenName, duty, authority, rank, unitId } = draft
  return { problems, content: { familyName, givenName, duty, authority, rank, unitId: CardUnitId.parse(unitId), validFrom, validUntil } }
}
