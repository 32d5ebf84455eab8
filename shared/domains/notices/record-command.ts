import * as z from 'zod'
import { defineCommand } from '../../command.ts'
import { germanDay } from '../../german-days.ts'
import { NoticeId } from '../../ids.ts'
import { ok, refuse } from '../../result.ts'
import { NoticeFact } from './clock/facts.ts'
import { by, noticeChange, STAFF } from './prepare-commands.ts'

const MOST_FACTS = 60

const [, , handedOver, , returned, received, neverReceived, instruction, objected, settled, waived, replaced, corrected] = NoticeFact.options
const GIVEN = { id: true, at: true, byPersonId: true, byName: true } as const

/** What a person may enter; posting, provision and retrieval are known to the service alone. */
const Entered = z.discriminatedUnion('kind', [
  handedOver.omit(GIVEN), returned.omit(GIVEN), received.omit(GIVEN), neverReceived.omit(GIVEN), instruction.omit(GIVEN), objected.omit(GIVEN), settled.omit(GIVEN), waived.omit(GIVEN),
  replaced.omit(GIVEN), corrected.omit(GIVEN),
])

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
    if (fact.day > germanDay(moment.now)) return refuse('notices/day-ahead')
    if ('of' in fact && !notice.facts.some(({ id }) => id === fact.of)) return refuse('commands/record-missing', { table: 'notices' })
    if (notice.facts.length >= MOST_FACTS) return refuse('notices/too-many-entries')
    return ok([noticeChange({ ...notice, facts: [...notice.facts, { ...fact, id: moment.newId('fact'), ...by(moment) }] })])
  },
})
