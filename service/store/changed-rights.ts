import type { Kysely } from 'kysely'
import * as z from 'zod'
import { Role, type Grant } from '../../shared/actor.ts'
import { recordKey, type Change } from '../../shared/command.ts'
import { differingGrants } from '../../shared/domains/staff/grants.ts'
import type { Staff } from '../../shared/domains/staff/tables.ts'
import type { TownId } from '../../shared/ids.ts'
import { loadRecords } from './records.ts'
import type { Schema } from './schema.ts'

/** A right that an account (its id) or a group of the town's own sign-in got or lost. Kept in the audit log: it can be asked who gave what long after the feed has forgotten. */
export const ChangedRight = z.object({
  kind: z.enum(['given', 'taken']), accountId: z.string().nullable(), role: Role, departmentId: z.string().nullable(),
  /** By which group it came, or whose right it is where there is no account. */
  group: z.string().nullable(),
})
export type ChangedRight = Readonly<z.infer<typeof ChangedRight>>

/** What became different for an account, or for a group where `accountId` is null. */
export function changedRights(accountId: string | null, before: readonly Grant[], after: readonly Grant[], ofGroup: string | null = null): readonly ChangedRight[] {
  const { added, removed } = differingGrants(before, after)
  const told = (kind: ChangedRight['kind']) => ({ role, departmentId, fromGroup }: Grant): ChangedRight => ({ kind, accountId, role, departmentId, group: ofGroup ?? fromGroup ?? null })
  return [...added.map(told('given')), ...removed.map(told('taken'))]
}

/** Of accounts that are about to be written; whoever has left has none. To be called before. */
export async function rightsChangedBy(trx: Kysely<Schema>, townId: TownId, changes: readonly Change[]): Promise<readonly ChangedRight[]> {
  const accounts = changes.flatMap(change => (change.table === 'staff' ? [change.row] : []))
  if (accounts.length === 0) return []
  const before = await loadRecords(trx, townId, accounts.map(({ id }) => ({ table: 'staff', id })), true)
  return accounts.flatMap(account => changedRights(account.id, rightsOf(before.get(recordKey({ table: 'staff', id: account.id })) as Staff | undefined), rightsOf(account)))
}

const rightsOf = (account: Pick<Staff, 'active' | 'grants'> | undefined): readonly Grant[] => (account?.active ? account.grants : [])
