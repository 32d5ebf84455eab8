import * as z from 'zod'

/**
 * What is asked before a vaccination, in the order in which it is asked. An answer that calls for a physician is a red
 * flag; `isUrgent` ones can never be waved through by the team.
 */
export const QUESTIONS = [
  { id: 'acute-illness', flagWhen: 'yes' },
  { id: 'allergy', flagWhen: 'yes' },
  { id: 'earlier-reaction', flagWhen: 'yes' },
  { id: 'immune-weakness', flagWhen: 'yes' },
  { id: 'blood-thinner', flagWhen: 'yes' },
  { id: 'pregnant', flagWhen: 'yes' },
  { id: 'recent-vaccination', flagWhen: 'yes' },
] as const

const QUESTION_IDS = QUESTIONS.map(({ id }) => id) as [(typeof QUESTIONS)[number]['id'], ...(typeof QUESTIONS)[number]['id'][]]
export const QuestionId = z.enum(QUESTION_IDS)
export type QuestionId = z.infer<typeof QuestionId>

const MOST_LETTERS = 2_000

/** An answer per question; `unknown` is an answer and a flag. */
export const Answers = z.object({
  given: z.record(QuestionId, z.enum(['yes', 'no', 'unknown'])),
  note: z.string().max(MOST_LETTERS),
})
export type Answers = Readonly<z.infer<typeof Answers>>

/** The questions whose answers a physician has to look at. */
export const flagsOf = ({ given }: Answers): readonly QuestionId[] => QUESTIONS.flatMap(({ id, flagWhen }) => (given[id] === flagWhen || given[id] === 'unknown' ? [id] : []))

/** Whether two say the same, whatever order they were written down in. */
export const isSameGiven = (one: Answers, other: Answers): boolean => QUESTIONS.every(({ id }) => one.given[id] === other.given[id])

/**
 * What two desks were told, in one: an answer that calls for a physician stays, whichever of them heard it. Of answers that
 * somebody gave anew, those of before that they have seen (`seen`) are replaced.
 */
export function metAnswers(kept: Answers, other: Answers, seen: readonly QuestionId[] = []): Answers {
  const standing = flagsOf(kept).filter(id => !seen.includes(id))
  if (standing.length === 0 && seen.length > 0) return other
  const given = QUESTIONS.map(({ id, flagWhen }) => [id, standing.includes(id) && other.given[id] !== flagWhen ? kept.given[id] : other.given[id]])
  return { given: Object.fromEntries(given) as Answers['given'], note: [...new Set([kept.note, other.note])].filter(Boolean).join('\n').slice(0, MOST_LETTERS) }
}
