import type { State } from '../../command.ts'
import { checkDose, type DoseCheck, type DoseProblem } from './check-dose.ts'
import type { DoseDraft } from './documentation.ts'
import { asGiven } from './printed-doses.ts'
import { concernedBy, rulesIn } from './rules.ts'
import type { Vaccine, Visit } from './tables.ts'

interface Wanted {
  readonly visit: Pick<Visit, 'person' | 'history' | 'scope'>
  readonly vaccine: Vaccine
  readonly doses: DoseDraft['doses']
  readonly day: string
}

/** What the rules say to a dose, after all that is known of the person. Null without a date of birth. */
export function checkFor(state: State, { visit, vaccine, doses, day }: Wanted): DoseCheck | null {
  const { birthDay } = visit.person
  if (birthDay === null) return null
  const diseases = vaccine.diseases.map(({ code }) => code)
  const wanted = { day, diseases, vaccine: vaccine.snomed || null, isLive: vaccine.isLive, numbers: Object.fromEntries(doses.map(({ code, number }) => [code, number])) }
  return checkDose({ birthDay, doses: asGiven(visit.history), ...rulesIn(state, visit.scope, concernedBy(vaccine, visit.history)), on: day, wanted })
}

/** What speaks against a dose. */
export const objectionsTo = (state: State, wanted: Wanted): readonly DoseProblem[] => checkFor(state, wanted)?.problems ?? []
