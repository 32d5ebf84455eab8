import { useQuery } from '@tanstack/react-query'
import type { EditedTemplate, LetterheadLine, TemplateLine } from '../../../shared/contract/letters.ts'
import type { TemplateId } from '../../../shared/domains/letters/tables.ts'
import type { DepartmentId, ServiceId } from '../../../shared/ids.ts'
import type { Bilingual } from '../../../shared/json.ts'
import { useCore } from '../../core-client/core-context.tsx'
import type { RefusalShown } from '../../ui/error-sentences.ts'

export interface TownLetters {
  readonly templates: readonly TemplateLine[]
  readonly letterheads: readonly LetterheadLine[]
  readonly services: readonly { readonly id: ServiceId; readonly title: Bilingual; readonly departmentId: DepartmentId }[]
}

/** Every template with its draft, and the letterheads of all departments; undefined while they are being read. */
export function useTownLetters(): TownLetters | undefined {
  const { queries } = useCore()
  return useQuery(queries.letters.list.queryOptions()).data
}

export type EditedAnswer =
  | { readonly kind: 'loading' }
  | { readonly kind: 'refused'; readonly refusal: RefusalShown }
  | { readonly kind: 'here'; readonly edited: EditedTemplate }

export function useEditedTemplate(id: TemplateId): EditedAnswer {
  const { queries } = useCore()
  const { data, isError } = useQuery(queries.letters.get.queryOptions({ input: { id } }))
  if (isError && !data) return { kind: 'refused', refusal: { code: 'request/unexpected' } }
  if (!data) return { kind: 'loading' }
  return data.ok ? { kind: 'here', edited: data.value } : { kind: 'refused', refusal: data.error }
}
