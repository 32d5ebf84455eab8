/** The screens behind the sign-in, in one piece that is read while a person signs in. */
export { ApplicationsRoute, CaseRoute } from './applications-routes.tsx'
export { Frame } from './frame/frame.tsx'
export { PageRoute } from './page-route.tsx'
