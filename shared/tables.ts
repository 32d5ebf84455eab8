import { alerts, alertSettings, alertTemplates, alertTopics, officialWarnings } from './domains/alerts/tables.ts'
import { forms, serviceDrafts, services } from './domains/applications/service-tables.ts'
import { applicationEvents, applications, attachments, decisions } from './domains/applications/tables.ts'
import { comments, savedViews, tasks } from './domains/applications/work-tables.ts'
import { appointments, appointmentServices, openingHours, places, resources } from './domains/appointments/tables.ts'
import { hoursChanges } from './domains/appointments/hours-history.ts'
import { hallBookings, halls } from './domains/halls/tables.ts'
import { letterDrafts, letterTemplates, textBlocks } from './domains/letters/tables.ts'
import { absenceNotes, conversationFiles, conversationMessages, conversations, messageDesks } from './domains/messages/conversation-tables.ts'
import { messages } from './domains/messages/tables.ts'
import { mailboxConsents, noticeKinds, noticeRuleSets, noticeRuns, notices } from './domains/notices/tables.ts'
import { secrecies, secrecyMarks } from './domains/people/tables.ts'
import { departments, preferences, staff, suggestions } from './domains/staff/tables.ts'
import {
  recallContacts, sideEffects, vaccinationRecalls, vaccinationRules, vaccinations, vaccinationSessions, vaccinationVisits, vaccineBatches, vaccines,
} from './domains/vaccinations/tables.ts'
import { cardOrganisations, cardPhotos, serviceCards } from './domains/service-cards/tables.ts'
import type { Table } from './table.ts'
import type * as z from 'zod'

/** Every table that is synced to desks. */
export const TABLES = {
  departments,
  staff,
  preferences,
  suggestions,
  services,
  forms,
  service_drafts: serviceDrafts,
  letter_templates: letterTemplates,
  letter_drafts: letterDrafts,
  text_blocks: textBlocks,
  saved_views: savedViews,
  applications,
  decisions,
  application_events: applicationEvents,
  attachments,
  messages,
  tasks,
  comments,
  places,
  resources,
  appointment_services: appointmentServices,
  opening_hours: openingHours,
  hours_changes: hoursChanges,
  appointments,
  halls,
  hall_bookings: hallBookings,
  vaccines,
  vaccine_batches: vaccineBatches,
  vaccination_rules: vaccinationRules,
  vaccination_sessions: vaccinationSessions,
  vaccination_visits: vaccinationVisits,
  vaccinations,
  vaccination_recalls: vaccinationRecalls,
  recall_contacts: recallContacts,
  side_effects: sideEffects,
  alert_settings: alertSettings,
  alert_topics: alertTopics,
  alert_templates: alertTemplates,
  alerts,
  official_warnings: officialWarnings,
  notice_kinds: noticeKinds,
  notice_runs: noticeRuns,
  notices,
  mailbox_consents: mailboxConsents,
  notice_rule_sets: noticeRuleSets,
  card_organisations: cardOrganisations,
  card_photos: cardPhotos,
  service_cards: serviceCards,
  conversations,
  conversation_messages: conversationMessages,
  conversation_files: conversationFiles,
  message_desks: messageDesks,
  absence_notes: absenceNotes,
  secrecies,
  secrecy_marks: secrecyMarks,
} as const

export type TableName = keyof typeof TABLES
export type RowOf<Name extends TableName> = z.infer<(typeof TABLES)[Name]['schema']>
export type AnyRow = { readonly [Name in TableName]: RowOf<Name> }[TableName]

export const TABLE_NAMES = Object.keys(TABLES) as readonly TableName[]

export const isTableName = (value: string): value is TableName => Object.hasOwn(TABLES, value)

/** A table without its row type, for code that treats all tables alike. */
export const tableOf = (name: TableName): Table<TableName, AnyRow> => TABLES[name]
