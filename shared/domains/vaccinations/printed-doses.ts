import type { GivenDose } from './doses.ts'
import { GERMAN } from './phrases-de.ts'
import { dueSentence } from './sentences.ts'
import { laterOf } from './span.ts'
import type { EarlierDose, NextDose } from './tables.ts'
import type { DiseaseVerdict } from './verdict-parts.ts'

/** Doses of a pass, of a record that was read in, or given here, as the engine takes them: all of them are documented. */
export const asGiven = (history: readonly EarlierDose[]): readonly GivenDose[] =>
  history.map(({ vaccinationId, day, diseases, vaccine, isLive, lot }): GivenDose => {
    const codes = diseases.map(({ code }) => code)
    return { id: vaccinationId ?? `${day} ${codes.toSorted().join(' ')} ${lot}`, day, diseases: codes, vaccine, isLive, isDocumented: true }
  })

const MOST_LETTERS = 600

/** A source may be quoted at any length; the day and why it is that one stand before it. */
const printable = (sentence: string): string => (sentence.length > MOST_LETTERS ? `${sentence.slice(0, MOST_LETTERS - 1)}…` : sentence)

/** The next doses against some diseases as they are printed with the proposed day (§ 22 Abs. 4 IfSG). */
export const printedDoses = (verdicts: readonly DiseaseVerdict[], codes: readonly string[], on: string): readonly NextDose[] =>
  verdicts.flatMap(({ disease, schedule, next }) =>
    schedule && next && codes.includes(disease)
      ? [{ disease: schedule.disease, number: next.number, earliest: next.earliest, recommended: laterOf(next.recommendedFrom, on), sentence: printable(dueSentence({ schedule, next }, on, GERMAN)) }]
      : [])
