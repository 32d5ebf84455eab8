import { implement } from '@orpc/server'
import { coreContract } from '../../../shared/contract/contract.ts'
import type { Desk } from '../desk.ts'
import { atTheService } from './at-the-service.ts'

export function auditRouter(desk: Desk) {
  const os = implement(coreContract.audit)
  return {
    search: os.search.handler(({ input }) => atTheService(desk, ({ audit }) => audit.search(input))),
    entry: os.entry.handler(({ input }) => atTheService(desk, ({ audit }) => audit.entry(input))),
    state: os.state.handler(() => atTheService(desk, ({ audit }) => audit.state())),
    verify: os.verify.handler(({ input }) => atTheService(desk, ({ audit }) => audit.verify(input))),
    checkAnchors: os.checkAnchors.handler(({ input }) => atTheService(desk, ({ audit }) => audit.checkAnchors(input))),
    exports: os.exports.handler(() => atTheService(desk, ({ audit }) => audit.exports())),
    export: os.export.handler(({ input }) =>
      atTheService(desk, async ({ auditExport }) => ({ content: Buffer.from(await auditExport(input)).toString('base64') }))),
  }
}

export function protectionRouter(desk: Desk) {
  const os = implement(coreContract.protection)
  return {
    overview: os.overview.handler(() => atTheService(desk, ({ protection }) => protection.overview())),
    record: os.record.handler(({ input }) => atTheService(desk, ({ protection }) => protection.record(input))),
    extend: os.extend.handler(({ input }) => atTheService(desk, ({ protection }) => protection.extend(input))),
    answer: os.answer.handler(({ input }) => atTheService(desk, ({ protection }) => protection.answer(input))),
  }
}
