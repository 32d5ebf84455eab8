import { createHashHistory, createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { View } from '../../shared/contract/applications.ts'
import { ConversationId, NoticeId, NoticeRunId, SavedViewId } from '../../shared/ids.ts'
import { Broken } from './broken.tsx'

/** What is on the screen once somebody is signed in: nobody waits for it before. */
export const readScreens = () => import('./screens.ts')

const rootRoute = createRootRoute({ component: lazyRouteComponent(readScreens, 'Frame'), errorComponent: Broken, notFoundComponent: () => null })

const startRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/applications', search: { view: 'all' }, replace: true })
  },
})

/** Which list: a built-in view, or a saved one that stands on it. */
interface ListSearch {
  readonly view: View
  readonly saved?: SavedViewId | undefined
}

const applicationsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/applications',
  validateSearch: (search: Record<string, unknown>): ListSearch => {
    const saved = SavedViewId.safeParse(search['saved'])
    return { view: View.catch('all').parse(search['view']), ...(saved.success ? { saved: saved.data } : {}) }
  },
  component: lazyRouteComponent(readScreens, 'ApplicationsRoute'),
})

/** `#/applications/<id>`: also where a link from outside leads. */
const caseRoute = createRoute({ getParentRoute: () => applicationsRoute, path: '$id', component: lazyRouteComponent(readScreens, 'CaseRoute') })

/** A message of a citizen that is made a case: it stands beside the form. */
interface PageSearch {
  readonly message?: ConversationId | undefined
}

const pageRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/$page',
  validateSearch: (search: Record<string, unknown>): PageSearch => ({ message: ConversationId.safeParse(search['message']).data }),
  component: lazyRouteComponent(readScreens, 'PageRoute'),
})

/** `#/alerts/<id>`: one message to the public. */
const alertRoute = createRoute({ getParentRoute: () => rootRoute, path: '/alerts/$id', component: lazyRouteComponent(readScreens, 'AlertRoute') })

/** `#/messages`, `#/messages/<id>`: the inbox, and one conversation beside it. The list stays as it is while one goes through it. */
const messagesRoute = createRoute({ getParentRoute: () => rootRoute, path: '/messages', component: lazyRouteComponent(readScreens, 'MessagesRoute') })
const conversationRoute = createRoute({ getParentRoute: () => messagesRoute, path: '$id', component: () => null })

/** `#/people/<id>`: the file of one citizen. */
const personRoute = createRoute({ getParentRoute: () => rootRoute, path: '/people/$id', component: lazyRouteComponent(readScreens, 'PersonRoute') })

/** `#/notices/<id>`: one run of mass notices; beside it the way to a new one and what is final when, of one run or of all. */
const noticeRunRoute = createRoute({ getParentRoute: () => rootRoute, path: '/notices/$id', component: lazyRouteComponent(readScreens, 'NoticeRunRoute') })
const noticeImportRoute = createRoute({ getParentRoute: () => rootRoute, path: '/notices/import', component: lazyRouteComponent(readScreens, 'NoticeImportRoute') })
/** Of one run, and with one notice chosen. */
interface FinalitySearch {
  readonly run?: NoticeRunId | undefined
  readonly notice?: NoticeId | undefined
}

const noticeSettingsRoute = createRoute({ getParentRoute: () => rootRoute, path: '/notices/settings', component: lazyRouteComponent(readScreens, 'NoticeSettingsRoute') })
const finalityRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/notices/finality',
  validateSearch: (search: Record<string, unknown>): FinalitySearch => ({ run: NoticeRunId.safeParse(search['run']).data, notice: NoticeId.safeParse(search['notice']).data }),
  component: lazyRouteComponent(readScreens, 'FinalityRoute'),
})

const consentsRoute = createRoute({ getParentRoute: () => rootRoute, path: '/notices/consents', component: lazyRouteComponent(readScreens, 'ConsentsRoute') })

const deliveriesRoute = createRoute({ getParentRoute: () => rootRoute, path: '/notices/deliveries', component: lazyRouteComponent(readScreens, 'DeliveriesRoute') })

const routeTree = rootRoute.addChildren([startRoute, applicationsRoute.addChildren([caseRoute]), alertRoute, messagesRoute.addChildren([conversationRoute]), personRoute, noticeRunRoute, noticeImportRoute, consentsRoute, deliveriesRoute, finalityRoute, noticeSettingsRoute, pageRoute])

export const createDeskRouter = () =>
  createRouter({ routeTree, history: createHashHistory(), defaultPreload: false, defaultErrorComponent: Broken, scrollRestoration: false })

export type DeskRouter = ReturnType<typeof createDeskRouter>

declare module '@tanstack/react-router' {
  interface Register {
    router: DeskRouter
  }
}
