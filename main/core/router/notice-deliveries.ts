import { implement } from '@orpc/server'
import { coreContract } from '../../../shared/contract/contract.ts'
import type { Desk } from '../desk.ts'
import { ok } from '../../../shared/result.ts'
import { seen } from './applications.ts'
import { atTheService } from './at-the-service.ts'
import { shownDesk } from './guard.ts'

export function noticeDeliveriesRouter(desk: Desk) {
  const os = implement(coreContract.noticeDeliveries)
  return {
    list: os.list.handler(({ input }) => shownDesk(desk).noticeDeliveries.list(input)),
    ofCase: os.ofCase.handler(({ input: { applicationId } }) => {
      const open = desk.shown()
      if (!open.ok) return open
      const found = seen(open.value, applicationId)
      return found.ok ? ok({ deliveries: open.value.noticeDeliveries.ofCase(applicationId) }) : found
    }),
    toPrint: os.toPrint.handler(({ input: { runId } }) => ({ files: shownDesk(desk).noticeDeliveries.toPrint(runId) })),
    printFile: os.printFile.handler(({ input }) => atTheService(desk, async ({ noticePrintFile }) => ({ pdf: Buffer.from(await noticePrintFile(input)).toString('base64') }))),
    proof: os.proof.handler(({ input }) => atTheService(desk, network => network.noticeProof(input))),
    decisionProof: os.decisionProof.handler(({ input }) => atTheService(desk, network => network.letterProof(input))),
    booking: os.booking.handler(({ input: { runId } }) => ({ csv: shownDesk(desk).noticeDeliveries.booking(runId) })),
  }
}
