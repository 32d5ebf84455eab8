import * as z from 'zod'
import { grantsFor, ROLES } from '../../actor.ts'
import { defineCommand } from '../../command.ts'
import { AccountId, DepartmentId } from '../../ids.ts'
import { ok, refuse, type Result } from '../../result.ts'
import { TOWN_SCOPE } from '../../scope.ts'
import { Absence, MessageDesk } from './conversation-tables.ts'

const LONGEST_ABSENCE_DAYS = 366

function fitting(absence: Absence | null): Result<Absence | null> {
  if (!absence) return ok(null)
  const days = (Date.parse(absence.untilDay) - Date.parse(absence.fromDay)) / 86_400_000
  return days >= 0 && days <= LONGEST_ABSENCE_DAYS ? ok(absence) : refuse('messages/wrong-days', { days: LONGEST_ABSENCE_DAYS })
}

/** Sets how a department takes messages of citizens: topics, days for an answer, closing times. */
export const setMessageDesk = defineCommand({
  name: 'messages.set-desk',
  version: 1,
  input: z.object({ departmentId: DepartmentId, content: MessageDesk.omit({ id: true, scope: true, version: true }) }),
  offline: 'online-only',
  roles: ['lead'],
  onlyIfUnchanged: false,
  reads: ({ departmentId }) => [{ table: 'departments', id: departmentId }, { table: 'message_desks', id: departmentId }],
  decide: (state, { departmentId, content }, { actor }) => {
    if (grantsFor(actor, ['lead'], departmentId).length === 0) return refuse('commands/not-allowed')
    const absence = fitting(content.absence)
    if (!absence.ok) return absence
    return ok([{ table: 'message_desks', row: { ...content, id: departmentId, scope: TOWN_SCOPE, version: state.get('message_desks', departmentId)?.version ?? 0 } }])
  },
})

/** Says when one is away, or that one is back; one's deputy sees what is assigned to one meanwhile. */
export const setAbsence = defineCommand({
  name: 'messages.set-absence',
  version: 1,
  input: z.object({ accountId: AccountId, absence: Absence.nullable() }),
  offline: 'queue',
  roles: ROLES,
  onlyIfUnchanged: false,
  reads: ({ accountId }, state) => {
    const person = state.get('staff', accountId)?.personId
    return [{ table: 'staff', id: accountId }, ...(person ? [{ table: 'absence_notes', id: person } as const] : [])]
  },
  decide: (state, { accountId, absence }, { actor }) => {
    if (accountId !== actor.accountId) return refuse('commands/not-allowed')
    const fits = fitting(absence)
    return fits.ok ? ok([{ table: 'absence_notes', row: { id: actor.personId, scope: TOWN_SCOPE, version: state.get('absence_notes', actor.personId)?.version ?? 0, name: actor.name.slice(0, 120), absence: fits.value } }]) : fits
  },
})
