import { plusCalendarDays } from '../../../../shared/german-days.ts'

/** What all rules have: a name, and the days on which they hold. */
export interface Edition {
  readonly id: string
  readonly validFrom: string
  readonly validTo: string | null
}

/** Whether an edition would begin before the one it takes the place of, so that both would hold at once. */
export const beginsTooEarly = (edition: Pick<Edition, 'validFrom'>, replaced: Edition | undefined): boolean => replaced !== undefined && edition.validFrom < replaced.validFrom

/**
 * The rules with a new edition of one of them: it holds from its day on, and the one before until the day before, so that it
 * can still be looked up. From the same day on it is a correction and takes the other's place.
 */
export function withEdition<Rule extends Edition>(rules: readonly Rule[], edition: Rule, replacedId: string | undefined): readonly Rule[] {
  const replaced = rules.find(({ id }) => id === replacedId)
  if (!replaced) return [...rules, { ...edition, id: freeId(edition.id, rules) }]
  if (replaced.validFrom === edition.validFrom) return rules.map(rule => (rule === replaced ? { ...edition, id: replaced.id } : rule))
  const dayBefore = plusCalendarDays(edition.validFrom, -1)
  const ended = replaced.validTo !== null && replaced.validTo < dayBefore ? replaced : { ...replaced, validTo: dayBefore }
  return [...rules.map(rule => (rule === replaced ? ended : rule)), { ...edition, id: freeId(`${stemOf(replaced.id)}-${edition.validFrom}`, rules) }]
}

const stemOf = (id: string): string => id.replace(/-\d{4}-\d{2}-\d{2}(?:-\d+)?$/, '').slice(0, 60)

function freeId(wanted: string, rules: readonly Edition[]): string {
  const taken = new Set(rules.map(({ id }) => id))
  let id = wanted
  for (let number = 2; taken.has(id); number++) id = `${wanted}-${number}`
  return id
}

export interface EditionsByTime<Rule> {
  /** Those that hold today. */
  readonly now: readonly Rule[]
  readonly ahead: readonly Rule[]
  /** The last first. */
  readonly past: readonly Rule[]
}

/** Which rules hold today, which are to come, and which were once. */
export const editionsByTime = <Rule extends Edition>(rules: readonly Rule[], today: string): EditionsByTime<Rule> => ({
  now: rules.filter(({ validFrom, validTo }) => validFrom <= today && (validTo === null || validTo >= today)),
  ahead: rules.filter(({ validFrom }) => validFrom > today),
  past: rules.filter(({ validTo }) => validTo !== null && validTo < today).toReversed(),
})
