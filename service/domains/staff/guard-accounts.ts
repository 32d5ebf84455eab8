import { sql, type Kysely } from 'kysely'
import { hasAdministrator } from '../../../shared/domains/staff/grants.ts'
import type { Staff } from '../../../shared/domains/staff/tables.ts'
import type { AccountId, TownId } from '../../../shared/ids.ts'
import type { Guards } from '../../commands/context.ts'
import { normalLogin } from '../../identity/accounts.ts'
import { allStaff } from '../../store/rights.ts'
import type { Schema } from '../../store/schema.ts'
import { lockTown } from '../../store/towns.ts'

/** The account as the command leaves it. */
const changedIn = ({ changes }: Parameters<Guards>[1]): readonly Staff[] => changes.flatMap(change => (change.table === 'staff' ? [change.row] : []))

/** Also one that is switched off has its login: its name stands in the histories of cases. */
async function isTaken(trx: Kysely<Schema>, townId: TownId, { id, login }: Staff): Promise<boolean> {
  const other = await trx.selectFrom('staff').select('id').where('town_id', '=', townId).where('id', '<>', id).where(sql`lower(login)`, '=', normalLogin(login)).executeTakeFirst()
  return other !== undefined
}

/** Nobody else signs in by this name, and somebody is left who administers the town. Asked for one change after the other. */
export const guardAccount: Guards = async (trx, context) => {
  const { townId } = context.moment.actor
  await lockTown(trx, townId)
  const changed = changedIn(context)
  for (const account of changed) if (await isTaken(trx, townId, account)) return { code: 'town-setup/known-login' }
  const byId = new Map<AccountId, Staff>(changed.map(account => [account.id, account]))
  const everyone = (await allStaff(trx, townId)).map(account => byId.get(account.id) ?? account)
  return hasAdministrator([...everyone, ...changed]) ? null : { code: 'staff/last-administrator' }
}
