import { grantsIn, type Grant } from './actor.ts'
import { departmentOf, personOf } from './scope.ts'
import { type Change, type Command, type Moment, type RecordRef, type State } from './command.ts'
import { refuse, type Result } from './result.ts'

/** What belongs to the whole town is managed by administrators of the whole town, and not by those of one department. */
const reachesTown = ({ role, departmentId }: Grant, row: { readonly scope: string } | undefined): boolean =>
  role !== 'administrator' || departmentId === null || (row !== undefined && departmentOf(row.scope) !== undefined)

/**
 * The part of every command that is the same for all: the records exist, the actor may, then the command's own rule.
 * Rights come before existence so that a refusal reveals nothing about rows the actor may not see.
 */
export function decideCommand<Input>(
  command: Command<Input>,
  input: Input,
  gathered: { readonly state: State; readonly records: readonly RecordRef[] },
  moment: Moment,
): Result<readonly Change[]> {
  const { state, records } = gathered
  const [first] = records
  const row = first && state.get(first.table, first.id)
  const held = moment.actor.grants.some(grant => command.roles.includes(grant.role) && reachesTown(grant, row))
  if (!held) return refuse('commands/not-allowed')
  if (first && !row && !command.mayMake) return refuse('commands/record-missing', { table: first.table })
  const owner = row && personOf(row.scope)
  if (owner && owner !== moment.actor.personId) return refuse('commands/record-missing', { table: first.table })
  if (first && row && departmentOf(row.scope) && grantsIn(moment.actor, command.roles, row.scope).length === 0)
    return refuse('commands/record-missing', { table: first.table })
  return command.decide(state, input, moment)
}
