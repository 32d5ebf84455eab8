import { useQuery } from '@tanstack/react-query'
import type { EditedService, ServiceLine } from '../../../../shared/contract/services.ts'
import type { ServiceId } from '../../../../shared/ids.ts'
import { useCore } from '../../../core-client/core-context.tsx'
import { answerOf, type Answer } from '../../../ui/answer.ts'

export interface TownServices {
  readonly services: readonly ServiceLine[]
  readonly departments: readonly { readonly id: string; readonly name: string }[]
}

/** Every service with its drafts, and the departments; undefined while they are being read. */
export function useTownServices(): TownServices | undefined {
  const { queries } = useCore()
  return useQuery(queries.services.list.queryOptions()).data
}

export function useEditedService(id: ServiceId): Answer<EditedService> {
  const { queries } = useCore()
  return answerOf(useQuery(queries.services.get.queryOptions({ input: { id } })))
}
