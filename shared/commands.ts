import type { Command } from './command.ts'
import { ask, extend, resume } from './domains/applications/clock-commands.ts'
import { applicationCommands } from './domains/applications/commands.ts'
import { messageCommands } from './domains/messages/commands.ts'

/** Every command there is, by name: the one list that contract, outbox, wire and pipeline derive from. */
export const COMMANDS = [...applicationCommands, ask, resume, extend, ...messageCommands] as const

const byName: ReadonlyMap<string, Command<unknown>> = new Map(
  COMMANDS.map(command => [command.name, command as unknown as Command<unknown>]),
)

export const commandNamed = (name: string): Command<unknown> | undefined => byName.get(name)
