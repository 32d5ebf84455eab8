import { Purpose, type RecordSearch } from '../../../../shared/wire/vaccinations.ts'
import { parseBirthDay } from '../station/birth-day.ts'

/** Whom somebody looks for, as it is typed, and what for. */
export interface SearchDraft {
  readonly purpose: string
  readonly familyName: string
  readonly givenName: string
  readonly birthDay: string
}

export const NO_SEARCH: SearchDraft = { purpose: '', familyName: '', givenName: '', birthDay: '' }

export type SearchProblem = 'purpose' | 'birth-day' | 'too-little'

const SHORTEST_NAME = 2

/** What was typed as the service is asked, or why it cannot be. */
export function readSearch({ purpose, familyName, givenName, birthDay: typed }: SearchDraft, today: string): { readonly search: RecordSearch } | { readonly problems: readonly SearchProblem[] } {
  const birthDay = typed.trim() === '' ? null : parseBirthDay(typed, today, null)
  const hasName = familyName.trim().length >= SHORTEST_NAME
  const problems: SearchProblem[] = [
    ...(Purpose.safeParse(purpose).success ? [] : ['purpose' as const]),
    ...(birthDay === undefined ? ['birth-day' as const] : []),
    ...(!hasName && birthDay === null ? ['too-little' as const] : []),
  ]
  return problems.length > 0 || birthDay === undefined ? { problems } : { search: { purpose: purpose.trim(), familyName: familyName.trim(), givenName: givenName.trim(), birthDay } }
}
