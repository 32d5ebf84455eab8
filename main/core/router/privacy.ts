import { implement } from '@orpc/server'
import { coreContract } from '../../../shared/contract/contract.ts'
import { ok, refuse, type Result } from '../../../shared/result.ts'
import type { Desk } from '../desk.ts'
import { failureOf } from '../network/failures.ts'
import type { Network } from '../network/network.ts'

/** Passes a question to the service and its answer back; without the service it is refused. */
async function atTheService<Value>(desk: Desk, ask: (network: Network) => Promise<Value>): Promise<Result<Value>> {
  const open = desk.shown()
  if (!open.ok) return open
  try {
    return ok(await ask(open.value.network))
  } catch (error) {
    return refuse(failureOf(error).code)
  }
}

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
