import { Navigate, useMatch, useNavigate, useParams, useSearch, Outlet } from '@tanstack/react-router'
import { useCallback, useEffect, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type * as z from 'zod'
import type { WholeCase } from '../../shared/contract/applications.ts'
import { ApplicationId, SavedViewId } from '../../shared/ids.ts'
import { CasePage } from '../domains/applications/case/case-page.tsx'
import { ListPage } from '../domains/applications/list/list-page.tsx'
import { useSavedView } from '../domains/applications/views/queries.ts'
import { CaseConversations } from '../domains/messages/inbox/case-conversations.tsx'
import { Conversation } from '../domains/messages/conversation.tsx'
import { CaseDeliveries } from '../domains/notices/deliveries/case-deliveries.tsx'
import { CaseObjections } from '../domains/notices/objections/case-objections.tsx'
import { PdfToolsContext } from '../ui/pdf-sheet.tsx'
import { Problem } from '../ui/problem.tsx'
import { usePerson } from '../core-client/core-context.tsx'
import { useDesk } from './desk.tsx'
import { PDF_TOOLS } from './pdf-tools.ts'
import { firstPageOf, worksOnCases } from './pages.ts'
import { useEscape } from './use-escape.ts'
import { usePages } from './use-pages.ts'
import { useStep } from './use-step.ts'

/** Who works on no cases is led to what they do here. */
export function ApplicationsRoute(): ReactElement {
  const person = usePerson()
  const { pages, isSettled } = usePages()
  if (worksOnCases(person)) return <ListAndCase />
  return isSettled ? <Navigate to="/$page" params={{ page: firstPageOf(pages) }} replace /> : <></>
}

/** The list stays in its place below an open case, so that coming back is coming back. */
function ListAndCase(): ReactElement {
  const { t } = useTranslation()
  const { view, saved } = useSearch({ from: '/applications' })
  const isCaseOpen = useMatch({ from: '/applications/$id', shouldThrow: false }) !== undefined
  const navigate = useNavigate()
  const { list, grid } = useDesk()
  const open = useCallback((id: string) => void navigate({ to: '/applications/$id', params: { id }, search: { view, saved } }), [navigate, view, saved])
  const savedView = useSavedView(saved)
  const title = savedView?.name ?? t(`views.${view}`)
  const openView = useCallback((id: string | undefined) => {
    const there = navigate({ to: '/applications', search: { view, saved: id === undefined ? undefined : SavedViewId.parse(id) } })
    // The button that led there is gone with the list it stood in.
    void there.then(() => requestAnimationFrame(() => document.querySelector<HTMLElement>('#content')?.focus()))
  }, [navigate, view])
  useEffect(() => {
    if (!isCaseOpen) document.title = `${title} – ${t('app.name')}`
  }, [isCaseOpen, title, t])
  return (
    <>
      {savedView !== undefined && <ListPage key={savedView?.id ?? view} view={savedView?.query?.view ?? view} saved={savedView} memory={list} isInFront={!isCaseOpen} grid={grid} onOpen={open} onOpenView={openView} />}
      <Outlet />
    </>
  )
}

export function CaseRoute(): ReactElement {
  const { id } = useParams({ from: '/applications/$id' })
  const parsed = ApplicationId.safeParse(id)
  return parsed.success ? <OpenCase key={id} id={parsed.data} /> : <section className="case"><Problem refusal={{ code: 'applications/not-found' }} /></section>
}

function OpenCase({ id }: { readonly id: ApplicationId }): ReactElement {
  const { t } = useTranslation()
  const { view, saved } = useSearch({ from: '/applications' })
  const navigate = useNavigate()
  const { list, suggesting } = useDesk()
  const step = useStep()
  const open = useCallback((other: string) => void navigate({ to: '/applications/$id', params: { id: other }, search: { view, saved } }), [navigate, view, saved])
  const back = useCallback(() => void navigate({ to: '/applications', search: { view, saved } }), [navigate, view, saved])
  useEscape(back)
  useEffect(() => {
    list.lastOpened.keep(id)
    document.title = `${t('frame.applications')} – ${t('app.name')}`
  }, [list, id, t])
  return (
    <CasePage
      id={id}
      navigation={{ onBack: back, onNext: () => step(1), onPrevious: () => step(-1), onOpen: open, onSuggest: () => suggesting.set(true) }}
      Conversation={CaseConversation}
      Objections={CaseObjections}
      Deliveries={DeliveriesOfCase}
    />
  )
}

const DeliveriesOfCase = ({ applicationId }: { readonly applicationId: ApplicationId }): ReactElement => (
  <PdfToolsContext value={PDF_TOOLS}><CaseDeliveries applicationId={applicationId} /></PdfToolsContext>
)

function CaseConversation({ whole }: { readonly whole: z.infer<typeof WholeCase> }): ReactElement {
  const navigate = useNavigate()
  return (
    <>
      <Conversation application={whole.application} messages={whole.messages} />
      <CaseConversations applicationId={whole.application.id} onOpen={id => void navigate({ to: '/messages/$id', params: { id } })} />
    </>
  )
}
