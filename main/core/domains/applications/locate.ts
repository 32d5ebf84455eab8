import type { ListQuery } from '../../../../shared/contract/applications.ts'
import type { ApplicationId } from '../../../../shared/ids.ts'
import { getEffective } from '../../cache/rows.ts'
import { listWhole, type ListParts } from './list.ts'

/** Where a case stands in a list, or null when it is not in it. */
export async function locate(parts: ListParts, query: ListQuery & { readonly id: ApplicationId }): Promise<{ readonly index: number | null }> {
  const list = await listWhole(parts, query)
  const number = getEffective(parts.db, 'applications', query.id)?.number
  for (let index = 0; number !== undefined && index < list.length; index++) if (list.at(index) === number) return { index }
  return { index: null }
}
