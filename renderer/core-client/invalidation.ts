import type { QueryClient } from '@tanstack/react-query'
import type { Changed, Status } from '../../shared/contract/status.ts'
import type { CoreQueries } from './core-queries.ts'

/** Tables whose rows appear on the screen of a case besides the application itself; their ids do not name the case. */
const PARTS_OF_A_CASE: readonly Changed['tables'][number][] = [
  'decisions', 'application_events', 'attachments', 'messages', 'tasks', 'comments', 'services', 'forms', 'departments', 'letter_templates', 'text_blocks',
]

/** What a change makes outdated, in the words of the contract. `cases`: those with these ids, or all. */
export interface Outdated {
  readonly list: boolean
  readonly facets: boolean
  readonly services: boolean
  /** Saved views and their counters, and what becomes due. */
  readonly counted: boolean
  readonly preferences: boolean
  /** Services as administrators see them, drafts included. */
  readonly editedServices: boolean
  /** What stands around a case hangs on other cases, on their files and on the staff. */
  readonly around: boolean
  /** Reports are told as of a moment; only who agreed on what changes them before. */
  readonly reports: boolean
  readonly suggestions: boolean
  /** Templates and letterheads as administrators see them, drafts included. */
  readonly letters: boolean
  readonly deputies: boolean
  readonly appointments: boolean
  /** What a period up to yesterday says about a place: more than single appointments has changed. */
  readonly visits: boolean
  /** Places with their counters, services and opening hours. */
  readonly places: boolean
  /** Houses that are let and what is booked in them. */
  readonly halls: boolean
  /** Service ID cards, their photos and who gives them out. */
  readonly serviceCards: boolean
  /** Conversations with citizens, cases with unread messages, and who is away. */
  readonly messages: boolean
  /** Mass notices, their runs and kinds. */
  readonly notices: boolean
  readonly vaccinations: boolean
  readonly vaccinationDay: boolean
  readonly recalls: boolean
  /** Messages to the public, official warnings, and what both hang on. */
  readonly alerts: boolean
  /** Who stands under secrecy, and what is theirs. */
  readonly secrets: boolean
  readonly cases: 'none' | 'all' | readonly string[]
}

/** Which questions have to be asked anew after a change. Pure, so that the mapping can be tested row by row. */
export function outdatedBy({ tables, ids }: Changed): Outdated {
  const has = (...names: Changed['tables']): boolean => names.some(name => tables.includes(name))
  const partsChanged = tables.some(table => PARTS_OF_A_CASE.includes(table))
  const someCases = has('applications') ? (ids.length > 0 ? ids : 'all') : 'none'
  return {
    list: has('applications', 'services'),
    facets: has('applications', 'departments', 'staff'),
    services: has('services', 'forms'),
    counted: has('applications', 'comments', 'saved_views'),
    preferences: has('preferences'),
    editedServices: has('services', 'forms', 'service_drafts', 'departments'),
    around: has('applications', 'attachments', 'messages', 'staff'),
    reports: has('preferences', 'departments'),
    suggestions: has('suggestions'),
    letters: has('letter_templates', 'letter_drafts', 'text_blocks', 'departments', 'services', 'forms'),
    deputies: has('staff', 'departments'),
    appointments: has('appointments'),
    visits: has('appointments') && ids.length === 0,
    places: has('places', 'resources', 'appointment_services', 'opening_hours', 'hours_changes'),
    halls: has('halls', 'hall_bookings'),
    serviceCards: has('card_organisations', 'card_photos', 'service_cards'),
    messages: has('conversations', 'conversation_messages', 'conversation_files', 'message_desks', 'absence_notes', 'applications', 'messages', 'departments', 'text_blocks'),
    notices: has('notices', 'notice_runs', 'notice_kinds', 'notice_rule_sets', 'mailbox_consents'),
    vaccinations: has('vaccines', 'vaccine_batches', 'vaccination_rules'),
    vaccinationDay: has('vaccination_sessions', 'vaccination_visits', 'vaccinations'),
    alerts: has('alert_settings', 'alert_topics', 'alert_templates', 'alerts', 'official_warnings'),
    recalls: has('vaccination_recalls', 'recall_contacts', 'side_effects'),
    secrets: has('secrecies', 'secrecy_marks'),
    cases: partsChanged ? 'all' : someCases,
  }
}

/** Has the questions on screen asked anew; nothing else in this room invalidates anything. */
export function invalidate(queryClient: QueryClient, queries: CoreQueries, changed: Changed): void {
  const outdated = outdatedBy(changed)
  const drop = (queryKey: readonly unknown[]): void => void queryClient.invalidateQueries({ queryKey: [...queryKey] })
  if (outdated.list) drop(queries.applications.count.key())
  if (outdated.list) drop(queries.applications.search.key())
  if (outdated.facets) drop(queries.applications.facets.key())
  if (outdated.services) drop(queries.applications.services.key())
  if (outdated.services) drop(queries.applications.offer.key())
  if (outdated.editedServices) drop(queries.services.key())
  if (outdated.reports) drop(queries.reports.key())
  if (outdated.suggestions) drop(queries.suggestions.key())
  if (outdated.letters) for (const key of [queries.letters.list.key(), queries.letters.get.key(), queries.letters['get-block'].key()]) drop(key)
  if (outdated.deputies) drop(queries.staff.key())
  // Free times and those left standing follow from both.
  if (outdated.places) drop(queries.appointments.key())
  else if (outdated.appointments) for (const key of [queries.appointments.between.key(), queries.appointments.month.key(), queries.appointments.slots.key(), queries.appointments.find.key(), queries.appointments.stranded.key(), queries.appointments.outside.key(), queries.appointments['refused-moves'].key()]) drop(key)
  // Each step at a counter is such a change, and counting a year of 20,000 takes 0.1 to 0.4 s: after single ones it waits until the figures are opened again.
  if (outdated.appointments) void queryClient.invalidateQueries({ queryKey: [...queries.appointments.statistics.key()], refetchType: outdated.visits ? 'active' : 'none' })
  if (outdated.halls) for (const key of [queries.halls.list.key(), queries.halls.between.key(), queries.halls.open.key()]) drop(key)
  if (outdated.serviceCards) for (const key of [queries['service-cards'].list.key(), queries['service-cards'].photo.key(), queries['service-cards'].check.key()]) drop(key)
  if (outdated.messages) for (const key of [queries.messages.inbox.key(), queries.messages.conversation.key(), queries.messages['of-case'].key(), queries.messages.desks.key()]) drop(key)
  if (outdated.notices) for (const key of [queries.notices.key(), queries.noticeClock.key(), queries.noticeDeliveries.key(), queries.noticeLinks.key()]) drop(key)
  if (outdated.secrets) drop(queries.people.secrets.key())
  if (outdated.vaccinations) drop(queries.vaccinations.catalogue.key())
  if (outdated.vaccinationDay) for (const key of [queries.vaccinations.sessions.key(), queries.vaccinations.session.key(), queries.vaccinations.given.key(), queries.vaccinations['side-effects'].key()]) drop(key)
  if (outdated.alerts) drop(queries.alerts.key())
  if (outdated.recalls) for (const key of [queries.vaccinations.recalls.key(), queries.vaccinations['recall-contacts'].key(), queries.vaccinations['side-effects'].key()]) drop(key)
  if (outdated.services) drop(queries.applications['form-fields'].key())
  if (outdated.counted) for (const key of [queries.views.list.key(), queries.applications.due.key(), queries.applications.count.key()]) drop(key)
  if (outdated.preferences) drop(queries.preferences.get.key())
  if (outdated.cases === 'all') drop(queries.applications.get.key())
  if (outdated.around) for (const key of [queries.applications.around.key(), queries.noticeDeliveries.ofCase.key()]) drop(key)
  if (outdated.cases !== 'none' && outdated.cases !== 'all') for (const id of outdated.cases) drop(caseKey(queries, id))
}

const caseKey = (queries: CoreQueries, id: string): readonly unknown[] =>
  queries.applications.get.key({ input: { id: id } })

/** The lists behind the counters of the frame follow the counters. */
export function invalidateByStatus(queryClient: QueryClient, queries: CoreQueries, before: Status | undefined, now: Status): void {
  const drop = (queryKey: readonly unknown[]): void => void queryClient.invalidateQueries({ queryKey: [...queryKey] })
  if (!before || before.outbox.count !== now.outbox.count || before.outbox.oldestAt !== now.outbox.oldestAt)
    drop(queries.status.pending.key())
  if (before?.attention === now.attention) return
  for (const key of [queries.status.attention.key(), queries.appointments['refused-moves'].key(), queries.applications.count.key(), queries.views.list.key()]) drop(key)
}
