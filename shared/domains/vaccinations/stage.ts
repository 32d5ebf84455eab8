import type { Instant } from '../../time.ts'
import { flagsOf, type QuestionId } from './questionnaire.ts'
import type { Visit } from './tables.ts'

/**
 * Where somebody is: `arrived` to be asked, `physician` because an answer calls for one, `consent` to be asked for it,
 * `ready` to be vaccinated, `watched` afterwards, `done`, or `left` without.
 */
export const STAGES = ['arrived', 'physician', 'consent', 'ready', 'watched', 'done', 'left'] as const
export type Stage = (typeof STAGES)[number]

type Facts = Pick<Visit, 'answers' | 'verdict' | 'consent' | 'vaccinationId' | 'observation' | 'departed'>

/** What is there of a visit decides; no desk has to say it. */
export function stageOf(visit: Facts): Stage {
  if (visit.departed && !visit.vaccinationId) return 'left'
  if (visit.vaccinationId) return visit.observation ? 'done' : 'watched'
  if (!visit.answers) return 'arrived'
  if (isHeldByFlag(visit)) return 'physician'
  return visit.consent ? 'ready' : 'consent'
}

/** The red flags of a visit. */
export const flagsAt = ({ answers }: Pick<Facts, 'answers'>): QuestionId[] => (answers ? [...flagsOf(answers)] : [])

/**
 * Whether a red flag stands that no physician has waved through, or a physician has said no. Of a station that knew some flags
 * alone, only these are asked, and of a no only one that cannot have been about others.
 */
export function isHeldByFlag({ answers, verdict }: Pick<Facts, 'answers' | 'verdict'>, known?: readonly QuestionId[]): boolean {
  if (verdict?.may === 'yes') return false
  const flags = flagsAt({ answers })
  const asked = known ? flags.filter(id => known.includes(id)) : flags
  return asked.length > 0 || (verdict !== null && asked.length === flags.length)
}

/** Whether a physician has said yes to a dose that the rules speak against. */
export const isDoseAllowed = ({ verdict }: Pick<Facts, 'verdict'>): boolean => verdict?.may === 'yes' && verdict.isOnDose

/** Whether the time of watching is over. */
export const mayGo = ({ observeUntil }: Pick<Visit, 'observeUntil'>, now: Instant): boolean => observeUntil === null || observeUntil <= now
