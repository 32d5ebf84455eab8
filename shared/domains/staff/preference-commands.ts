import * as z from 'zod'
import { ROLES } from '../../actor.ts'
import { defineCommand } from '../../command.ts'
import { AccountId, derivedUuid, type PersonId } from '../../ids.ts'
import { Json } from '../../json.ts'
import { ok, refuse } from '../../result.ts'
import { personScope } from '../../scope.ts'

/** Settings that follow a person to every desk; all others belong to the desk they were made at. */
export const followsPerson = (key: string): boolean => key === 'appearance' || key === 'shortcuts' || key === 'tour' || key === 'hours.messages' || key.startsWith('applications.list.')

/** One row per person and key, whichever of their accounts writes it. */
export const preferenceId = (personId: PersonId, key: string): string => derivedUuid(personId, `preference/${key}`)

const LONGEST_VALUE = 16_000

/** Keeps a setting for the person; the last one written counts. */
export const setPreference = defineCommand({
  name: 'preferences.set',
  version: 1,
  input: z.object({ accountId: AccountId, key: z.string().min(1).max(60).refine(followsPerson), value: Json.refine(value => JSON.stringify(value).length <= LONGEST_VALUE) }),
  offline: 'queue',
  isByItself: true,
  roles: ROLES,
  onlyIfUnchanged: false,
  reads: ({ accountId, key }, state) => {
    const person = state.get('staff', accountId)?.personId
    return [{ table: 'staff', id: accountId }, ...(person ? [{ table: 'preferences', id: preferenceId(person, key) } as const] : [])]
  },
  decide: (_state, { accountId, key, value }, { actor }) => {
    if (accountId !== actor.accountId) return refuse('commands/not-allowed')
    const id = preferenceId(actor.personId, key)
    return ok([{ table: 'preferences', row: { id, scope: personScope(actor.personId), version: 0, accountId, key, value } }])
  },
})
