import { asGiven, printedDoses } from '../../../shared/domains/vaccinations/printed-doses.ts'
import { QUESTIONS, type QuestionId } from '../../../shared/domains/vaccinations/questionnaire.ts'
import { STAGES, type Stage } from '../../../shared/domains/vaccinations/stage.ts'
import type { Batch, EarlierDose, NextDose, Vaccination, VaccinationSession, Vaccine, Visit } from '../../../shared/domains/vaccinations/tables.ts'
import { vaccineeIdOf, type Vaccinee } from '../../../shared/domains/vaccinations/vaccinee.ts'
import { verdictFor } from '../../../shared/domains/vaccinations/verdict.ts'
import { uuidV7, VaccinationId, VisitId, type AppointmentId } from '../../../shared/ids.ts'
import { instantFromMs, type Instant } from '../../../shared/time.ts'
import type { Random } from '../random.ts'
import { demoRules } from './schedules.ts'
import { VACCINATION_SCOPE } from './scope.ts'

const MINUTE_MS = 60_000
/** Minutes after check-in at which each step is done. */
const AFTER = { answered: 3, judged: 5, consent: 6, vaccinated: 8 } as const
const WATCH_MINUTES = 15

/** Somebody on their way through a session. */
export interface Coming {
  readonly session: VaccinationSession
  readonly person: Vaccinee
  readonly appointmentId: AppointmentId | null
  readonly vaccine: Vaccine
  readonly batch: Batch
  readonly history: readonly EarlierDose[]
  readonly stage: Stage
  readonly checkedInMs: number
  /** A question answered with yes, and what was said. */
  readonly flag?: readonly [question: QuestionId, said: string]
}

/** A visit as far as it has come, with its documentation if there is one. */
export interface DemoVisit {
  readonly visit: Visit
  readonly vaccination: Vaccination | null
}

export function demoVisit(random: Random, coming: Coming, nextNumber: (year: string) => string): DemoVisit {
  const { session, person, history, stage, checkedInMs, flag } = coming
  const has = (other: Stage): boolean => stage !== 'left' && STAGES.indexOf(stage) >= STAGES.indexOf(other)
  const done = (minutes: number, byName: string): { at: Instant; byName: string } => ({ at: instantFromMs(checkedInMs + minutes * MINUTE_MS), byName })
  const visit: Visit = {
    id: VisitId.parse(uuidV7(checkedInMs, random.bytes(10))), scope: session.scope, version: 0, sessionId: session.id, appointmentId: coming.appointmentId, vaccineeId: vaccineeIdOf(person), person,
    checkedIn: done(0, 'Lisa Ohm'), history: has('physician') ? [...history] : [], answers: has('physician') ? answersWith(flag) : null, answered: has('physician') ? done(AFTER.answered, 'Lisa Ohm') : null,
    verdict: null, consent: has('ready') ? { ...done(AFTER.consent, 'Mirko Beyer'), kind: 'oral', guardianName: '', informed: true } : null, vaccinationId: null, vaccinatedAt: null, observeUntil: null,
    observation: stage === 'done' ? { ...done(AFTER.vaccinated + WATCH_MINUTES, 'Lisa Ohm'), event: '' } : null,
    departed: stage === 'left' ? { ...done(AFTER.answered, 'Lisa Ohm'), reason: 'Fieber; neuer Termin in der nächsten Woche.' } : null, twinId: null,
  }
  if (!has('watched')) return { visit, vaccination: null }
  const vaccination = documentation(random, coming, visit, nextNumber(session.day.slice(0, 4)))
  return { visit: { ...visit, vaccinationId: vaccination.id, vaccinatedAt: vaccination.at, observeUntil: instantFromMs(checkedInMs + (AFTER.vaccinated + WATCH_MINUTES) * MINUTE_MS) }, vaccination }
}

function answersWith(flag: Coming['flag']): NonNullable<Visit['answers']> {
  const given = Object.fromEntries(QUESTIONS.map(({ id }) => [id, flag?.[0] === id ? 'yes' : 'no'])) as NonNullable<Visit['answers']>['given']
  return { given, note: flag?.[1] ?? '' }
}

function documentation(random: Random, { session, person, vaccine, batch, history, checkedInMs }: Coming, visit: Visit, number: string): Vaccination {
  const at = instantFromMs(checkedInMs + AFTER.vaccinated * MINUTE_MS)
  const vaccineeId = vaccineeIdOf(person)
  if (vaccineeId === null) throw new Error('whoever is vaccinated has a date of birth')
  return {
    id: VaccinationId.parse(uuidV7(checkedInMs + AFTER.vaccinated * MINUTE_MS, random.bytes(10))), scope: session.scope, version: 0, sessionId: session.id, visitId: visit.id, vaccineeId, person,
    day: session.day, at, vaccineId: vaccine.id, vaccineName: vaccine.name, manufacturer: vaccine.manufacturer, lot: batch.lot, expiresOn: batch.expiresOn, diseases: vaccine.diseases,
    doses: vaccine.diseases.map(({ code }) => ({ code, number: history.filter(({ diseases }) => diseases.some(disease => disease.code === code)).length + 1 })),
    site: random.chance(0.8) ? 'left-arm' : 'right-arm', responsible: session.responsible, vaccinatorName: random.chance(0.7) ? 'Mirko Beyer' : 'Dr. med. Eva Arndt', againstRule: null,
    nextDoses: [...nextDosesAfter(person, [...history, { day: session.day, vaccineName: vaccine.name, vaccine: vaccine.snomed || null, diseases: vaccine.diseases, isLive: vaccine.isLive, lot: batch.lot, source: 'here', vaccinationId: null }], session.day)],
    confirmation: { kind: 'awaited' }, number, documentedAt: at, seal: '', replacesId: null, replacedById: null, reason: null, isVoid: false, twinId: null,
  }
}

const RULES = demoRules(VACCINATION_SCOPE)

/** What is printed as the next dose of the disease that the last dose is against. */
function nextDosesAfter({ birthDay }: Vaccinee, doses: readonly EarlierDose[], on: string): readonly NextDose[] {
  const verdicts = verdictFor({ birthDay: birthDay ?? on, doses: asGiven(doses), schedules: RULES.flatMap(({ schedules }) => schedules), spacing: RULES.flatMap(({ spacing }) => spacing), on })
  return printedDoses(verdicts, doses.at(-1)?.diseases.map(({ code }) => code) ?? [], on)
}
