import { metAnswers } from './questionnaire.ts'
import { flagsAt } from './stage.ts'
import type { EarlierDose, Visit } from './tables.ts'

/**
 * Two desks' knowledge of one visit, put together: what one of them lacks the other gives, and of what both have, the
 * first stays (`kept` is what the service has already), except that a red flag and a physician's no are never lost. The
 * order in which desks come back makes no difference to what is known.
 */
export function met(kept: Visit, other: Visit): Visit {
  const answers = kept.answers && other.answers ? metAnswers(kept.answers, other.answers) : (kept.answers ?? other.answers)
  // Whoever knows the day of birth knows who it is.
  const { person, vaccineeId } = kept.vaccineeId === null && other.vaccineeId !== null ? other : kept
  return {
    ...kept,
    person,
    vaccineeId,
    appointmentId: kept.appointmentId ?? other.appointmentId,
    history: [...withHistory(kept.history, other.history)],
    answers,
    answered: kept.answers ? kept.answered : other.answered,
    verdict: metVerdict(kept, other, answers),
    consent: kept.consent ?? other.consent,
    vaccinationId: kept.vaccinationId ?? other.vaccinationId,
    vaccinatedAt: kept.vaccinationId ? kept.vaccinatedAt : other.vaccinatedAt,
    observeUntil: kept.vaccinationId ? kept.observeUntil : other.observeUntil,
    observation: kept.observation ?? other.observation,
    departed: kept.departed ?? other.departed,
  }
}

/** A yes is about the red flags that stood when it was said; with others beside them a physician has to look again, unless the dose was given by then. */
function metVerdict(kept: Visit, other: Visit, answers: Visit['answers']): Visit['verdict'] {
  const isGiven = (kept.vaccinationId ?? other.vaccinationId) !== null
  const said = [kept, other].flatMap(visit => {
    const isOnAll = flagsAt({ answers }).every(id => flagsAt(visit).includes(id))
    return visit.verdict && (isGiven || visit.verdict.may !== 'yes' || isOnAll) ? [visit.verdict] : []
  })
  return said.find(({ may }) => may !== 'yes') ?? said[0] ?? null
}

/** What is the same dose however it was written down: one day, one disease. */
const keyOf = ({ day, diseases }: EarlierDose): string => `${day} ${diseases.map(({ code }) => code).toSorted().join(' ')}`

/** Every documented dose counts, each once; one that was documented here stands for the same in a pass. */
export function withHistory(known: readonly EarlierDose[], more: readonly EarlierDose[]): readonly EarlierDose[] {
  const doses = new Map<string, EarlierDose>()
  for (const dose of [...known, ...more]) {
    const before = doses.get(keyOf(dose))
    if (!before || (before.source !== 'here' && dose.source === 'here')) doses.set(keyOf(dose), dose)
  }
  return [...doses.values()].toSorted((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : keyOf(one) < keyOf(other) ? -1 : 1))
}
