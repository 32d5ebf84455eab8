import { useNavigate, useParams } from '@tanstack/react-router'
import { useEffect, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { NoticeId, NoticeRunId, PersonId } from '../../shared/ids.ts'
import type { TimelineEntry } from '../../shared/wire/people.ts'
import { PeoplePage } from '../domains/people/people-page.tsx'
import { PersonFilePage } from '../domains/people/person-file-page.tsx'
import { Problem } from '../ui/problem.tsx'
import type { PageName } from './page-name.ts'

/** The pages on which kinds of records stand that have no address of their own. */
const PAGE_OF: Partial<Record<TimelineEntry['table'], PageName>> = {
  appointments: 'calendar', hall_bookings: 'halls', service_cards: 'service-cards', vaccinations: 'vaccination-records', vaccination_visits: 'vaccination-records',
}

/** Citizens across all services. */
export function PeopleRoute(): ReactElement {
  const navigate = useNavigate()
  return <PeoplePage onOpen={id => void navigate({ to: '/people/$id', params: { id } })} onOpenCase={id => void navigate({ to: '/applications/$id', params: { id }, search: { view: 'all' } })} />
}

/** `#/people/<id>`: the file of one citizen. */
export function PersonRoute(): ReactElement {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { id } = useParams({ from: '/people/$id' })
  const personId = PersonId.safeParse(id).data
  useEffect(() => {
    document.title = `${t('pages.people')} – ${t('app.name')}`
  }, [t])
  if (!personId) return <div className="screen"><Problem refusal={{ code: 'request/not-found' }} /></div>
  const openCase = (caseId: string): void => void navigate({ to: '/applications/$id', params: { id: caseId }, search: { view: 'all' } })
  const open = (entry: TimelineEntry): void => {
    const page = PAGE_OF[entry.table]
    if (page) void navigate({ to: '/$page', params: { page } })
    else if (entry.table === 'notices') void navigate({ to: '/notices/finality', search: { run: NoticeRunId.safeParse(entry.parentId).data, notice: NoticeId.safeParse(entry.id).data } })
    else if (entry.table === 'mailbox_consents') void navigate({ to: '/notices/consents' })
    else if (entry.parentId) openCase(entry.parentId)
  }
  const canOpen = ({ table, parentId }: TimelineEntry): boolean => PAGE_OF[table] !== undefined || table === 'mailbox_consents' || parentId !== null
  return <PersonFilePage key={personId} personId={personId} onBack={() => void navigate({ to: '/$page', params: { page: 'people' } })} onOpen={open} canOpen={canOpen} onOpenCase={openCase} />
}
