import * as z from 'zod'
import { problem, textProblems, tooMany, wordProblems, type ServiceProblem } from './draft-problem.ts'
import { formProblems } from './form-draft-problems.ts'
import type { DraftContent } from './service-draft.ts'

/** Everything that keeps a service from being published, in the order of the editor; empty when it can be. Pure. */
export const serviceProblems = (draft: DraftContent): readonly ServiceProblem[] => [
  ...generalProblems(draft),
  ...formProblems(draft.form),
  ...stepProblems(draft),
  ...automaticProblems(draft),
  ...deadlineProblems(draft),
  ...feeProblems(draft),
  ...documentProblems(draft),
  ...contactProblems(draft),
  ...retentionProblems(draft),
  ...releaseProblems(draft),
]

const LONGEST_DESCRIPTION = 4_000
const LONGEST_LAW = 300
const MOST_CENTS = 100_000_000

function generalProblems({ title, description, departmentId, legalBasis }: DraftContent): readonly ServiceProblem[] {
  const isDescribed = description.de.trim() !== '' || description.en.trim() !== ''
  return [
    ...wordProblems('title', title, 120),
    ...(isDescribed ? wordProblems('description', description, LONGEST_DESCRIPTION) : []),
    ...problem('departmentId', 'missing', !/^[a-z][a-z0-9-]{1,39}$/.test(departmentId)),
    ...textProblems('legalBasis', legalBasis, LONGEST_LAW),
  ]
}

const STEP_KEY = /^[a-z][a-z0-9-]{0,39}$/

function stepProblems({ steps }: DraftContent): readonly ServiceProblem[] {
  const counts = Map.groupBy(steps, ({ key }) => key)
  return [
    ...tooMany('steps', steps.length, 20),
    ...steps.flatMap(({ key, title }, index) => [
      ...wordProblems(`steps.${index}.title`, title, 200),
      ...problem(`steps.${index}`, 'key-invalid', !STEP_KEY.test(key)),
      ...problem(`steps.${index}`, 'key-twice', (counts.get(key)?.length ?? 0) > 1),
    ]),
  ]
}

const automaticProblems = ({ automatic }: DraftContent): readonly ServiceProblem[] => [
  ...tooMany('automatic', automatic.length, 10),
  ...automatic.flatMap((step, index) => step.kind === 'tag'
    ? textProblems(`automatic.${index}`, step.tag, 40)
    : problem(`automatic.${index}`, 'days-invalid', !isWhole(step.days, 1, 400))),
]

const isWhole = (value: number | null, low: number, high: number): boolean =>
  value !== null && Number.isInteger(value) && value >= low && value <= high

/** By the law: a notice of business is confirmed within three days (§ 15 GewO); deemed approval counts in months (§ 42a VwVfG). */
function deadlineProblems({ deadline }: DraftContent): readonly ServiceProblem[] {
  if (!deadline) return []
  const { basis, amount, unit } = deadline
  if (!isWhole(amount, 1, 400)) return problem('deadline', 'days-invalid')
  if (basis === 'gewo-15') return problem('deadline', 'deadline-gewo', amount !== 3 || unit !== 'days')
  if (basis === 'vwvfg-42a') return problem('deadline', 'deadline-law-months', unit !== 'months' || (amount ?? 0) > 12)
  return problem('deadline', 'deadline-too-long', unit === 'months' && (amount ?? 0) > 12)
}

const feeProblems = ({ fees }: DraftContent): readonly ServiceProblem[] => [
  ...tooMany('fees', fees.length, 20),
  ...fees.flatMap(({ title, cents }, index) => [
    ...wordProblems(`fees.${index}.title`, title),
    ...problem(`fees.${index}.cents`, 'amount-invalid', !isWhole(cents, 0, MOST_CENTS)),
  ]),
]

const documentProblems = ({ documents }: DraftContent): readonly ServiceProblem[] => [
  ...tooMany('documents', documents.length, 20),
  ...documents.flatMap((words, index) => wordProblems(`documents.${index}`, words)),
]

function contactProblems({ contact }: DraftContent): readonly ServiceProblem[] {
  if (!contact) return []
  const { name, telephone, email, room } = contact
  return [
    ...textProblems('contact.name', name, 120),
    ...problem('contact.telephone', 'contact-empty', telephone.trim() === '' && email.trim() === ''),
    ...problem('contact.telephone', 'too-long', telephone.length > 60),
    ...problem('contact.email', 'email-invalid', email !== '' && !z.email().max(254).safeParse(email).success),
    ...problem('contact.room', 'too-long', room.length > 60),
  ]
}

function retentionProblems({ retention }: DraftContent): readonly ServiceProblem[] {
  if (!retention) return problem('retention', 'missing')
  return [
    ...problem('retention.months', 'months-invalid', !isWhole(retention.months, 1, 1_200)),
    ...textProblems('retention.basis', retention.basis, 300),
  ]
}

const releaseProblems = ({ releaseMode, singleUpToCents }: DraftContent): readonly ServiceProblem[] => [
  ...problem('singleUpToCents', 'single-without-four-eyes', singleUpToCents !== null && releaseMode !== 'four-eyes'),
  ...problem('singleUpToCents', 'amount-invalid', singleUpToCents !== null && !isWhole(singleUpToCents, 0, MOST_CENTS)),
]
