import type { Actor } from './actor.ts'
import { gatherNow, momentOf, recordKey, stateOf, type Change, type Command } from './command.ts'
import { decideCommand } from './decide.ts'
import { CommandId } from './ids.ts'
import type { Refusal } from './result.ts'
import type { AnyRow, RowOf, TableName } from './tables.ts'
import type { Instant } from './time.ts'

const COMMAND = CommandId.parse('0192a000-0000-7000-8000-00000000c0de')

/** Rows that commands change one after the other, as the service would, given by `usual` unless said otherwise; `run` answers `ok` or the refusal. */
export function rowsUnderCommands(first: readonly Change[], usual: Actor, now: Instant) {
  const rows = new Map<string, AnyRow>()
  const keep = (changes: readonly Change[]): void => {
    for (const { table, row } of changes) rows.set(recordKey({ table, id: row.id }), { ...row, version: row.version + 1 })
  }
  keep(first)
  return {
    run: <Input>(command: Command<Input>, input: Input, actor = usual): 'ok' | Refusal => {
      const gathered = gatherNow(command, input, record => rows.get(recordKey(record)))
      const decided = decideCommand(command, input, gathered, momentOf(actor, now, COMMAND))
      if (decided.ok) keep(decided.value)
      return decided.ok ? 'ok' : decided.error
    },
    get: <Name extends TableName>(table: Name, id: string): RowOf<Name> | undefined => stateOf(rows).get(table, id),
  }
}
