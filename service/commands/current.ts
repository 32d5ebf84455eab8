import type { Actor } from '../../shared/actor.ts'
import type { RecordRef, State } from '../../shared/command.ts'
import { scopesOf } from '../../shared/domains/staff/rights.ts'
import { departmentOf, isArchiveScope, type Scope } from '../../shared/scope.ts'
import type { TableName } from '../../shared/tables.ts'
import type { RowOnWire } from '../../shared/wire/commands.ts'

/** As many rows as an answer may carry. */
const MOST = 50

/** What everybody only looks up. Every desk has it by the feed; beside a refusal it would be large and say nothing. */
const LOOKED_UP: readonly TableName[] = ['services', 'forms', 'letter_templates', 'text_blocks', 'departments', 'staff']

/** The records of a refused command as they stand now: the first, and those of cases, in the actor's scopes only. */
export function visibleRows(actor: Actor, read: { readonly records: readonly RecordRef[]; readonly state: State }): RowOnWire[] {
  const rows = read.records.flatMap(({ table, id }, index) => {
    const row = index > 0 && LOOKED_UP.includes(table) ? undefined : read.state.get(table, id)
    return row && isVisible(actor, row.scope) ? [{ table, id, row }] : []
  })
  return rows.slice(0, MOST)
}

/** What lies in the archive is told only to whoever says what for. */
function isVisible(actor: Actor, scope: string): boolean {
  if (isArchiveScope(scope)) return false
  return scopesOf(actor, departmentOf(scope) ? [scope as Scope] : []).includes(scope as Scope)
}
