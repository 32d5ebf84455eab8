import type { GivenDose } from './doses.ts'
import { WANTED, type VerdictQuestion } from './question.ts'
import { laterOf } from './span.ts'
import type { Bound, DiseaseVerdict, DoseMark, JudgedDose, NotCounted } from './verdict-parts.ts'
import { verdictFor } from './verdict.ts'

/** A dose that is to be given, booked or written down. `number` is what somebody says it is; null where nobody has said. */
export interface WantedDose extends Omit<GivenDose, 'id' | 'isDocumented'> {
  readonly numbers: Readonly<Record<string, number>>
}

/** What speaks against a dose, for one of its diseases. Whether it may be given nevertheless is for a physician to say. */
export type DoseProblem = { readonly disease: string } & (
  | Exclude<NotCounted, { readonly code: 'too-early' | 'same-day' | 'undocumented' }>
  | { readonly code: 'too-early'; readonly days: number; readonly bound: Bound; readonly earliest: string }
  | { readonly code: 'given-that-day'; readonly as: DoseMark }
  | { readonly code: 'wrong-number'; readonly stated: number; readonly expected: number }
  | { readonly code: 'complete'; readonly counted: number }
)

export interface DoseCheck {
  readonly problems: readonly DoseProblem[]
  /** Which dose it is, by disease: what the history says, whatever somebody stated. */
  readonly numbers: Readonly<Record<string, number>>
  /** Diseases of which no schedule is known for this person: nothing is checked but distances and the number. */
  readonly unknown: readonly string[]
}

/**
 * What a dose would be worth, by the same judgement that will be passed on it once it is documented. One of the past is
 * judged by the rules of the day that is asked for, one to come by those of its own day.
 */
export function checkDose({ wanted, ...question }: VerdictQuestion & { readonly wanted: WantedDose }): DoseCheck {
  const doses = [...question.doses, { ...wanted, id: WANTED, isDocumented: true }]
  const verdicts = verdictFor({ ...question, doses, on: laterOf(question.on, wanted.day) }).filter(({ disease }) => wanted.diseases.includes(disease))
  const judged = verdicts.map(verdict => ({ verdict, dose: judgementOn(WANTED, verdict) }))
  return {
    problems: judged.flatMap(({ verdict, dose }) => problemsOf(verdict, dose, wanted.numbers[verdict.disease])),
    numbers: Object.fromEntries(judged.map(({ verdict, dose }) => [verdict.disease, numberOf(dose)])),
    unknown: verdicts.flatMap(({ disease, schedule }) => (schedule ? [] : [disease])),
  }
}

function judgementOn(id: string, { doses }: DiseaseVerdict): JudgedDose {
  const found = doses.find(dose => dose.id === id)
  if (!found) throw new Error(`dose ${id} was not judged`)
  return found
}

const numberOf = (dose: JudgedDose): number => (dose.isCounted ? dose.number : dose.wouldBe)

function problemsOf({ disease, schedule }: DiseaseVerdict, dose: JudgedDose, stated: number | undefined): readonly DoseProblem[] {
  const expected = numberOf(dose)
  return [
    ...(dose.isCounted ? [] : dose.reasons.flatMap(reason => asProblem(disease, reason))),
    ...(stated !== undefined && stated !== expected ? [{ disease, code: 'wrong-number' as const, stated, expected }] : []),
    ...(schedule && dose.isCounted && dose.role === 'further' ? [{ disease, code: 'complete' as const, counted: dose.number - 1 }] : []),
  ]
}

function asProblem(disease: string, reason: NotCounted): readonly DoseProblem[] {
  if (reason.code === 'undocumented') return []
  if (reason.code === 'same-day') return [{ disease, code: 'given-that-day', as: reason.as }]
  return [reason.code === 'too-early' ? { disease, ...reason, earliest: reason.bound.day } : { disease, ...reason }]
}
