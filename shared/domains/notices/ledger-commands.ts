import * as z from 'zod'
import { defineCommand } from '../../command.ts'
import { ok, refuse } from '../../result.ts'
import { by, OnRun, runChange, STAFF, theRun } from './prepare-commands.ts'

/** Notes who gives the amounts of a run to the finance system. Given once already, they are given again only by whoever knows it. */
export const markBooked = defineCommand({
  name: 'notices.booked',
  version: 1,
  input: OnRun.extend({ isAgain: z.boolean() }),
  offline: 'online-only',
  roles: STAFF,
  onlyIfUnchanged: false,
  reads: theRun,
  decide: (state, { runId, isAgain }, moment) => {
    const run = state.get('notice_runs', runId)
    if (!run) return refuse('commands/record-missing', { table: 'notice_runs' })
    if (!run.handedOverAt) return refuse('notices/wrong-stage')
    if (run.booked && !isAgain) return refuse('notices/booked-already', { name: run.booked.byName })
    return ok([runChange({ ...run, booked: by(moment) })])
  },
})
