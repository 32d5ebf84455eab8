import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { NOTICE_ORDERS, type NoticeFilter, type NoticeLine, type ShownNotice, type ShownRun, type WholeRun } from '../../../shared/contract/notices.ts'
import type { SampledNotice } from '../../../shared/domains/notices/sample.ts'
import type { NoticeId, NoticeRunId } from '../../../shared/ids.ts'
import { useCore } from '../../core-client/core-context.tsx'
import type { ReadRows } from '../../ui/grid-rows.ts'

/** All runs, the newest first; undefined until they have been read. */
export function useNoticeRuns(): readonly ShownRun[] | undefined {
  const { queries } = useCore()
  return useQuery(queries.notices.runs.queryOptions()).data?.runs
}

/** One run with what is in it; null where there is none, undefined until it has been read. */
export function useWholeRun(runId: NoticeRunId | undefined): WholeRun | null | undefined {
  const { queries } = useCore()
  return useQuery(queries.notices.run.queryOptions({ input: runId ? { runId } : skipToken })).data?.whole
}

/** One notice; the one before stays until it is here. */
export function useNotice(noticeId: NoticeId | undefined): ShownNotice | null | undefined {
  const { queries } = useCore()
  return useQuery({ ...queries.notices.one.queryOptions({ input: noticeId ? { noticeId } : skipToken }), placeholderData: keepPreviousData }).data?.notice
}

/** Notices to be looked at before a run is released; undefined until they have been drawn. */
export function useSample(runId: NoticeRunId, seed: number): readonly SampledNotice[] | undefined {
  const { queries } = useCore()
  return useQuery(queries.notices.sample.queryOptions({ input: { runId, seed } })).data?.sample
}

/** Reads windows of the notices of a run as they are filtered and in order now. */
export function useNoticeReader(runId: NoticeRunId, filter: NoticeFilter, text: string): ReadRows<NoticeLine> {
  const { client } = useCore()
  return useMemo(() => async (start, end, { field, direction }) => {
    const order = NOTICE_ORDERS.find(name => name === field) ?? 'number'
    return { ...await client.notices.list({ runId, filter, text, order, isDescending: direction === 'desc', start, end }), capped: false }
  }, [client, runId, filter, text])
}
