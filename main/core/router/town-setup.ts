import { implement } from '@orpc/server'
import { coreContract } from '../../../shared/contract/contract.ts'
import type { Desk } from '../desk.ts'
import { atTheService } from './at-the-service.ts'

export function townSetupRouter(desk: Desk) {
  const os = implement(coreContract.townSetup)
  return {
    state: os.state.handler(() => atTheService(desk, ({ townSetup }) => townSetup.state())),
    look: os.look.handler(() => atTheService(desk, ({ townSetup }) => townSetup.look())),
    setBranding: os.setBranding.handler(({ input }) => atTheService(desk, ({ townSetup }) => townSetup.setBranding(input))),
    addDepartment: os.addDepartment.handler(({ input }) => atTheService(desk, ({ townSetup }) => townSetup.addDepartment(input))),
    addPerson: os.addPerson.handler(({ input }) => atTheService(desk, ({ townSetup }) => townSetup.addPerson(input))),
    testMail: os.testMail.handler(({ input }) => atTheService(desk, ({ townSetup }) => townSetup.testMail(input))),
  }
}

export function serviceExchangeRouter(desk: Desk) {
  const os = implement(coreContract.serviceExchange)
  return {
    file: os.file.handler(() => atTheService(desk, ({ serviceExchange }) => serviceExchange.file())),
    look: os.look.handler(({ input }) => atTheService(desk, ({ serviceExchange }) => serviceExchange.look(input))),
    take: os.take.handler(({ input }) => atTheService(desk, ({ serviceExchange }) => serviceExchange.take(input))),
    undo: os.undo.handler(({ input }) => atTheService(desk, ({ serviceExchange }) => serviceExchange.undo(input))),
  }
}
