import type { State } from '../../../../shared/command.ts'
import type { DoseProblem } from '../../../../shared/domains/vaccinations/check-dose.ts'
import { missingFrom, type DoseDraft, type MissingItem } from '../../../../shared/domains/vaccinations/documentation.ts'
import { checkFor } from '../../../../shared/domains/vaccinations/objections.ts'
import { asGiven, printedDoses } from '../../../../shared/domains/vaccinations/printed-doses.ts'
import { concernedBy, rulesIn } from '../../../../shared/domains/vaccinations/rules.ts'
import { withHistory } from '../../../../shared/domains/vaccinations/meet.ts'
import { isDoseAllowed } from '../../../../shared/domains/vaccinations/stage.ts'
import type { EarlierDose, NextDose, Vaccination, VaccinationRules, VaccinationSession, Vaccine, Visit } from '../../../../shared/domains/vaccinations/tables.ts'
import { verdictFor } from '../../../../shared/domains/vaccinations/verdict.ts'
import type { Box } from './scanned-box.ts'

/** What the station itself says about a dose; everything else follows. */
export interface StationWords {
  readonly box: Box | null
  readonly site: DoseDraft['site']
  readonly vaccinatorName: string
  readonly hintsGiven: boolean
  /** Why it is given though something speaks against it. */
  readonly againstRule: string
  /** Which dose it is, where somebody says otherwise than the history. */
  readonly numbers: Readonly<Record<string, number>>
}

export interface DosePlan {
  readonly draft: DoseDraft
  readonly vaccine: Vaccine | undefined
  readonly missing: readonly MissingItem[]
  readonly problems: readonly DoseProblem[]
  /** Something speaks against it and a physician has not said yes, or nobody has said why. */
  readonly isHeld: boolean
}

interface Around {
  readonly visit: Visit
  readonly session: VaccinationSession
  readonly vaccines: readonly Vaccine[]
  readonly rules: readonly VaccinationRules[]
  readonly day: string
}

/** The whole documentation of a dose from the little that is said at the station, with what is missing and what speaks against it. */
export function dosePlan({ box, site, vaccinatorName, hintsGiven, againstRule, numbers }: StationWords, { visit, session, vaccines, rules, day }: Around): DosePlan {
  const vaccine = vaccines.find(({ id }) => id === box?.vaccineId)
  const state = stateOf(rules)
  const counted = vaccine ? checkFor(state, { visit, vaccine, doses: [], day })?.numbers ?? {} : {}
  const doses = Object.entries({ ...counted, ...numbers }).map(([code, number]) => ({ code, number }))
  const nextDoses = vaccine ? nextAfter({ visit, vaccine, day }, state) : []
  const problems = vaccine ? checkFor(state, { visit, vaccine, doses, day })?.problems ?? [] : []
  const reason = againstRule.trim()
  const draft: DoseDraft = {
    vaccineId: vaccine?.id ?? null, lot: box?.lot ?? '', expiresOn: box?.expiresOn ?? null, doses, site, vaccinatorName, hintsGiven, nextDoses: [...nextDoses],
    noneDue: vaccine !== undefined && nextDoses.length === 0, againstRule: problems.length > 0 && reason !== '' ? reason : null,
  }
  return { draft, vaccine, problems, missing: missingFrom({ visit, session, vaccine, draft }), isHeld: problems.length > 0 && (!isDoseAllowed(visit) || reason === '') }
}

/** The earlier doses with those that were given a moment ago: a second vaccine has to fit them as well. */
export const dosesUpToNow = ({ history }: Pick<Visit, 'history'>, records: readonly Vaccination[], vaccines: readonly Vaccine[]): EarlierDose[] =>
  [...withHistory(history, records.map(({ id, vaccineId, day, vaccineName, diseases, lot }): EarlierDose => {
    const vaccine = vaccines.find(one => one.id === vaccineId)
    return { day, vaccineName, vaccine: vaccine?.snomed || null, diseases, isLive: vaccine?.isLive ?? null, lot, source: 'here', vaccinationId: id }
  }))]

/** The catalogue's rules, as rules of commands ask for them. */
export const stateOf = (rules: readonly VaccinationRules[]): State =>
  ({ get: ((table: string, id: string) => (table === 'vaccination_rules' ? rules.find(row => row.id === id) : undefined)) as State['get'] })

/** What is due after this dose, against the same diseases. */
export function nextAfter({ visit, vaccine, day }: { readonly visit: Pick<Visit, 'person' | 'history' | 'scope'>; readonly vaccine: Vaccine; readonly day: string }, state: State): readonly NextDose[] {
  const { birthDay } = visit.person
  if (birthDay === null) return []
  const codes = vaccine.diseases.map(({ code }) => code)
  const given: EarlierDose = { day, vaccineName: vaccine.name, vaccine: vaccine.snomed || null, diseases: vaccine.diseases, isLive: vaccine.isLive, lot: '', source: 'here', vaccinationId: null }
  const verdicts = verdictFor({ birthDay, doses: asGiven([...visit.history, given]), ...rulesIn(state, visit.scope, concernedBy(vaccine, visit.history)), on: day })
  return printedDoses(verdicts, codes, day)
}
