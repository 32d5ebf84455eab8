import * as z from 'zod'
import { defineCommand } from '../../command.ts'
import { germanDay } from '../../german-days.ts'
import { NoticeId } from '../../ids.ts'
import { ok, refuse } from '../../result.ts'
import type { Instant } from '../../time.ts'
import { MOST_ENTERED, NoticeFact } from './clock/facts.ts'
import { by, noticeChange, STAFF } from './prepare-commands.ts'

const [, , handedOver, , returned, received, neverReceived, instruction, objected, settled, waived, replaced, corrected] = NoticeFact.options
const GIVEN = { id: true, at: true, byPersonId: true, byName: true } as const

/** What a person may enter; posting, provision and retrieval are known to the service alone. */
const Entered = z.discriminatedUnion('kind', [
  handedOver.omit(GIVEN), returned.omit(GIVEN), received.omit(GIVEN), neverReceived.omit(GIVEN), instruction.omit(GIVEN), objected.omit(GIVEN), settled.omit(GIVEN), waived.omit(GIVEN),
  replaced.omit(GIVEN), corrected.omit(GIVEN),
])

/** The days that an entry claims. */
const daysIn = (fact: z.infer<typeof Entered>): readonly string[] => [fact.day, ...(fact.kind === 'corrected' && fact.rightDay !== null ? [fact.rightDay] : [])]

/** Before it was handed over, the first time where it was repeated, nothing can have happened to a notice. */
const firstDay = (facts: readonly NoticeFact[], handedOverAt: Instant): string => facts.reduce((first, { day }) => (day < first ? day : first), germanDay(handedOverAt))

function problemOfDays(days: readonly string[], first: string, today: string): 'notices/day-ahead' | 'notices/day-before-sent' | undefined {
  if (days.some(day => day > today)) return 'notices/day-ahead'
  return days.some(day => day < first) ? 'notices/day-before-sent' : undefined
}

/** Enters what became known about a notice: it came back, an objection came in. Nothing is ever taken out; a mistake is put right by a further entry. */
export const record = defineCommand({
  name: 'notices.record',
  version: 1,
  input: z.object({ noticeId: NoticeId, fact: Entered }),
  offline: 'queue',
  roles: STAFF,
  onlyIfUnchanged: false,
  reads: ({ noticeId }) => [{ table: 'notices', id: noticeId }],
  decide: (state, { noticeId, fact }, moment) => {
    const notice = state.get('notices', noticeId)
    if (!notice) return refuse('commands/record-missing', { table: 'notices' })
    if (!notice.sent?.handedOverAt) return refuse('notices/wrong-stage')
    const problem = problemOfDays(daysIn(fact), firstDay(notice.facts, notice.sent.handedOverAt), germanDay(moment.now))
    if (problem) return refuse(problem)
    if ('of' in fact && !notice.facts.some(({ id }) => id === fact.of)) return refuse('commands/record-missing', { table: 'notices' })
    if (notice.facts.length >= MOST_ENTERED) return refuse('notices/too-many-entries')
    return ok([noticeChange({ ...notice, facts: [...notice.facts, { ...fact, id: moment.newId('fact'), ...by(moment) }] })])
  },
})
