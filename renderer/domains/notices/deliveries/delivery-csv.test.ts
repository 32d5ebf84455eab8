import { expect, test } from 'vitest'
import type { DeliveryLine } from '../../../../shared/contract/notice-deliveries.ts'
import { ApplicationId, AttachmentId, derivedUuid, NoticeId, NoticeRunId } from '../../../../shared/ids.ts'
import { recordOf } from './delivery-csv.ts'

const LINE = { name: 'Änne Großkopf', reference: '1', kindTitle: 'Hundesteuer', channel: 'post', registered: null, state: 'dispatched', day: null, letterId: '' } as const
const idOf = (label: string): string => derivedUuid('deliveries', label)

test('a secrecy is known by the notice, and where a decision was sent by its case: the letter itself is marked nowhere', () => {
  const notice: DeliveryLine = { ...LINE, id: NoticeId.parse(idOf('notice')), runId: NoticeRunId.parse(idOf('run')), applicationId: null }
  const decision: DeliveryLine = { ...LINE, id: AttachmentId.parse(idOf('letter')), runId: null, applicationId: ApplicationId.parse(idOf('case')) }
  expect([recordOf(notice), recordOf(decision)]).toEqual([idOf('notice'), idOf('case')])
})
