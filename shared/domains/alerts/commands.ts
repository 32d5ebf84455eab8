import { catalogueCommands } from './catalogue-commands.ts'
import { composeCommands } from './compose-commands.ts'
import { releaseCommands } from './release-commands.ts'
import { warningCommands } from './warning-commands.ts'

export const alertCommands = [...composeCommands, ...releaseCommands, ...catalogueCommands, ...warningCommands] as const
