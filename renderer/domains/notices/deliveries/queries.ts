import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { DELIVERY_ORDERS, type CaseDelivery, type DeliveryFilter, type DeliveryLine } from '../../../../shared/contract/notice-deliveries.ts'
import type { NoticeKind } from '../../../../shared/domains/notices/tables.ts'
import type { ApplicationId } from '../../../../shared/ids.ts'
import { useCore } from '../../../core-client/core-context.tsx'
import { answerOf, type Answer } from '../../../ui/answer.ts'
import type { ReadRows } from '../../../ui/grid-rows.ts'

/** Reads windows of the deliveries that a filter lets through, as they are in order now. */
export function useDeliveryReader(filter: DeliveryFilter): ReadRows<DeliveryLine> {
  const { client } = useCore()
  return useMemo(() => async (start, end, { field, direction }) => {
    const order = DELIVERY_ORDERS.find(name => name === field) ?? 'day'
    return { ...await client.noticeDeliveries.list({ ...filter, order, isDescending: direction === 'desc', start, end }), capped: false }
  }, [client, filter])
}

/** The kinds of notice of the departments a person works for. */
export function useNoticeKinds(): readonly NoticeKind[] {
  const { queries } = useCore()
  return useQuery(queries.notices.kinds.queryOptions()).data?.kinds ?? []
}

/** The letters of a case, the newest first. */
export function useCaseDeliveries(applicationId: ApplicationId): Answer<{ readonly deliveries: readonly CaseDelivery[] }> {
  const { queries } = useCore()
  return answerOf(useQuery(queries.noticeDeliveries.ofCase.queryOptions({ input: { applicationId } })))
}
