import { useQuery } from '@tanstack/react-query'
import type { Colleague } from '../../../../shared/contract/handling.ts'
import type { DepartmentId } from '../../../../shared/ids.ts'
import { useCore } from '../../../core-client/core-context.tsx'

/** Who can take cases of a department (null: of any of the person's), as it is when the dialog opens; undefined until it has been read. */
export function useColleagues(departmentId: DepartmentId | null): readonly Colleague[] | undefined {
  const { queries } = useCore()
  return useQuery(queries.handling.colleagues.queryOptions({ input: { departmentId }, gcTime: 0 })).data?.people
}

/** Tags in use, as they are when the dialog opens. */
export function useKnownTags(): readonly string[] {
  const { queries } = useCore()
  return useQuery(queries.handling.tags.queryOptions({ gcTime: 0 })).data?.tags ?? []
}
