/** The screens behind the sign-in, in one piece that is read while a person signs in. */
export { AlertRoute } from './alert-route.tsx'
export { ApplicationsRoute, CaseRoute } from './applications-routes.tsx'
export { Frame } from './frame/frame.tsx'
export { ConsentsRoute, DeliveriesRoute, FinalityRoute, NoticeImportRoute, NoticeRunRoute, NoticeSettingsRoute } from './notices-route.tsx'
export { PersonRoute } from './people-route.tsx'
export { MessagesRoute } from './messages-route.tsx'
export { PageRoute } from './page-route.tsx'
