import { useQuery } from '@tanstack/react-query'
import type { NoticeKind } from '../../../../shared/domains/notices/tables.ts'
import type { DepartmentId } from '../../../../shared/ids.ts'
import { useCore, usePerson } from '../../../core-client/core-context.tsx'

export interface NoticeChoices {
  readonly kinds: readonly NoticeKind[]
  /** Templates of notices that are in use. */
  readonly templates: readonly { readonly id: string; readonly title: string }[]
  readonly departments: readonly { readonly id: DepartmentId; readonly name: string }[]
}

/** What kinds of notices there are and can be made from; undefined until it has been read. */
export function useNoticeChoices(): NoticeChoices | undefined {
  const { queries } = useCore()
  const kinds = useQuery(queries.notices.kinds.queryOptions()).data?.kinds
  const town = useQuery(queries.letters.list.queryOptions()).data
  if (!kinds || !town) return undefined
  return {
    kinds,
    templates: town.templates.filter(({ outcome, state }) => outcome === 'notice' && state === 'offered'),
    departments: town.letterheads.map(({ id, name }) => ({ id, name })),
  }
}

/** The departments that this person leads. */
export function useLedDepartments(departments: NoticeChoices['departments']): NoticeChoices['departments'] {
  const { grants } = usePerson()
  return departments.filter(({ id }) => grants.some(({ role, departmentId }) => role === 'lead' && (departmentId === null || departmentId === id)))
}
