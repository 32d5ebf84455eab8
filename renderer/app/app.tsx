import { QueryClientProvider } from '@tanstack/react-query'
import { CatchBoundary, RouterProvider } from '@tanstack/react-router'
import type { i18n } from 'i18next'
import { useEffect, useRef, type ReactElement } from 'react'
import { I18nProvider } from 'react-aria-components'
import { I18nextProvider } from 'react-i18next'
import type { SessionState } from '../../shared/contract/session.ts'
import { CoreContext } from '../core-client/core-context.tsx'
import type { Core } from '../core-client/core.ts'
import type { Drafts } from '../core-client/drafts.ts'
import { useReadable } from '../core-client/readable.ts'
import { DraftsContext } from '../core-client/use-draft.tsx'
import { TrainingContext } from '../domains/alerts/training/use-training.ts'
import { FirstLoadPage } from '../domains/session/first-load-page.tsx'
import { LockedPage } from '../domains/session/locked-page.tsx'
import { SigningInPage, SignInPage } from '../domains/session/sign-in-page.tsx'
import { localeOf } from '../ui/format.ts'
import { Toasts, ToastsContext, type Toasts as ToastQueue } from '../ui/toasts.tsx'
import { Broken } from './broken.tsx'
import { ConnectionBanner, ConnectingPage } from './connection.tsx'
import { DeskContext, type Desk } from './desk.tsx'
import type { DeskRouter } from './router.tsx'
import { useAllowedLanguage } from './use-languages.ts'

interface Props {
  readonly core: Core
  readonly drafts: Drafts
  readonly texts: i18n
  readonly toasts: ToastQueue
  readonly router: DeskRouter
  readonly desk: Desk
}

export function App({ core, drafts, texts, toasts, router, desk }: Props): ReactElement {
  const { language } = useReadable(desk.appearance)
  return (
    <I18nextProvider i18n={texts}>
      <I18nProvider locale={localeOf(language)}>
        <QueryClientProvider client={core.queryClient}>
          <CoreContext value={core}>
            <DraftsContext value={drafts}>
              <ToastsContext value={toasts}>
                <DeskContext value={desk}>
                  <TrainingContext value={desk.training}>
                    <ConnectionBanner />
                    <CatchBoundary getResetKey={() => 'screen'} errorComponent={Broken}>
                      <Screen core={core} drafts={drafts} router={router} desk={desk} />
                    </CatchBoundary>
                    <Toasts queue={toasts} />
                  </TrainingContext>
                </DeskContext>
              </ToastsContext>
            </DraftsContext>
          </CoreContext>
        </QueryClientProvider>
      </I18nProvider>
    </I18nextProvider>
  )
}

/** The session decides what is on the screen; behind it nothing of a case is left in the page. */
function Screen({ core, drafts, router, desk }: Pick<Props, 'core' | 'drafts' | 'router' | 'desk'>): ReactElement {
  const session = useReadable(core.session)
  const status = useReadable(core.status)
  useHandover(session, { drafts, router, desk })
  useAllowedLanguage()
  if (!session) return <ConnectingPage />
  if (session.kind === 'signed-out') return <SignInPage session={session} />
  if (session.kind === 'signing-in') return <SigningInPage />
  if (session.kind === 'locked') return <LockedPage session={session} />
  return status?.ready ? <RouterProvider router={router} /> : <FirstLoadPage status={status} />
}

/** Whoever signs in next finds nothing of the one before: no search, no open case, no text. */
function useHandover(session: SessionState | undefined, { drafts, router, desk }: Pick<Props, 'drafts' | 'router' | 'desk'>): void {
  const owner = session?.kind === 'signed-in' ? session.person.accountId : undefined
  const wasSomebody = useRef(false)
  useEffect(() => {
    if (owner) drafts.keepOnly(owner)
    // What could not be kept while the desk was locked.
    if (owner) drafts.flush()
    if (session?.kind === 'signed-out' && wasSomebody.current) {
      desk.list.forget()
      desk.training.set(false)
      void router.navigate({ to: '/applications', search: { view: 'all' }, replace: true })
    }
    wasSomebody.current = owner !== undefined || (wasSomebody.current && session?.kind === 'locked')
  }, [owner, session, drafts, router, desk])
}
