import { implement, type Router } from '@orpc/server'
import { COMMANDS, commandNamed } from '../../../shared/commands.ts'
import { coreContract, type CoreContract } from '../../../shared/contract/contract.ts'
import type { Desk } from '../desk.ts'
import type { Session } from '../session/session.ts'
import { appointmentsRouter } from './appointments.ts'
import { applicationsRouter } from './applications.ts'
import { bulkRouter, exportRouter } from './bulk.ts'
import { deputiesRouter } from './deputies.ts'
import type { DiagnosisParts } from '../domains/diagnosis/diagnosis.ts'
import { diagnosisRouter } from './diagnosis.ts'
import { filesRouter } from './files.ts'
import { hallsRouter } from './halls.ts'
import { handlingRouter } from './handling.ts'
import { lettersRouter } from './letters.ts'
import { peopleRouter } from './people.ts'
import { portalLinkRouter } from './portal-link.ts'
import { serviceExchangeRouter, townSetupRouter } from './town-setup.ts'
import { messagesRouter } from './messages.ts'
import { privacyRouter } from './privacy.ts'
import { auditRouter, protectionRouter } from './audit.ts'
import { reportsRouter } from './reports.ts'
import { serviceCardsRouter } from './service-cards.ts'
import { servicesRouter } from './services.ts'
import { staffRouter } from './staff.ts'
import { sessionRouter } from './session.ts'
import { preferencesRouter, statusRouter } from './status.ts'
import { suggestionsRouter } from './suggestions.ts'
import { alertsRouter } from './alerts.ts'
import { noticeClockRouter } from './notice-clock.ts'
import { noticeDeliveriesRouter } from './notice-deliveries.ts'
import { noticeImportRouter } from './notice-import.ts'
import { noticeLinksRouter } from './notice-links.ts'
import { noticesRouter } from './notices.ts'
import { vaccinationsRouter } from './vaccinations.ts'
import { viewsRouter } from './views.ts'

export type CoreRouter = Router<CoreContract, object>

export interface RouterParts {
  readonly session: Session
  readonly desk: Desk
  readonly languages?: readonly ('de' | 'en')[] | undefined
  /** What the diagnosis tells besides the desk itself. */
  readonly diagnosis: Omit<DiagnosisParts, 'desk'>
}

/** What the page may ask of the core, entry by entry; every input is checked by the contract before it comes here. */
export function createRouter({ session, desk, languages = ['de', 'en'], diagnosis }: RouterParts): CoreRouter {
  return withCommands(desk, {
    session: sessionRouter(session),
    status: statusRouter(desk),
    preferences: preferencesRouter(desk, languages),
    diagnosis: diagnosisRouter({ ...diagnosis, desk }),
    people: peopleRouter(desk),
    privacy: privacyRouter(desk),
    audit: auditRouter(desk),
    protection: protectionRouter(desk),
    portalLink: portalLinkRouter(desk),
    townSetup: townSetupRouter(desk),
    serviceExchange: serviceExchangeRouter(desk),
    files: filesRouter(desk),
    applications: applicationsRouter(desk),
    letters: lettersRouter(desk),
    handling: handlingRouter(desk),
    bulk: bulkRouter(desk),
    export: exportRouter(desk),
    messages: messagesRouter(desk),
    reports: reportsRouter(desk),
    staff: { ...deputiesRouter(desk), ...staffRouter(desk, session) },
    suggestions: suggestionsRouter(desk),
    views: viewsRouter(desk),
    services: servicesRouter(desk),
    appointments: appointmentsRouter(desk),
    halls: hallsRouter(desk),
    'service-cards': serviceCardsRouter(desk),
    vaccinations: vaccinationsRouter(desk),
    alerts: alertsRouter(desk),
    notices: noticesRouter(desk),
    noticeClock: noticeClockRouter(desk),
    noticeDeliveries: noticeDeliveriesRouter(desk),
    noticeImport: noticeImportRouter(desk),
    noticeLinks: noticeLinksRouter(desk),
  })
}

type Entries = Readonly<Record<string, Readonly<Record<string, unknown>>>>

/**
 * The questions, and beside them every command of the contract by its name: all of them go the same way. A test holds that
 * no entry of the contract is left without a handler.
 */
function withCommands(desk: Desk, questions: Entries): CoreRouter {
  const os = implement(coreContract) as unknown as Record<string, Record<string, { handler(run: (call: { readonly input: unknown }) => unknown): unknown }>>
  const router: Record<string, Record<string, unknown>> = Object.fromEntries(Object.entries(questions).map(([domain, entries]) => [domain, { ...entries }]))
  const contract: Entries = coreContract
  for (const { name } of COMMANDS) {
    const [domain = '', verb = ''] = name.split('.')
    // Settings have a handler of their own, which decides whether they follow the person.
    if (!Object.hasOwn(contract[domain] ?? {}, verb) || Object.hasOwn(router[domain] ?? {}, verb)) continue
    router[domain] = { ...router[domain], [verb]: os[domain]?.[verb]?.handler(({ input }) => submit(desk, name, input)) }
  }
  return router as unknown as CoreRouter
}

function submit(desk: Desk, name: string, input: unknown) {
  const open = desk.shown()
  if (!open.ok) return open
  return commandNamed(name)?.offline === 'online-only' ? open.value.sync.run(name, input) : open.value.sync.submit(name, input)
}
