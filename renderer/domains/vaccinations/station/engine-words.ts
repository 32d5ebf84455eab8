import { GERMAN } from '../../../../shared/domains/vaccinations/phrases-de.ts'
import { ENGLISH } from '../../../../shared/domains/vaccinations/phrases-en.ts'
import { asGiven } from '../../../../shared/domains/vaccinations/printed-doses.ts'
import { concernedBy, rulesIn } from '../../../../shared/domains/vaccinations/rules.ts'
import { dueSentence, problemSentence, uncountedSentence } from '../../../../shared/domains/vaccinations/sentences.ts'
import type { DoseProblem } from '../../../../shared/domains/vaccinations/check-dose.ts'
import type { Disease } from '../../../../shared/domains/vaccinations/disease.ts'
import type { VaccinationRules, Visit } from '../../../../shared/domains/vaccinations/tables.ts'
import { verdictFor } from '../../../../shared/domains/vaccinations/verdict.ts'
import type { Language } from '../../../texts/languages.ts'
import { stateOf } from './dose-plan.ts'

const PHRASES = { de: GERMAN, en: ENGLISH } as const

/** What the earlier doses mean for these diseases: what does not count and why, and what is due. Nothing without a date of birth. */
export function historySentences(visit: Pick<Visit, 'person' | 'history' | 'scope'>, diseases: readonly Disease[], rules: readonly VaccinationRules[], day: string, language: Language): readonly string[] {
  const { birthDay } = visit.person
  if (birthDay === null) return []
  const say = PHRASES[language]
  const codes = diseases.map(({ code }) => code)
  const verdicts = verdictFor({ birthDay, doses: asGiven(visit.history), ...rulesIn(stateOf(rules), visit.scope, concernedBy({ diseases: [...diseases] }, visit.history)), on: day }).filter(({ disease }) => codes.includes(disease))
  return verdicts.flatMap(verdict => [
    ...verdict.doses.flatMap(dose => (dose.isCounted ? [] : [uncountedSentence(dose, say, verdict.schedule?.disease.name ?? diseases.find(({ code }) => code === verdict.disease)?.name)])),
    ...[dueSentence(verdict, day, say)].filter(Boolean),
  ])
}

/** What speaks against a dose, in sentences. */
export const problemSentences = (problems: readonly DoseProblem[], diseases: readonly Disease[], language: Language): readonly string[] =>
  problems.map(problem => problemSentence(problem, diseases.find(({ code }) => code === problem.disease)?.name ?? problem.disease, PHRASES[language]))
