import type { Kysely } from 'kysely'
import { departed } from '../../../shared/domains/staff/account-commands.ts'
import type { Staff } from '../../../shared/domains/staff/tables.ts'
import type { TownId } from '../../../shared/ids.ts'
import type { Instant } from '../../../shared/time.ts'
import { commitChanges } from '../../store/commit.ts'
import { loadRecords } from '../../store/records.ts'
import { renewEpochs } from '../../store/rights.ts'
import type { Schema } from '../../store/schema.ts'
import { endEverything } from './complete-accounts.ts'

/** Switches off the accounts whose last day is over, which may nothing since then anyhow; how many these were. */
export async function endLeavers(db: Kysely<Schema>, townId: TownId, now: Instant): Promise<number> {
  return db.transaction().execute(async trx => {
    const due = await trx.selectFrom('staff').select('id').where('town_id', '=', townId).where('active', '=', true).where('leaves_at', '<=', now).orderBy('id').execute()
    const accounts = [...(await loadRecords(trx, townId, due.map(({ id }) => ({ table: 'staff', id }) as const), true)).values()] as readonly Staff[]
    for (const account of accounts) {
      const left = departed(account)
      await renewEpochs(trx, { townId, at: now }, account, left)
      const others = await endEverything(trx, townId, left, now)
      await commitChanges(trx, { townId, actor: null, action: 'staff.left', commandId: null, at: now }, [{ table: 'staff', row: left }, ...others])
    }
    return accounts.length
  })
}
