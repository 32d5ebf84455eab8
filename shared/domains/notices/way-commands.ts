import * as z from 'zod'
import { defineCommand } from '../../command.ts'
import { ok } from '../../result.ts'
import { Registered } from './channels.ts'
import { noticeAndRun, noticeChange, OnNotice, openNotice, runChange, STAFF } from './prepare-commands.ts'

/** Only what the print centre posts can be registered. */
const ChosenWay = z.union([
  z.object({ channel: z.literal('post'), registered: Registered.nullable() }),
  z.object({ channel: z.enum(['by-consent', 'here']), registered: z.null() }),
])

/** Chooses how one notice reaches its recipient, before its run is given for release. */
export const chooseWay = defineCommand({
  name: 'notices.choose-way',
  version: 1,
  input: OnNotice.extend({ way: ChosenWay }),
  offline: 'queue',
  roles: STAFF,
  onlyIfUnchanged: false,
  reads: noticeAndRun,
  locks: ['notice_runs'],
  decide: (state, input, moment) => {
    const open = openNotice(state, input, moment)
    if (!open.ok) return open
    const { notice, run } = open.value
    return ok([noticeChange({ ...notice, way: input.way, checked: null }), runChange(run)])
  },
})
