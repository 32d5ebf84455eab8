import type { Database } from '../cache/database.ts'
import { statement } from '../cache/statements.ts'

/** How far this desk has read a scope: everything up to `position` in the life of `scopeEpoch` is in base. */
export interface HeldScope {
  readonly scope: string
  readonly position: number
  readonly scopeEpoch: string
}

/** Stands for a scope of which rows may lie here, but no complete state. */
const TO_LOAD = -1

/** Every scope of which this disk may hold rows. */
export const scopesOnDisk = (db: Database): readonly HeldScope[] =>
  statement(db, 'SELECT scope, position, scope_epoch AS scopeEpoch FROM scopes ORDER BY scope').all() as HeldScope[]

/** How far a scope was read, or undefined while it has to be loaded. */
export const heldScope = (db: Database, scope: string): HeldScope | undefined =>
  scopesOnDisk(db).find(held => held.scope === scope && held.position !== TO_LOAD)

export const holdScope = (db: Database, held: HeldScope): void =>
  void statement(db, 'INSERT OR REPLACE INTO scopes (scope, position, scope_epoch) VALUES (@scope, @position, @scopeEpoch)').run(held)

/** Notes that a scope has to be loaded (anew). Rows that are here stay until they are replaced, or until the person loses the scope. */
export const awaitLoad = (db: Database, scope: string): void => holdScope(db, { scope, position: TO_LOAD, scopeEpoch: '' })
