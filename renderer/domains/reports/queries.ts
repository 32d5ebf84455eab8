import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { DepartmentFigures, Report, ReportQuery } from '../../../shared/contract/reports.ts'
import { useCore } from '../../core-client/core-context.tsx'
import type { TownFigures, TownFiguresQuery } from '../../../shared/wire/reports.ts'
import type { RefusalShown } from '../../ui/error-sentences.ts'
import { useLanguage } from '../../ui/use-language.ts'

export interface ReportAnswer {
  readonly report: Report | undefined
  readonly refusal: RefusalShown | undefined
  readonly isRunning: boolean
  readonly askAgain: () => void
}

/** A report stays as it was told: it says as of when, and is worked out anew when it is a minute old or asked for. */
const STANDS_MS = 60_000

export function useReport(query: ReportQuery): ReportAnswer {
  const { queries } = useCore()
  const { data, isError, isFetching, refetch } = useQuery(
    queries.reports.report.queryOptions({ input: query, staleTime: STANDS_MS, placeholderData: before => before, gcTime: STANDS_MS }),
  )
  const refusal = isError ? { code: 'request/unexpected' as const } : data && !data.ok ? data.error : undefined
  return { report: data?.ok ? data.value : undefined, refusal, isRunning: isFetching, askAgain: () => void refetch() }
}

export interface TownAnswer {
  readonly town: TownFigures | undefined
  readonly refusal: RefusalShown | undefined
  readonly isRunning: boolean
  readonly askAgain: () => void
}

/** The town in figures, for administrators; the service is asked, so that there is none without a connection. */
export function useTownFigures(period: TownFiguresQuery): TownAnswer {
  const { queries } = useCore()
  const { data, isError, isFetching, refetch } = useQuery(
    queries.reports.town.queryOptions({ input: period, staleTime: STANDS_MS, placeholderData: before => before, gcTime: STANDS_MS }),
  )
  const refusal = isError ? { code: 'request/unexpected' as const } : data && !data.ok ? data.error : undefined
  return { town: data?.ok ? data.value : undefined, refusal, isRunning: isFetching, askAgain: () => void refetch() }
}

export function useReportDepartments(): readonly DepartmentFigures[] | undefined {
  const { queries } = useCore()
  return useQuery(queries.reports.departments.queryOptions()).data?.departments
}

/** The name of a service by its id, in the language of the screen. */
export function useTitles(): (id: string) => string {
  const { queries } = useCore()
  const language = useLanguage()
  const services = useQuery(queries.applications.services.queryOptions()).data?.services
  return useMemo(() => {
    const titles = new Map<string, string>(services?.map(({ id, title }) => [id, title[language]]))
    return (id: string) => titles.get(id) ?? id
  }, [services, language])
}
