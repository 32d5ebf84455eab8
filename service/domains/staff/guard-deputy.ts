import { setDeputy } from '../../../shared/domains/staff/deputy-commands.ts'
import { mayLend } from '../../../shared/domains/staff/deputies.ts'
import type { Guards } from '../../commands/context.ts'
import { accountsOfPerson } from '../../store/rights.ts'

/** A person with several accounts lends what all of them may together, so that is what the rule has to be asked about. */
export const guardDeputy: Guards = async (trx, { input, state, moment: { actor } }) => {
  const { accountId, forAccountId } = setDeputy.input.parse(input)
  const deputy = state.get('staff', accountId)
  const lender = state.get('staff', forAccountId)
  if (!deputy || !lender) throw new Error('a deputyship was agreed to without its accounts')
  const accounts = await accountsOfPerson(trx, actor.townId, lender.personId)
  const grants = accounts.filter(({ active }) => active).flatMap(account => account.grants)
  const allowed = mayLend(actor, { ...lender, grants }, deputy)
  return allowed.ok ? null : allowed.error
}
