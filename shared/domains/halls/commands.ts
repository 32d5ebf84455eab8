import { approveHall, cancelHall, contractHall, handOverKey, priceHall, refuseHall, takeKeyBack } from './booking-commands.ts'
import { setHall } from './hall-commands.ts'
import { requestHall } from './request-command.ts'

export const hallCommands = [setHall, requestHall, approveHall, refuseHall, priceHall, contractHall, handOverKey, takeKeyBack, cancelHall] as const
