import { useQuery } from '@tanstack/react-query'
import type { EditedService, ServiceLine } from '../../../../shared/contract/services.ts'
import type { ServiceId } from '../../../../shared/ids.ts'
import { useCore } from '../../../core-client/core-context.tsx'
import type { RefusalShown } from '../../../ui/error-sentences.ts'

export interface TownServices {
  readonly services: readonly ServiceLine[]
  readonly departments: readonly { readonly id: string; readonly name: string }[]
}

/** Every service with its drafts, and the departments; undefined while they are being read. */
export function useTownServices(): TownServices | undefined {
  const { queries } = useCore()
  return useQuery(queries.services.list.queryOptions()).data
}

export type EditedAnswer =
  | { readonly kind: 'loading' }
  | { readonly kind: 'refused'; readonly refusal: RefusalShown }
  | { readonly kind: 'here'; readonly edited: EditedService }

export function useEditedService(id: ServiceId): EditedAnswer {
  const { queries } = useCore()
  const { data, isError } = useQuery(queries.services.get.queryOptions({ input: { id } }))
  if (isError && !data) return { kind: 'refused', refusal: { code: 'request/unexpected' } }
  if (!data) return { kind: 'loading' }
  return data.ok ? { kind: 'here', edited: data.value } : { kind: 'refused', refusal: data.error }
}
