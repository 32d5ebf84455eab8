import { catalogueCommands } from './catalogue-commands.ts'
import { documentDose } from './document-command.ts'
import { recallCommands } from './recall-commands.ts'
import { recordCommands } from './record-commands.ts'
import { setRules } from './rules.ts'
import { sessionCommands } from './session-commands.ts'
import { visitCommands } from './visit-commands.ts'

export const vaccinationCommands = [...catalogueCommands, setRules, ...sessionCommands, ...visitCommands, documentDose, ...recordCommands, ...recallCommands] as const
