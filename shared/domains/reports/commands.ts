import * as z from 'zod'
import { grantsFor } from '../../actor.ts'
import { defineCommand } from '../../command.ts'
import { DepartmentId } from '../../ids.ts'
import { ok, refuse } from '../../result.ts'
import { departmentScope } from '../../scope.ts'
import { PERSON_FIGURES_KEY, personFiguresId, type PersonFigures } from './person-figures.ts'

const SHORTEST_AGREEMENT = 10

/** Switches the figures per person of a department on, with the agreement they rest on, or off. */
export const setPersonFigures = defineCommand({
  name: 'reports.set-person-figures',
  version: 1,
  input: z.object({ departmentId: DepartmentId, isOn: z.boolean(), agreement: z.string().max(300) }),
  // It counts once the service has it, and with it everybody in the department: figures go by the service's row alone.
  offline: 'queue',
  roles: ['lead'],
  onlyIfUnchanged: false,
  reads: ({ departmentId }) => [{ table: 'departments', id: departmentId }, { table: 'preferences', id: personFiguresId(departmentId) }],
  decide: (state, { departmentId, isOn, agreement: typed }, { actor, now }) => {
    if (!state.get('departments', departmentId) || grantsFor(actor, ['lead'], departmentId).length === 0) return refuse('commands/not-allowed')
    const agreement = typed.trim()
    if (isOn && agreement.length < SHORTEST_AGREEMENT) return refuse('reports/agreement-missing')
    const value: PersonFigures = { isOn, agreement: isOn ? agreement : '', byName: actor.name, at: now }
    const row = { id: personFiguresId(departmentId), scope: departmentScope(departmentId), version: 0, accountId: actor.accountId, key: PERSON_FIGURES_KEY, value }
    return ok([{ table: 'preferences', row }])
  },
})
