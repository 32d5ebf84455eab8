import * as z from 'zod'
import { ROLES } from '../../actor.ts'
import { defineCommand, type RecordRef, type State } from '../../command.ts'
import { AccountId } from '../../ids.ts'
import { ok, refuse, type Result } from '../../result.ts'
import { Instant } from '../../time.ts'
import { mayEnd, mayLend, periodOf, withDeputyship, withoutDeputyship } from './deputies.ts'
import type { Staff } from './tables.ts'

const Both = z.object({
  /** The account of the one who stands in. */
  accountId: AccountId,
  /** An account of the one who is stood in for. */
  forAccountId: AccountId,
})

const bothAccounts = ({ accountId, forAccountId }: z.infer<typeof Both>): readonly RecordRef[] => [
  { table: 'staff', id: accountId },
  { table: 'staff', id: forAccountId },
]

function accountsOf(state: State, { accountId, forAccountId }: z.infer<typeof Both>): Result<{ readonly deputy: Staff; readonly lender: Staff }> {
  const deputy = state.get('staff', accountId)
  const lender = state.get('staff', forAccountId)
  return deputy && lender ? ok({ deputy, lender }) : refuse('commands/record-missing', { table: 'staff' })
}

/** Lets somebody stand in for a person between two days, with that person's rights (Vertretung). */
export const setDeputy = defineCommand({
  name: 'staff.set-deputy',
  version: 1,
  input: Both.extend({ firstDay: z.iso.date(), lastDay: z.iso.date() }),
  offline: 'online-only',
  roles: ROLES,
  onlyIfUnchanged: false,
  reads: bothAccounts,
  decide: (state, input, { actor, now }) => {
    const accounts = accountsOf(state, input)
    if (!accounts.ok) return accounts
    const { deputy, lender } = accounts.value
    const allowed = mayLend(actor, lender, deputy)
    if (!allowed.ok) return allowed
    const period = periodOf(input.firstDay, input.lastDay, now)
    if (!period.ok) return period
    const changed = withDeputyship(deputy, { forPersonId: lender.personId, ...period.value }, now)
    return changed.ok ? ok([{ table: 'staff', row: changed.value }]) : changed
  },
})

/** Ends a deputyship before its time, or takes one back that has not begun. */
export const endDeputy = defineCommand({
  name: 'staff.end-deputy',
  version: 1,
  input: Both.extend({ from: Instant }),
  offline: 'online-only',
  roles: ROLES,
  onlyIfUnchanged: false,
  reads: bothAccounts,
  decide: (state, input, { actor, now }) => {
    const accounts = accountsOf(state, input)
    if (!accounts.ok) return accounts
    const { deputy, lender } = accounts.value
    if (!mayEnd(actor, lender, deputy)) return refuse('commands/not-allowed')
    const changed = withoutDeputyship(deputy, { forPersonId: lender.personId, from: input.from }, now)
    return changed.ok ? ok([{ table: 'staff', row: changed.value }]) : changed
  },
})

export const deputyCommands = [setDeputy, endDeputy] as const
