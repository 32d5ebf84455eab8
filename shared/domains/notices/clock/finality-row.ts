import * as z from 'zod'
import { NoticeId, NoticeRunId } from '../../../ids.ts'
import { NOT_EFFECTED } from './announcement.ts'
import { CLOCK_STATES } from './clock.ts'
import type { NoticeFact } from './facts.ts'
import { finalityOf } from './finality.ts'
import { RuleSetId, type NoticeRuleSet } from './rule-sets.ts'

const Day = z.iso.date().nullable()

/** One line of the list of what is final when; days are null where they cannot be said (yet). */
export const FinalityRow = z.object({
  id: NoticeId,
  runId: NoticeRunId,
  name: z.string(),
  /** Kassenzeichen. */
  reference: z.string(),
  ruleSetId: RuleSetId,
  state: z.enum(CLOCK_STATES),
  sentOn: Day,
  announcedOn: Day,
  /** Why no delivery has announced it; null where one did or still may. */
  notAnnounced: z.enum(NOT_EFFECTED).nullable(),
  /** The last day on which somebody can object or sue. */
  endOn: Day,
  /** The first day on which nobody can any more. */
  finalOn: Day,
})
export type FinalityRow = Readonly<z.infer<typeof FinalityRow>>

/** What the list needs to know of a notice. */
export interface SentNotice extends Pick<FinalityRow, 'id' | 'runId' | 'name' | 'reference' | 'ruleSetId'> {
  readonly facts: readonly NoticeFact[]
}

/** Many notices with their days as of a day, in the order given. */
export function finalityRows(notices: readonly SentNotice[], ruleSets: readonly NoticeRuleSet[], on: string): FinalityRow[] {
  const { clocks } = finalityOf(notices, ruleSets, on)
  return notices.flatMap(({ id, runId, name, reference, ruleSetId }) => {
    const clock = clocks.get(id)
    if (!clock) return []
    const { state, sentOn, announced, period, finalOn } = clock
    return [{
      id, runId, name, reference, ruleSetId, state, sentOn, announcedOn: announced.kind === 'announced' ? announced.day : null, notAnnounced: announced.kind === 'not-effected' ? announced.reason : null,
      endOn: period?.day ?? null, finalOn,
    }]
  })
}
