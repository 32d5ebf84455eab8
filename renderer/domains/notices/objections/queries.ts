import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import type { FoundNotice, ObjectedNotice } from '../../../../shared/contract/notice-links.ts'
import type { ApplicationId } from '../../../../shared/ids.ts'
import { useCore } from '../../../core-client/core-context.tsx'

/** Notices against which a case is the objection, and whether there are any to choose from; undefined until they have been read. */
export function useObjections(applicationId: ApplicationId): { readonly notices: readonly ObjectedNotice[]; readonly canLink: boolean } | undefined {
  const { queries } = useCore()
  return useQuery(queries.noticeLinks.objections.queryOptions({ input: { applicationId } })).data
}

const LEAST_LETTERS = 2

/** Notices that went out in which these words stand. */
export function useFoundNotices(text: string): { readonly notices: readonly FoundNotice[]; readonly isSearching: boolean; readonly isTooShort: boolean } {
  const { queries } = useCore()
  const words = text.trim()
  const isTooShort = words.length < LEAST_LETTERS
  const { data, isFetching } = useQuery({ ...queries.noticeLinks.find.queryOptions({ input: isTooShort ? skipToken : { text: words } }), placeholderData: keepPreviousData, gcTime: 5_000 })
  return { notices: isTooShort ? [] : (data?.notices ?? []), isSearching: isFetching, isTooShort }
}
