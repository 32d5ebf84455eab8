import type { Transaction } from 'kysely'
import type { Change } from '../../../shared/command.ts'
import { withoutDeputyship } from '../../../shared/domains/staff/deputies.ts'
import type { Staff } from '../../../shared/domains/staff/tables.ts'
import type { TownId } from '../../../shared/ids.ts'
import type { Instant } from '../../../shared/time.ts'
import type { Completion } from '../../commands/context.ts'
import { endSignIns } from '../../identity/payloads.ts'
import { loadRecords } from '../../store/records.ts'
import { accountsOfPerson, allStaff, renewEpochs } from '../../store/rights.ts'
import type { Schema } from '../../store/schema.ts'
import { completeRights } from './complete-rights.ts'

/** A new login holds from the next sign-in on: what was signed in by the old one ends, and rights begin new lives of their scopes. */
export const completeAccount: Completion = async (trx, context) => {
  const { changes, state, moment: { actor: { townId } } } = context
  for (const change of changes)
    if (change.table === 'staff' && state.get('staff', change.row.id)?.login !== change.row.login) await endSignIns(trx, townId, change.row.id)
  return completeRights(trx, context)
}

/** Whoever leaves at once is signed out everywhere, and nobody stands in for them any more. */
export const completeLeaving: Completion = async (trx, context) => {
  const { changes, moment: { actor: { townId }, now } } = context
  const gone = changes.flatMap(change => (change.table === 'staff' && !change.row.active ? [change.row] : []))
  const ended: Change[] = []
  for (const account of gone) ended.push(...(await endEverything(trx, townId, account, now)))
  return [...(await completeRights(trx, context)), ...ended]
}

/** Ends the sign-ins of an account that is left, and the deputyships for its person where this was the last one; the rows that change. */
export async function endEverything(trx: Transaction<Schema>, townId: TownId, left: Staff, now: Instant): Promise<readonly Change[]> {
  await endSignIns(trx, townId, left.id)
  const others = (await accountsOfPerson(trx, townId, left.personId)).filter(({ id, active }) => id !== left.id && active)
  if (others.length > 0) return []
  const changes: Change[] = []
  const deputies = (await allStaff(trx, townId)).filter(account => withoutDeputyshipsFor(account, left, now) !== account)
  // Locked, and as they are then: their whole rows are written.
  const locked = await loadRecords(trx, townId, deputies.map(({ id }) => ({ table: 'staff', id }) as const), true)
  for (const deputy of [...locked.values()] as readonly Staff[]) {
    const freed = withoutDeputyshipsFor(deputy, left, now)
    if (freed === deputy) continue
    await renewEpochs(trx, { townId, at: now }, deputy, freed)
    changes.push({ table: 'staff', row: freed })
  }
  return changes
}

function withoutDeputyshipsFor(deputy: Staff, left: Staff, now: Instant): Staff {
  return deputy.deputyships.filter(({ forPersonId, until }) => forPersonId === left.personId && until > now).reduce((account, deputyship) => {
    const ended = withoutDeputyship(account, deputyship, now)
    return ended.ok ? ended.value : account
  }, deputy)
}

/** Behind all departments that are there. */
export const completeDepartment: Completion = async (trx, { changes, moment: { actor: { townId } } }) => {
  const last = await trx.selectFrom('departments').select('position').where('town_id', '=', townId).orderBy('position', 'desc').limit(1).executeTakeFirst()
  return changes.map(change => (change.table === 'departments' ? { ...change, row: { ...change.row, position: (last?.position ?? 0) + 1 } } : change))
}
