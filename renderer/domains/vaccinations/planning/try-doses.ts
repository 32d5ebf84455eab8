import type { Disease } from '../../../../shared/domains/vaccinations/disease.ts'
import type { GivenDose } from '../../../../shared/domains/vaccinations/doses.ts'
import type { Phrases } from '../../../../shared/domains/vaccinations/phrases.ts'
import type { Schedule, SpacingRule } from '../../../../shared/domains/vaccinations/schedule.ts'
import { dueSentence, uncountedSentence } from '../../../../shared/domains/vaccinations/sentences.ts'
import type { VaccinationRules } from '../../../../shared/domains/vaccinations/tables.ts'
import { verdictFor } from '../../../../shared/domains/vaccinations/verdict.ts'

/** Doses against a disease as they are typed, days parted by commas or blanks. */
export interface TriedLine {
  readonly code: string
  readonly days: string
}

/** The days in a line, and what of it is none. */
export function daysIn(text: string, parse: (text: string) => string | undefined): { readonly days: readonly string[]; readonly unread: readonly string[] } {
  const parts = text.split(/[\s,;]+/).filter(Boolean).map(part => ({ part, day: parse(part) }))
  return { days: parts.flatMap(({ day }) => day ?? []), unread: parts.flatMap(({ part, day }) => (day === undefined ? [part] : [])) }
}

export interface Tried {
  readonly birthDay: string
  readonly on: string
  readonly doses: readonly { readonly code: string; readonly day: string }[]
  readonly rules: readonly VaccinationRules[]
  readonly scope: string
  /** By their names, those that are asked about first. */
  readonly diseases: readonly Disease[]
}

/** What the words around the sentences of the engine are. */
export interface TryWords {
  readonly counts: (day: string, number: number) => string
  readonly nothingDue: (disease: string) => string
  readonly noSchedule: (disease: string) => string
}

/** What the rules say to some doses, sentence by sentence. */
export function triedSentences({ birthDay, on, doses, rules, scope, diseases }: Tried, say: Phrases, words: TryWords): readonly string[] {
  const here = rules.filter(row => row.scope === scope)
  const schedules: readonly Schedule[] = here.flatMap(row => row.schedules)
  const spacing: readonly SpacingRule[] = here.flatMap(row => row.spacing)
  const given = doses.map(({ code, day }, index): GivenDose => ({ id: `${day} ${index}`, day, diseases: [code], vaccine: null, isLive: null, isDocumented: true }))
  const verdicts = verdictFor({ birthDay, doses: given, schedules, spacing, on })
  return diseases.flatMap(({ code, name }) => {
    const verdict = verdicts.find(({ disease }) => disease === code)
    if (!verdict?.schedule) return [words.noSchedule(name)]
    const judged = verdict.doses.map(dose => (dose.isCounted ? words.counts(say.day(dose.written), dose.number) : uncountedSentence(dose, say)))
    return [...judged, dueSentence(verdict, on, say) || words.nothingDue(name)]
  })
}
