import { isValidOn } from './schedule.ts'
import { judged, type Judging } from './judge.ts'
import { nextDose } from './next-dose.ts'
import { placedDoses, scheduleFor, type PlacedDose, type VerdictQuestion } from './question.ts'
import type { DiseaseVerdict } from './verdict-parts.ts'

/**
 * What somebody has and what is due, by disease: first those of the schedules in their order, then those of other doses.
 *
 * A documented dose counts if the least interval to the one before was kept; there is no longest interval, and no series
 * begins anew. The same doses give the same verdict whatever order they come in, and a dose of a later day leaves what
 * those before it are worth.
 */
export function verdictFor(question: VerdictQuestion): readonly DiseaseVerdict[] {
  const all = placedDoses(question)
  return diseasesOf(question, all).flatMap(disease => {
    const schedule = scheduleFor(disease, all, question)
    const isConcerned = schedule !== null || all.some(({ diseases }) => diseases.includes(disease))
    return isConcerned ? [verdictOn({ question, all, disease, schedule })] : []
  })
}

const diseasesOf = ({ schedules, on }: VerdictQuestion, all: readonly PlacedDose[]): readonly string[] =>
  [...new Set([...schedules.filter(schedule => isValidOn(schedule, on)).map(({ disease }) => disease.code), ...all.flatMap(({ diseases }) => diseases).toSorted()])]

function verdictOn(judging: Judging): DiseaseVerdict {
  const { doses, progress } = judged(judging)
  const { disease, schedule } = judging
  return { disease, schedule, doses, isPrimaryComplete: schedule !== null && progress.counted.length >= schedule.primary.length, next: nextDose(judging, progress) }
}
