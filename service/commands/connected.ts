import { commandNamed } from '../../shared/commands.ts'
import { recordKey, stateOf, type RecordRef } from '../../shared/command.ts'
import type { CommandOnWire } from '../../shared/wire/commands.ts'

/**
 * Splits a batch into groups that have no record and no predecessor in common. Within a group the order stays; groups
 * may run beside each other.
 */
export function connectedCommands(commands: readonly CommandOnWire[]): readonly (readonly CommandOnWire[])[] {
  const groups: { readonly names: Set<string>; readonly commands: CommandOnWire[] }[] = []
  for (const command of commands) {
    const names = namesOf(command)
    const [first, ...others] = groups.filter(group => names.some(name => group.names.has(name)))
    const group = first ?? { names: new Set<string>(), commands: [] }
    if (!first) groups.push(group)
    for (const other of others) {
      for (const name of other.names) group.names.add(name)
      group.commands.push(...other.commands)
      groups.splice(groups.indexOf(other), 1)
    }
    for (const name of names) group.names.add(name)
    group.commands.push(command)
  }
  return groups.map(group => group.commands)
}

/** Everything by which a command hangs together with others: itself, what it builds on, the records it names. */
const namesOf = (command: CommandOnWire): readonly string[] => [
  command.id,
  ...command.after,
  ...command.basedOn.map(recordKey),
  ...recordsNamed(command).map(recordKey),
]

function recordsNamed(command: CommandOnWire): readonly RecordRef[] {
  const definition = commandNamed(command.name)
  const input = definition?.input.safeParse(command.input)
  return definition && input?.success ? definition.reads(input.data, stateOf(new Map())) : []
}
