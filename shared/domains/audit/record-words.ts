import type { Bilingual } from '../../json.ts'
import { isTableName, type TableName } from '../../tables.ts'

/** What a record of each kind is called. */
const RECORDS: Readonly<Record<TableName, readonly [de: string, en: string]>> = {
  departments: ['Amt', 'Department'],
  staff: ['Konto', 'Account'],
  preferences: ['Eigene Einstellung', 'Own setting'],
  suggestions: ['Vorschlag', 'Suggestion'],
  services: ['Leistung', 'Service'],
  forms: ['Formular', 'Form'],
  service_drafts: ['Entwurf einer Leistung', 'Draft of a service'],
  letter_templates: ['Briefvorlage', 'Letter template'],
  letter_drafts: ['Entwurf einer Briefvorlage', 'Draft of a letter template'],
  text_blocks: ['Textbaustein', 'Text block'],
  saved_views: ['Ansicht', 'View'],
  applications: ['Vorgang', 'Case'],
  decisions: ['Entscheidung', 'Decision'],
  application_events: ['Zeile im Verlauf', 'Line of the history'],
  attachments: ['Datei', 'File'],
  messages: ['Nachricht', 'Message'],
  tasks: ['Aufgabe', 'Task'],
  comments: ['Kommentar', 'Comment'],
  places: ['Ort', 'Place'],
  resources: ['Schalter', 'Counter'],
  appointment_services: ['Anliegen', 'Reason for an appointment'],
  opening_hours: ['Öffnungszeit', 'Opening hours'],
  hours_changes: ['Änderung der Öffnungszeit', 'Change of opening hours'],
  appointments: ['Termin', 'Appointment'],
  halls: ['Haus', 'House'],
  hall_bookings: ['Buchung eines Hauses', 'Booking of a house'],
  vaccines: ['Impfstoff', 'Vaccine'],
  vaccine_batches: ['Charge', 'Batch'],
  vaccination_rules: ['Impfregel', 'Vaccination rule'],
  vaccination_sessions: ['Impftag', 'Vaccination session'],
  vaccination_visits: ['Laufzettel', 'Slip'],
  vaccinations: ['Impfdokumentation', 'Vaccination record'],
  vaccination_recalls: ['Rückruf', 'Recall'],
  recall_contacts: ['Benachrichtigung zu einem Rückruf', 'Contact about a recall'],
  side_effects: ['Verdacht auf Nebenwirkung', 'Suspected side effect'],
  alert_settings: ['Einstellungen für Meldungen', 'Settings for messages'],
  alert_topics: ['Thema', 'Topic'],
  alert_templates: ['Vorlage einer Meldung', 'Template of a message'],
  alerts: ['Meldung', 'Message to the public'],
  official_warnings: ['Amtliche Warnung', 'Official warning'],
  notice_kinds: ['Bescheidart', 'Kind of notice'],
  notice_runs: ['Bescheidlauf', 'Run of notices'],
  notices: ['Bescheid', 'Notice'],
  mailbox_consents: ['Zustimmung zum Postfach', 'Agreement to a mailbox'],
  notice_rule_sets: ['Fassung eines Gesetzes', 'Version of a law'],
  card_organisations: ['Organisation mit Dienstausweisen', 'Organisation with service ID cards'],
  card_photos: ['Foto', 'Photo'],
  service_cards: ['Dienstausweis', 'Service ID card'],
  conversations: ['Anfrage', 'Inquiry'],
  conversation_messages: ['Nachricht einer Anfrage', 'Message of an inquiry'],
  conversation_files: ['Datei einer Anfrage', 'File of an inquiry'],
  message_desks: ['Postfach eines Amtes', 'Inbox of a department'],
  absence_notes: ['Abwesenheit', 'Absence'],
  secrecies: ['Auskunftssperre', 'Secrecy'],
  secrecy_marks: ['Kennzeichen einer Auskunftssperre', 'Mark of a secrecy'],
}

/** Of a table that an older version had the name itself. */
export function recordWords(table: string): Bilingual {
  if (!isTableName(table)) return { de: table, en: table }
  const [de, en] = RECORDS[table]
  return { de, en }
}
