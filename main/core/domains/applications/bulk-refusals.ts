import type { ErrorCode } from '../../../../shared/errors.ts'
import type { CommandId } from '../../../../shared/ids.ts'
import type { Database } from '../../cache/database.ts'
import { statement } from '../../cache/statements.ts'

interface LaterRefusal {
  readonly code: ErrorCode
  readonly facts: Readonly<Record<string, string | number>>
}

/** Which of these commands the service did not accept, and why. */
export function refusalsOf(db: Database, ids: readonly CommandId[]): ReadonlyMap<CommandId, LaterRefusal> {
  if (ids.length === 0) return new Map()
  const wanted = new Set<string>(ids)
  const rows = statement(db, `SELECT id, code, facts FROM outbox WHERE code IS NOT NULL AND state IN ('attention', 'settled')`).all() as
    { id: CommandId; code: ErrorCode; facts: string }[]
  return new Map(rows.filter(({ id }) => wanted.has(id)).map(({ id, code, facts }) => [id, { code, facts: JSON.parse(facts) as LaterRefusal['facts'] }]))
}
