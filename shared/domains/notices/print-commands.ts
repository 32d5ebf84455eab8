import * as z from 'zod'
import { defineCommand, type Moment } from '../../command.ts'
import { germanDay } from '../../german-days.ts'
import { NoticeId } from '../../ids.ts'
import { ok, refuse, type Result } from '../../result.ts'
import { Day } from './content.ts'
import { by, OnRun, runChange, STAFF, theRun } from './prepare-commands.ts'
import type { Notice, Sent } from './tables.ts'

/** So many letters printed in the house are entered together. */
const PRINTED_AT_ONCE = 500

/**
 * Enters that letters of a run were printed in the house and given to the post on a day: all of them or none, and none twice.
 * They are more than a command may name as records; the service puts `afterPrinting` into each of them.
 */
export const enterPrinted = defineCommand({
  name: 'notices.printed',
  version: 1,
  input: OnRun.extend({ day: Day, noticeIds: z.array(NoticeId).min(1).max(PRINTED_AT_ONCE).refine(ids => new Set(ids).size === ids.length) }),
  offline: 'online-only',
  roles: STAFF,
  onlyIfUnchanged: false,
  reads: theRun,
  decide: (state, { runId, day, noticeIds }, { now }) => {
    const run = state.get('notice_runs', runId)
    if (!run) return refuse('commands/record-missing', { table: 'notice_runs' })
    if (day > germanDay(now)) return refuse('notices/day-ahead')
    const { tally } = run
    if (tally.toPrint < noticeIds.length) return refuse('notices/not-to-print')
    return ok([runChange({ ...run, tally: { ...tally, toPrint: tally.toPrint - noticeIds.length, printed: tally.printed + noticeIds.length } })])
  },
})

/** A notice once it was printed in the house and posted on a day; from then on the legal clock runs. */
export function afterPrinting(notice: Notice, day: string, moment: Moment): Result<Notice> {
  const { sent, facts, content } = notice
  if (!waitsForPrinting(sent)) return refuse('notices/not-to-print')
  if (day < germanDay(sent.changedAt)) return refuse('notices/day-before-sent')
  const posted = { id: moment.newId(`posted/${notice.id}`), kind: 'posted', day, ...by(moment), note: '', isAbroad: content.recipient.country !== '' } as const
  return ok({ ...notice, sent: { ...sent, state: 'printed', changedAt: moment.now, postedDay: day }, facts: [...facts, posted] })
}

/** Whether a letter waits to be printed in the house. */
export const waitsForPrinting = (sent: Sent | null): sent is Sent => sent?.state === 'to-print'
