import type { DoseProblem } from './check-dose.ts'
import type { Phrases } from './phrases.ts'
import type { RuleSource, Schedule } from './schedule.ts'
import type { Bound, DiseaseVerdict, DueDose, NotCounted, UncountedDose } from './verdict-parts.ts'

/**
 * When the next dose is due and why, in one sentence: `Zweite Dosis gegen Masern frühestens am 12. Januar 2027: vier Wochen
 * nach der ersten Dosis vom 15. Dezember 2026 (STIKO, …).` Empty where none is. `disease` is its name in that language.
 */
export function dueSentence({ schedule, next }: Pick<DiseaseVerdict, 'schedule' | 'next'>, on: string, say: Phrases, disease = schedule?.disease.name ?? ''): string {
  if (!schedule || !next) return ''
  const deciding = next.bounds.filter(({ day }) => day === next.earliest)
  const due = `${say.due(next.number, next.role === 'booster', disease)} ${whenDue(next, on, say)}`
  const why = deciding.length > 0 && next.earliest > on ? `: ${listed(deciding.map(say.bound), say)}` : ''
  return `${due}${why}${advised(next, on, say)} (${sourcesOf(schedule, deciding)}).`
}

function whenDue({ earliest, bounds }: DueDose, on: string, say: Phrases): string {
  if (earliest > on) return say.notBefore(say.day(earliest))
  return bounds.length > 0 ? say.since(say.day(earliest)) : say.atOnce
}

function advised({ earliest, recommendedFrom, recommendedTo }: DueDose, on: string, say: Phrases): string {
  if (recommendedFrom <= on && (recommendedTo === null || recommendedTo <= on)) return `; ${say.recommendedNow}`
  return recommendedFrom === earliest && recommendedTo === null ? '' : `; ${say.recommended(say.day(recommendedFrom), recommendedTo && say.day(recommendedTo))}`
}

const sourcesOf = (schedule: Schedule, bounds: readonly Bound[]): string =>
  [...new Set([schedule.source, ...bounds.flatMap(bound => (bound.code === 'spacing' ? [bound.rule.source] : []))].map(quoted))].join('; ')

/** `STIKO, Epid. Bull. 4/2026` */
export const quoted = ({ title, edition }: RuleSource): string => [title, edition].filter(Boolean).join(', ')

const listed = (parts: readonly string[], { and }: Phrases): string => [...new Set(parts)].join(` ${and} `)

/** Why a dose does not count, in one sentence; `disease` where doses against several stand together. */
export function uncountedSentence({ written, reasons }: UncountedDose, say: Phrases, disease = ''): string {
  const isPlaced = reasons.every(({ code }) => code !== 'no-exact-day')
  return `${isPlaced ? say.notCounted(say.day(written), disease) : say.notPlaced(written, disease)} ${listed(reasons.map(reason => reasonIn(reason, say)), say)}.`
}

const reasonIn = (reason: NotCounted, say: Phrases): string =>
  reason.code === 'too-early' ? say.tooEarly(reason.days, say.day(reason.bound.day), say.bound(reason.bound)) : say.reason(reason)

/** What speaks against a dose that is to be given, as a sentence after the name of its disease. */
export function problemSentence(problem: DoseProblem, disease: string, say: Phrases): string {
  if (problem.code === 'wrong-number') return `${disease}: ${say.wrongNumber(problem.stated, problem.expected)}.`
  if (problem.code === 'complete') return `${disease}: ${say.complete(problem.counted)}.`
  return `${disease}: ${problem.code === 'given-that-day' ? say.reason({ code: 'same-day', as: problem.as }) : reasonIn(problem, say)}.`
}
