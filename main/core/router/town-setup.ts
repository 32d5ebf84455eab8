import { implement } from '@orpc/server'
import { coreContract } from '../../../shared/contract/contract.ts'
import type { Desk } from '../desk.ts'
import { atTheService } from './at-the-service.ts'

export function townSetupRouter(desk: Desk) {
  const os = implement(coreContract.townSetup)
  return {
    state: os.state.handler(() => atTheService(desk, ({ townSetup }) => townSetup.state())),
    setBranding: os.setBranding.handler(({ input }) => atTheService(desk, ({ townSetup }) => townSetup.setBranding(input))),
  }
}
