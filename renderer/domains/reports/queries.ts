import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { DepartmentFigures, Report, ReportQuery } from '../../../shared/contract/reports.ts'
import { useCore } from '../../core-client/core-context.tsx'
import type { Period } from '../../../shared/domains/reports/periods.ts'
import type { TownFigures } from '../../../shared/wire/reports.ts'
import type { RefusalShown } from '../../ui/error-sentences.ts'
import { useLanguage } from '../../ui/use-language.ts'
import { STANDS_MS, townOptions } from './town-options.ts'

export interface ReportAnswer {
  readonly report: Report | undefined
  readonly refusal: RefusalShown | undefined
  readonly isRunning: boolean
  readonly askAgain: () => void
}

export function useReport(query: ReportQuery): ReportAnswer {
  const { queries } = useCore()
  const { data, isError, isFetching, refetch } = useQuery(
    queries.reports.report.queryOptions({ input: query, staleTime: STANDS_MS, placeholderData: before => before, gcTime: STANDS_MS }),
  )
  const refusal = isError ? { code: 'request/unexpected' as const } : data && !data.ok ? data.error : undefined
  return { report: data?.ok ? data.value : undefined, refusal, isRunning: isFetching, askAgain: () => void refetch() }
}

export interface TownAnswer {
  /** With the days they are about, which are not those asked for while the new figures are on their way. */
  readonly town: { readonly figures: TownFigures; readonly period: Period } | undefined
  readonly refusal: RefusalShown | undefined
  readonly isRunning: boolean
  readonly askAgain: () => void
}

/** The town in figures, for administrators; the service is asked, so that there is none without a connection. */
export function useTownFigures(period: Period): TownAnswer {
  const { queries, client } = useCore()
  const { data, isError, isFetching, refetch } = useQuery(townOptions(queries.reports.town.queryKey({ input: period }), period, client.reports.town))
  const refusal = isError ? { code: 'request/unexpected' as const } : data && !data.answer.ok ? data.answer.error : undefined
  return { town: data?.answer.ok ? { figures: data.answer.value, period: data.period } : undefined, refusal, isRunning: isFetching, askAgain: () => void refetch() }
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
