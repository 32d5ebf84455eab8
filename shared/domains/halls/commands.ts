import { approveHall, cancelHall, contractHall, handOverKey, refuseHall, takeKeyBack } from './booking-commands.ts'
import { correctHall } from './correct-command.ts'
import { setHall } from './hall-commands.ts'
import { requestHall } from './request-command.ts'

export const hallCommands = [setHall, requestHall, approveHall, refuseHall, correctHall, contractHall, handOverKey, takeKeyBack, cancelHall] as const
