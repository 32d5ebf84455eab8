import type { RecordRef } from '../../shared/command.ts'
import type { CommandOnWire } from '../../shared/wire/commands.ts'
import type { Touched } from '../store/commit.ts'

/**
 * Whether a record still is what the person saw: the version the desk knew, moved on only by the person's own commands
 * before this one. `before` are the rows those touched, oldest first.
 */
export function isUnchanged(
  record: RecordRef,
  version: number,
  basedOn: CommandOnWire['basedOn'],
  before: readonly (readonly Touched[])[],
): boolean {
  const isIt = (other: RecordRef): boolean => other.table === record.table && other.id === record.id
  let known = basedOn.find(isIt)?.version ?? 0
  for (const touched of before) {
    const step = touched.find(isIt)
    // A command whose effect the desk had pulled already begins below what it knew and is passed over.
    if (step && step.before === known) known = step.after
  }
  return known === version
}
