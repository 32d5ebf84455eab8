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
export type QuestionId = (typeof QUESTIONS)[number]['id']

const QUESTION_IDS = QUESTIONS.map(({ id }) => id) as [QuestionId, ...QuestionId[]]

/** An answer per question; `unknown` is an answer and a flag. */
export const Answers = z.object({
  given: z.record(z.enum(QUESTION_IDS), z.enum(['yes', 'no', 'unknown'])),
  note: z.string().max(2_000),
})
export type Answers = Readonly<z.infer<typeof Answers>>

/** The questions whose answers a physician has to look at. */
export const flagsOf = ({ given }: Answers): readonly QuestionId[] => QUESTIONS.flatMap(({ id, flagWhen }) => (given[id] === flagWhen || given[id] === 'unknown' ? [id] : []))
