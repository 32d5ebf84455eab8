import { approveCards, blockCard, handOverCard, issueCards, refuseCards } from './decide-commands.ts'
import { setCardOrganisation } from './organisation-command.ts'
import { correctCard, renewCards, requestCard, withdrawCards } from './request-commands.ts'

export const serviceCardCommands = [setCardOrganisation, requestCard, renewCards, correctCard, withdrawCards, approveCards, refuseCards, issueCards, handOverCard, blockCard] as const
