import { useNavigate } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { DayPage, type DayPageProps } from '../domains/applications/due/day-page.tsx'
import { NO_FILTERS } from '../domains/applications/list/filters.ts'
import { OverdueNotice } from '../domains/messages/inbox/overdue-notice.tsx'
import { HarmNotice } from '../domains/vaccinations/records/harm-notice.tsx'
import { useDesk } from './desk.tsx'

/** The start of the day with the lists behind it. */
export function DayRoute(): ReactElement {
  const navigate = useNavigate()
  const { list } = useDesk()
  const open: DayPageProps['onRows'] = ({ view, filters }) => {
    list.views.set({ ...list.views.get(), [view]: { search: '', filters: { ...NO_FILTERS, ...filters } } })
    void navigate({ to: '/applications', search: { view } })
  }
  const notices = (
    <>
      <HarmNotice onShow={() => void navigate({ to: '/$page', params: { page: 'vaccination-records' } })} />
      <OverdueNotice onShow={() => void navigate({ to: '/$page', params: { page: 'messages' } })} />
    </>
  )
  return <DayPage onRows={open} notices={notices} />
}
