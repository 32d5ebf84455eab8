import { useQuery } from '@tanstack/react-query'
import type { Replacements } from '../../../../shared/contract/notice-links.ts'
import type { NoticeId } from '../../../../shared/ids.ts'
import { useCore } from '../../../core-client/core-context.tsx'

/** What a notice replaces and what takes its place; undefined until it has been read. */
export function useReplacements(noticeId: NoticeId): Replacements | undefined {
  const { queries } = useCore()
  return useQuery(queries.noticeLinks.replacements.queryOptions({ input: { noticeId } })).data
}
