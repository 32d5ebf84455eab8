import { implement } from '@orpc/server'
import { coreContract } from '../../../shared/contract/contract.ts'
import type { Desk } from '../desk.ts'
import { atTheService } from './at-the-service.ts'

export function privacyRouter(desk: Desk) {
  const os = implement(coreContract.privacy)
  return {
    preview: os.preview.handler(() => atTheService(desk, ({ privacy }) => privacy.preview())),
    run: os.run.handler(({ input }) => atTheService(desk, ({ privacy }) => privacy.run(input))),
    runs: os.runs.handler(() => atTheService(desk, ({ privacy }) => privacy.runs())),
    people: os.people.handler(({ input }) => atTheService(desk, ({ privacy }) => privacy.people(input))),
    accessLog: os.accessLog.handler(({ input }) => atTheService(desk, ({ privacy }) => privacy.accessLog(input))),
    export: os.export.handler(({ input }) =>
      atTheService(desk, async ({ personExport }) => ({ content: Buffer.from(await personExport(input.id)).toString('base64') }))),
  }
}
