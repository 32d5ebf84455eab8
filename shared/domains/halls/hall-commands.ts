import * as z from 'zod'
import { grantsFor } from '../../actor.ts'
import { defineCommand } from '../../command.ts'
import { DepartmentId, HallId } from '../../ids.ts'
import { ok, refuse } from '../../result.ts'
import { departmentScope } from '../../scope.ts'
import { Hall } from './tables.ts'

/** A hall as a lead sets it. */
export const HallContent = Hall.omit({ id: true, scope: true, version: true })
export type HallContent = Readonly<z.infer<typeof HallContent>>

/** Adds a hall to a department, or changes one; what is agreed already stays as it was agreed. */
export const setHall = defineCommand({
  name: 'halls.set',
  version: 1,
  input: z.object({ hallId: HallId, departmentId: DepartmentId, content: HallContent }),
  offline: 'online-only',
  roles: ['lead'],
  onlyIfUnchanged: false,
  // The department stands first because the hall may not be there yet.
  reads: ({ hallId, departmentId }) => [{ table: 'departments', id: departmentId }, { table: 'halls', id: hallId }],
  decide: (state, { hallId, departmentId, content }, { actor }) => {
    const known = state.get('halls', hallId)
    const scope = departmentScope(departmentId)
    if (known && known.scope !== scope) return refuse('commands/record-missing', { table: 'halls' })
    // A department's own row belongs to the town: who leads another one would get this far.
    if (grantsFor(actor, ['lead'], departmentId).length === 0) return refuse('commands/not-allowed')
    return ok([{ table: 'halls', row: { ...content, id: hallId, scope, version: known?.version ?? 0 } }])
  },
})
