import * as z from 'zod'
import { defineCommand } from '../../command.ts'
import { OfficialWarningId } from '../../ids.ts'
import { ok, refuse } from '../../result.ts'
import { OFFICERS } from './roles.ts'

/** An officer has seen an official warning; by name, and from then on nobody else is called. */
export const acknowledgeWarning = defineCommand({
  name: 'alerts.acknowledge',
  version: 1,
  input: z.object({ warningId: OfficialWarningId }),
  offline: 'queue',
  roles: OFFICERS,
  onlyIfUnchanged: false,
  reads: ({ warningId }) => [{ table: 'official_warnings', id: warningId }],
  decide: (state, { warningId }, { now, actor }) => {
    const warning = state.get('official_warnings', warningId)
    if (!warning) return refuse('commands/record-missing', { table: 'official_warnings' })
    // Two officers who do it at once have both seen it; the first name stays.
    return ok(warning.acknowledged ? [] : [{ table: 'official_warnings', row: { ...warning, acknowledged: { at: now, byPersonId: actor.personId, byName: actor.name } } }])
  },
})

export const warningCommands = [acknowledgeWarning] as const
