import { useQuery } from '@tanstack/react-query'
import type { PlaceId } from '../../../../shared/ids.ts'
import type { AttentionItem } from '../../../../shared/contract/status.ts'
import { useCore } from '../../../core-client/core-context.tsx'
import { visitorAt, type Visitor } from './visitor.ts'

export interface RefusedWalkIn extends Pick<AttentionItem, 'id' | 'code' | 'facts' | 'recordedAt'> {
  /** As they were typed. */
  readonly visitor: Visitor
}

/** Who was to be taken in here and was refused since, at once or hours later; until somebody has decided. */
export function useRefusedWalkIns(placeId: PlaceId): readonly RefusedWalkIn[] {
  const { queries } = useCore()
  const items = useQuery(queries.status.attention.queryOptions()).data?.items ?? []
  return items.flatMap(({ id, name, code, facts, recordedAt, input }) => {
    const visitor = name === 'appointments.walk-in' ? visitorAt(placeId, input) : undefined
    return visitor ? [{ id, code, facts, recordedAt, visitor }] : []
  })
}
