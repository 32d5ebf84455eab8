import { implement } from '@orpc/server'
import { coreContract } from '../../../shared/contract/contract.ts'
import type { Desk } from '../desk.ts'
import { atTheService } from './at-the-service.ts'

export function portalLinkRouter(desk: Desk) {
  const os = implement(coreContract.portalLink)
  return {
    state: os.state.handler(() => atTheService(desk, ({ portalLink }) => portalLink.state())),
    look: os.look.handler(() => atTheService(desk, ({ portalLink }) => portalLink.look())),
    renewKey: os.renewKey.handler(({ input }) => atTheService(desk, ({ portalLink }) => portalLink.renewKey(input))),
    confirmKey: os.confirmKey.handler(({ input }) => atTheService(desk, ({ portalLink }) => portalLink.confirmKey(input))),
    mapping: os.mapping.handler(({ input }) => atTheService(desk, ({ portalLink }) => portalLink.mapping(input))),
    addMapping: os.addMapping.handler(({ input }) => atTheService(desk, ({ portalLink }) => portalLink.addMapping(input))),
    changeMapping: os.changeMapping.handler(({ input }) => atTheService(desk, ({ portalLink }) => portalLink.changeMapping(input))),
    tryMapping: os.tryMapping.handler(({ input }) => atTheService(desk, ({ portalLink }) => portalLink.tryMapping(input))),
    putMappingToUse: os.putMappingToUse.handler(({ input }) => atTheService(desk, ({ portalLink }) => portalLink.putMappingToUse(input))),
  }
}
