import type { ComponentType } from 'react'
import type { Role } from '../../shared/actor.ts'
import type { SignedInPerson } from '../../shared/contract/session.ts'
import { KEEPERS, WRITERS } from '../../shared/domains/alerts/roles.ts'
import { PLANNERS, TEAM } from '../../shared/domains/vaccinations/roles.ts'
import { CataloguePage } from '../domains/alerts/catalogue/catalogue-page.tsx'
import { AlertsMark } from '../domains/alerts/list/alerts-mark.tsx'
import { AlertsPage } from '../domains/alerts/list/alerts-page.tsx'
import { ServicesMark } from '../domains/applications/services/services-mark.tsx'
import { ServicesPage } from '../domains/applications/services/services-page.tsx'
import { AuditMark } from '../domains/audit/log/audit-alarm.tsx'
import { AuditPage } from '../domains/audit/log/audit-page.tsx'
import { ProtectionPage } from '../domains/audit/desk/protection-page.tsx'
import { CalendarPage } from '../domains/appointments/calendar/calendar-page.tsx'
import { CounterPage } from '../domains/appointments/counter/counter-page.tsx'
import { HoursPage } from '../domains/appointments/hours/hours-page.tsx'
import { DiagnosisPage } from '../domains/help/diagnosis/diagnosis-page.tsx'
import { PortalLinkPage } from '../domains/portal-link/portal-link-page.tsx'
import { PrivacyPage } from '../domains/people/privacy-page.tsx'
import { NoticesMark } from '../domains/notices/list/notices-mark.tsx'
import { NoticesPage } from '../domains/notices/list/notices-page.tsx'
import { NoticeSettingsPage } from '../domains/notices/settings/settings-page.tsx'
import { DeputiesPage } from '../domains/staff/deputies-page.tsx'
import { MatrixPage } from '../domains/staff/matrix/matrix-page.tsx'
import { StaffPage } from '../domains/staff/staff-page.tsx'
import { TownSetupPage } from '../domains/town-setup/town-setup-page.tsx'
import { PlanningPage } from '../domains/vaccinations/planning/planning-page.tsx'
import { SuggestionsMark } from '../domains/suggestions/suggestions-mark.tsx'
import { HarmMark } from '../domains/vaccinations/records/harm-notice.tsx'
import type { IconName } from '../ui/icon.tsx'
import { CaptureRoute } from './capture-route.tsx'
import { DayRoute } from './day-route.tsx'
import { HallsRoute } from './halls-route.tsx'
import { CardsMark } from '../domains/service-cards/cards-mark.tsx'
import { ServiceCardsRoute } from './service-cards-route.tsx'
import { MessagesMark } from '../domains/messages/inbox/messages-mark.tsx'
import { MessagesRoute } from './messages-route.tsx'
import { LettersRoute } from './letters-route.tsx'
import type { PageName } from './page-name.ts'
import { PeopleRoute } from './people-route.tsx'
import { ReportsRoute } from './reports-route.tsx'
import { SuggestionsRoute } from './suggestions-route.tsx'
import { VaccinationRecordsRoute } from './vaccination-records-route.tsx'
import { VaccinationRoute } from './vaccination-route.tsx'

/** A screen of its own beside the cases, `#/<name>`; its title stands in the texts under `pages`. */
export interface DeskPage {
  readonly name: PageName
  readonly icon: IconName
  /** Whether it is offered to a person; what they may do there is decided by the rules, not here. */
  readonly isFor: (person: SignedInPerson) => boolean
  /** Only where a person holds health data; `usePages` knows. */
  readonly isHealth?: boolean
  /** Only where somebody they answer for gets service ID cards, or where they may set that up; `usePages` knows. */
  readonly isOfCards?: boolean
  /** Only where a department of theirs sends mass notices; `usePages` knows. */
  readonly isOfNotices?: boolean
  readonly Component: ComponentType
  /** What waits there, beside its name in the navigation. */
  readonly Mark?: ComponentType
}

const hasRole = (...roles: readonly Role[]) => (person: SignedInPerson): boolean => person.grants.some(({ role }) => roles.includes(role))

/** Whether somebody works on cases at all: administrators and data protection officers see none. */
export const worksOnCases = hasRole('clerk', 'lead')

/** In the order of the navigation. */
export const PAGES: readonly DeskPage[] = [
  { name: 'day', icon: 'sun', isFor: worksOnCases, Component: DayRoute },
  { name: 'messages', icon: 'inbox', isFor: worksOnCases, Component: MessagesRoute, Mark: MessagesMark },
  { name: 'calendar', icon: 'calendar', isFor: worksOnCases, Component: CalendarPage },
  { name: 'counter', icon: 'team', isFor: worksOnCases, Component: CounterPage },
  { name: 'hours', icon: 'clock', isFor: hasRole('lead'), Component: HoursPage },
  { name: 'service-cards', icon: 'person', isFor: hasRole('clerk', 'lead', 'officer'), isOfCards: true, Component: ServiceCardsRoute, Mark: CardsMark },
  { name: 'people', icon: 'person', isFor: worksOnCases, Component: PeopleRoute },
  { name: 'halls', icon: 'bookmark', isFor: worksOnCases, Component: HallsRoute },
  { name: 'vaccination', icon: 'shieldCheck', isFor: hasRole(...TEAM), isHealth: true, Component: VaccinationRoute },
  { name: 'vaccination-records', icon: 'search', isFor: hasRole(...TEAM), isHealth: true, Component: VaccinationRecordsRoute, Mark: HarmMark },
  { name: 'vaccination-planning', icon: 'list', isFor: hasRole(...PLANNERS), isHealth: true, Component: PlanningPage },
  { name: 'notices', icon: 'send', isFor: worksOnCases, isOfNotices: true, Component: NoticesPage, Mark: NoticesMark },
  { name: 'alerts', icon: 'megaphone', isFor: hasRole(...WRITERS), Component: AlertsPage, Mark: AlertsMark },
  { name: 'alert-catalogue', icon: 'tag', isFor: hasRole(...KEEPERS), Component: CataloguePage },
  { name: 'capture', icon: 'pencil', isFor: worksOnCases, Component: CaptureRoute },
  { name: 'reports', icon: 'chart', isFor: hasRole('lead', 'administrator'), Component: ReportsRoute },
  { name: 'suggestions', icon: 'idea', isFor: () => true, Component: SuggestionsRoute, Mark: SuggestionsMark },
  { name: 'deputies', icon: 'people', isFor: () => true, Component: DeputiesPage },
  { name: 'protection', icon: 'scales', isFor: hasRole('data-protection-officer'), Component: ProtectionPage },
  { name: 'audit', icon: 'list', isFor: hasRole('administrator', 'data-protection-officer'), Component: AuditPage, Mark: AuditMark },
  { name: 'staff', icon: 'team', isFor: hasRole('administrator'), Component: StaffPage },
  { name: 'rights', icon: 'columns', isFor: hasRole('administrator', 'data-protection-officer'), Component: MatrixPage },
  { name: 'privacy', icon: 'lock', isFor: hasRole('administrator', 'data-protection-officer'), Component: PrivacyPage },
  { name: 'portal-link', icon: 'globe', isFor: hasRole('administrator'), Component: PortalLinkPage },
  { name: 'town-setup', icon: 'check', isFor: hasRole('administrator'), Component: TownSetupPage },
  { name: 'diagnosis', icon: 'question', isFor: hasRole('administrator'), Component: DiagnosisPage },
  { name: 'letters', icon: 'mail', isFor: hasRole('administrator'), Component: LettersRoute },
  { name: 'notice-settings', icon: 'scales', isFor: hasRole('administrator'), Component: NoticeSettingsPage },
  { name: 'services', icon: 'file', isFor: hasRole('administrator', 'lead'), Component: ServicesPage, Mark: ServicesMark },
]

export const pageNamed = (name: string): DeskPage | undefined => PAGES.find(page => page.name === name)

/** What somebody who works on no cases sees first. */
export const firstPageOf = (pages: readonly DeskPage[]): PageName => (pages.find(({ isHealth }) => isHealth) ?? pages.find(({ name }) => name === 'alerts') ?? pages.at(-1))?.name ?? 'suggestions'
