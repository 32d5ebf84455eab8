import { StandBy } from '../../../../shared/domains/vaccinations/tables.ts'

/** Somebody for the stand-by list as they are typed. */
export interface StandByDraft {
  readonly name: string
  readonly phone: string
  readonly birthYear: string
  readonly minutesAway: string
  readonly note: string
}

export type StandByProblem = 'name' | 'phone' | 'year' | 'minutes'

export const EMPTY_STAND_BY: StandByDraft = { name: '', phone: '', birthYear: '', minutesAway: '', note: '' }

const Entry = StandBy.omit({ id: true, addedAt: true })

const numberIn = (text: string, least: number, most: number): number | undefined =>
  (/^\d{1,4}$/.test(text.trim()) && Number(text) >= least && Number(text) <= most ? Number(text) : undefined)

/** What the fields say, or the first thing that is wrong. Nobody is called without a number, and nobody placed without a distance. */
export function readStandBy(draft: StandByDraft, thisYear: number): { readonly entry: Omit<StandBy, 'id' | 'addedAt'> | undefined; readonly problem: StandByProblem | undefined } {
  const birthYear = draft.birthYear.trim() === '' ? null : numberIn(draft.birthYear, 1900, thisYear)
  const minutesAway = numberIn(draft.minutesAway, 0, 600)
  const problem = draft.name.trim() === '' ? 'name' : !/\d/.test(draft.phone) ? 'phone' : birthYear === undefined ? 'year' : minutesAway === undefined ? 'minutes' : undefined
  if (problem) return { entry: undefined, problem }
  return { entry: Entry.parse({ name: draft.name.trim(), phone: draft.phone.trim(), birthYear, minutesAway, note: draft.note.trim(), state: 'waiting' }), problem: undefined }
}
