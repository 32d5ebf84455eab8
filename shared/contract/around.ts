import { oc } from '@orpc/contract'
import * as z from 'zod'
import { Application, Attachment } from '../domains/applications/tables.ts'
import { Message } from '../domains/messages/tables.ts'
import { AccountId, ApplicationId, PersonId } from '../ids.ts'
import { refusable } from './refusable.ts'

/** Another case as one line. */
export const CaseLine = Application.pick({
  id: true, reference: true, subject: true, applicantName: true, serviceId: true, status: true, outcome: true, receivedAt: true, parentId: true,
})
export type CaseLine = z.infer<typeof CaseLine>

/** Why two cases may be one: the same person asked for the same within a month, or the answers are alike. */
export const LikenessReason = z.enum(['same-person-again', 'same-answers'])
export type LikenessReason = z.infer<typeof LikenessReason>

/** A case that was merged into this one, with what came with it. */
export const MergedCase = z.object({ line: CaseLine, attachments: z.array(Attachment), messages: z.array(Message) })
export type MergedCase = z.infer<typeof MergedCase>

export const Colleague = z.object({ accountId: AccountId, personId: PersonId, name: z.string(), isLead: z.boolean() })
export type Colleague = z.infer<typeof Colleague>

/** What stands around a case, as far as this desk holds it. */
export const Surroundings = z.object({
  parent: CaseLine.nullable(),
  parts: z.array(CaseLine),
  /** The case that took this one over. */
  keptIn: CaseLine.nullable(),
  merged: z.array(MergedCase),
  /** Other cases of the same person: open ones first, then the newest. `more`: how many there are beyond. */
  samePerson: z.array(CaseLine),
  more: z.int(),
  /** The likeliest first; `likeness` from 0 to 1 is the share of answers that are the same. */
  duplicates: z.array(z.object({ line: CaseLine, reason: LikenessReason, likeness: z.number() })),
  /** Who works on cases of this department. */
  colleagues: z.array(Colleague),
})
export type Surroundings = z.infer<typeof Surroundings>

export const aroundQueries = {
  around: oc.input(z.object({ id: ApplicationId })).output(refusable(Surroundings)),
}
