import type { Database } from '../cache/database.ts'
import { statement } from '../cache/statements.ts'

/** How far this desk has read a scope: everything up to `position` in the life of `scopeEpoch` is in base. */
export interface HeldScope {
  readonly scope: string
  readonly position: number
  readonly scopeEpoch: string
}

export const heldScopes = (db: Database): readonly HeldScope[] =>
  statement(db, 'SELECT scope, position, scope_epoch AS scopeEpoch FROM scopes ORDER BY scope').all() as HeldScope[]

export const heldScope = (db: Database, scope: string): HeldScope | undefined =>
  heldScopes(db).find(held => held.scope === scope)

export const holdScope = (db: Database, held: HeldScope): void =>
  void statement(db, 'INSERT OR REPLACE INTO scopes (scope, position, scope_epoch) VALUES (@scope, @position, @scopeEpoch)').run(held)
