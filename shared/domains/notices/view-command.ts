import * as z from 'zod'
import { defineCommand } from '../../command.ts'
import { NoticeId } from '../../ids.ts'
import { ok, refuse } from '../../result.ts'
import { STAFF } from './prepare-commands.ts'

/** Puts down who has opened a notice: nothing of it changes, the service's audit log keeps it. The core says it before it shows the notice. */
export const viewNotice = defineCommand({
  name: 'notices.view',
  version: 1,
  input: z.object({ noticeId: NoticeId }),
  offline: 'queue',
  isByItself: true,
  roles: STAFF,
  onlyIfUnchanged: false,
  reads: ({ noticeId }) => [{ table: 'notices', id: noticeId }],
  decide: (state, { noticeId }) => (state.get('notices', noticeId) ? ok([]) : refuse('commands/record-missing', { table: 'notices' })),
})
