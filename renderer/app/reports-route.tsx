import { useNavigate } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { NO_FILTERS } from '../domains/applications/list/filters.ts'
import { ReportsPage, type ReportsPageProps } from '../domains/reports/reports-page.tsx'
import { useDesk } from './desk.tsx'

/** The report with the list behind it: a number leads to its cases, filtered as the number was counted. */
export function ReportsRoute(): ReactElement {
  const navigate = useNavigate()
  const { list } = useDesk()
  const open: ReportsPageProps['onRows'] = ({ view, filters }) => {
    list.views.set({ ...list.views.get(), [view]: { search: '', filters: { ...NO_FILTERS, ...filters } } })
    void navigate({ to: '/applications', search: { view } })
  }
  return <ReportsPage onRows={open} onCase={id => void navigate({ to: '/applications/$id', params: { id }, search: { view: 'all' } })} />
}
