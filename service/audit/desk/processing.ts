import type { ProcessingActivity } from '../../../shared/wire/protection.ts'
import type { TaskName } from '../../maintenance/tasks.ts'

/** A line of the record of processing (Art. 30 GDPR) as the program knows it; the town checks it and adds what only it knows. */
export interface Activity extends Omit<ProcessingActivity, 'runs' | 'tables'> {
  /** Every table of the database stands in exactly one activity. */
  readonly tables: readonly string[]
  /** What deletes by itself; rules that a person starts stand in `retention`. */
  readonly tasks: readonly TaskName[]
}

const CITIZENS = 'Antragstellende und wer in ihren Angaben genannt ist'
const STAFF_ONLY = 'Beschäftigte, die damit arbeiten'
const BY_LAW = 'Art. 6 Abs. 1 Buchst. c und e DSGVO mit dem Fachrecht'

export const ACTIVITIES: readonly Activity[] = [
  {
    id: 'applications', title: 'Anträge und Vorgänge', purpose: 'Anträge annehmen, bearbeiten, entscheiden und die Entscheidung bekannt geben',
    basis: `${BY_LAW}, das bei jeder Leistung steht`, persons: CITIZENS, data: 'Angaben des Formulars, Anlagen, Nachrichten, Verlauf, Entscheidung, Frist', recipients: STAFF_ONLY,
    retention: 'Nach der Regel der Leistung, gerechnet ab dem Ende des Vorgangs; gelöscht wird von Hand unter „Datenschutz“, „Löschen“', isHealth: false, tasks: ['uploads'],
    tables: ['applications', 'decisions', 'application_events', 'attachments', 'messages', 'tasks', 'comments', 'blobs', 'blob_pieces', 'submissions', 'mailboxes', 'letters', 'receipt_counters',
      'fit_connect_submissions', 'fit_connect_attachments', 'fit_connect_replies', 'fit_connect_refusals', 'fit_connect_callbacks'],
  },
  {
    id: 'appointments', title: 'Termine', purpose: 'Termine vergeben, Personen aufrufen, an Termine erinnern', basis: 'Art. 6 Abs. 1 Buchst. e DSGVO', persons: 'Wer einen Termin bucht oder ohne Termin kommt',
    data: 'Name, E-Mail-Adresse oder Telefon, Anliegen, Zeit', recipients: STAFF_ONLY, retention: 'Nach der Regel des Ortes; danach bleibt nur die Zahl', isHealth: false, tasks: ['appointments', 'holds'],
    tables: ['appointments', 'open_holds', 'places', 'resources', 'appointment_services', 'opening_hours', 'hours_changes', 'ticket_counters', 'calendar_feeds', 'display_addresses'],
  },
  {
    id: 'halls', title: 'Räume und Häuser', purpose: 'Räume vermieten, übergeben und abrechnen', basis: 'Art. 6 Abs. 1 Buchst. b und e DSGVO', persons: 'Wer einen Raum anfragt oder mietet',
    data: 'Name, Anschrift, Telefon, Anlass, Vertrag, Zustand bei der Rückgabe', recipients: STAFF_ONLY, retention: 'Nach der Regel des Hauses nach dem Vertrag; Anfragen ohne Vertrag ein Jahr', isHealth: false, tasks: ['lettings'],
    tables: ['halls', 'hall_bookings', 'hall_contract_counters'],
  },
  {
    id: 'vaccinations', title: 'Impfungen', purpose: 'Impfungen planen, geben, dokumentieren und zurückrufen', basis: 'Art. 9 Abs. 2 Buchst. h und i DSGVO, § 630f BGB, IfSG', persons: 'Wer sich impfen lässt',
    data: 'Person, Fragebogen, Einwilligung, ärztliche Entscheidung, Impfstoff und Charge, Nebenwirkungen', recipients: 'Das Team der Impfstelle; Meldungen nach dem IfSG',
    retention: 'Am Arbeitsplatz 14 Tage nach Abschluss, im Archiv zehn Jahre (§ 630f Abs. 3 BGB); wer ohne Impfung ging, 14 Tage; gelöscht wird nach Vorschlag und Freigabe', isHealth: true, tasks: ['visits', 'sessions', 'records'],
    tables: ['vaccines', 'vaccine_batches', 'vaccination_rules', 'vaccination_sessions', 'vaccination_visits', 'vaccinations', 'vaccination_recalls', 'recall_contacts', 'side_effects', 'vaccination_counters', 'vaccination_keys', 'vaccination_returns', 'vaccination_deletions'],
  },
  {
    id: 'alerts', title: 'Meldungen an die Bevölkerung', purpose: 'Warnen und informieren, wer das bestellt hat', basis: 'Art. 6 Abs. 1 Buchst. a DSGVO (Bestellung), Buchst. e (Warnung)', persons: 'Wer Meldungen bestellt hat',
    data: 'E-Mail-Adresse, Telefonnummer oder Gerät, Themen und Orte, ohne Namen', recipients: 'Die Wege, die die Stadt eingerichtet hat: Mailserver, SMS-Zugang, Dienste der Browser-Hersteller',
    retention: 'Adresse bis zur Abbestellung, unbestätigt sieben Tage; wem was gesendet wurde, 90 Tage nach Ablauf der Meldung; amtliche Warnungen ein Jahr', isHealth: false, tasks: ['subscriptions', 'warnings'],
    tables: ['subscribers', 'alert_deliveries', 'alert_settings', 'alert_topics', 'alert_templates', 'alerts', 'alert_keys', 'alert_sendings', 'alert_tallies', 'official_warnings', 'official_warning_ends', 'warning_sources', 'push_keys'],
  },
  {
    id: 'notices', title: 'Bescheide in großer Zahl', purpose: 'Abgaben festsetzen, bekannt geben, Widersprüche und Rücksendungen festhalten', basis: `${BY_LAW} der Abgabe`, persons: 'Abgabepflichtige',
    data: 'Name, Anschrift, Kassenzeichen, Beträge, Zustellung, Widerspruch, Zustimmung zum Postfach', recipients: 'Druckzentrum, Briefpost',
    retention: 'Nach der Regel der Bescheidart ab dem Ende des Jahres, länger bei offenem Widerspruch; gelöscht wird von Hand unter „Datenschutz“, „Löschen“', isHealth: false, tasks: ['mailboxes'],
    tables: ['notice_kinds', 'notice_runs', 'notices', 'notice_rule_sets', 'notice_letters', 'notice_checks', 'notice_files', 'notice_provisions', 'notice_duties', 'mailbox_consents', 'consent_requests', 'consent_keys'],
  },
  {
    id: 'conversations', title: 'Nachrichten', purpose: 'Anfragen beantworten', basis: 'Art. 6 Abs. 1 Buchst. e DSGVO', persons: 'Wer schreibt oder anruft', data: 'Name, E-Mail-Adresse, Telefon, was geschrieben wurde, Dateien', recipients: STAFF_ONLY,
    retention: 'Nach der Regel des Amtes nach der letzten Nachricht; was in einen Vorgang übernommen wurde, geht mit ihm', isHealth: false, tasks: ['conversations'],
    tables: ['conversations', 'conversation_messages', 'conversation_files', 'message_desks', 'absence_notes'],
  },
  {
    id: 'service-cards', title: 'Dienstausweise', purpose: 'Ausweise für Ehrenamtliche ausstellen und sperren', basis: 'Art. 6 Abs. 1 Buchst. e DSGVO', persons: 'Wer einen Dienstausweis hat', data: 'Name, Organisation, Foto, Nummer, Sperre',
    recipients: 'Wer einen Ausweis prüft, erfährt Gültigkeit und Namen', retention: 'Nach der Regel der Organisation nach dem Ende des Ausweises; Fotos früher', isHealth: false, tasks: ['cards'],
    tables: ['card_organisations', 'card_photos', 'service_cards', 'card_keys', 'card_number_counters'],
  },
  {
    id: 'people', title: 'Akten von Bürgerinnen und Bürgern', purpose: 'Dieselbe Person wiedererkennen, Wünsche und Auskunftssperren beachten', basis: 'Art. 6 Abs. 1 Buchst. e DSGVO, § 51 BMG', persons: 'Wer einen Vorgang, Termin, Bescheid oder Ausweis hat',
    data: 'Name, Geburtstag, Anschrift, Erreichbarkeit, Einwilligungen, Auskunftssperre ohne ihren Grund am Arbeitsplatz', recipients: STAFF_ONLY,
    retention: 'Bis zum letzten Eintrag der Person; Auskunftssperren bis zu ihrem Ende, Gründe zwei Jahre länger', isHealth: false, tasks: ['people'],
    tables: ['people', 'person_records', 'person_merges', 'person_apart', 'person_choices', 'secrecies', 'secrecy_marks', 'secrecy_changes'],
  },
  {
    id: 'staff', title: 'Beschäftigte', purpose: 'Anmelden, Rechte vergeben, vertreten, zusammenarbeiten', basis: 'Art. 6 Abs. 1 Buchst. e DSGVO mit dem Dienst- und Arbeitsrecht', persons: 'Beschäftigte', data: 'Name, Anmeldename, Rechte, Vertretungen, Geräte, eigene Einstellungen und Vorschläge',
    recipients: 'Die Verwaltung des Systems', retention: 'Konten bleiben, solange ihr Name in Vorgängen steht; Anmeldungen enden mit ihrer Zeit; Geräte werden 180 Tage nach der letzten Anmeldung vergessen', isHealth: false, tasks: ['sign-ins', 'leavers'],
    tables: ['staff', 'departments', 'preferences', 'saved_views', 'suggestions', 'credentials', 'desk_secrets', 'scope_epochs', 'sign_in_failures', 'sign_in_keys', 'sign_in_payloads', 'facsimiles', 'devices', 'device_accounts', 'group_grants', 'revoked_grants'],
  },
  {
    id: 'protection', title: 'Protokoll und Datenschutz', purpose: 'Nachweisen, wer was getan und gesehen hat; Rechte der Betroffenen erfüllen', basis: 'Art. 5 Abs. 2, Art. 12 bis 22, Art. 32 DSGVO', persons: 'Beschäftigte; wer einen Antrag nach der DSGVO stellt',
    data: 'Kennungen, Zeiten und Aktionen; Gründe für Zugriffe; Name und Anliegen bei Anträgen', recipients: 'Datenschutz, Verwaltung des Systems ohne Inhalte, Prüfende',
    retention: 'Das Protokoll bleibt (es nennt nur Kennungen); Anträge drei Jahre nach dem Ende des Jahres ihrer Antwort', isHealth: false, tasks: ['audit', 'anchor', 'requests'],
    tables: ['audit_log', 'audit_keys', 'audit_verifications', 'audit_exports', 'health_accesses', 'person_accesses', 'privacy_requests', 'deletion_runs', 'town_heads'],
  },
  {
    id: 'operation', title: 'Technischer Betrieb', purpose: 'Änderungen an alle Arbeitsplätze geben, E-Mails zustellen, den Dienst warten', basis: 'Art. 6 Abs. 1 Buchst. e, Art. 32 DSGVO', persons: 'Alle, deren Einträge sich ändern; wer ein öffentliches Formular abschickt', data: 'Frühere Stände von Einträgen, Antworten auf Befehle, Zustellaufträge; Internetadressen, versiegelt und nur zum Zählen',
    recipients: 'Mailserver der Stadt', retention: 'Frühere Stände 90 Tage, Antworten und erledigte Zustellungen 120 Tage, mit einer Löschung sofort; gezählte Internetadressen wenige Stunden', isHealth: false, tasks: ['feed', 'commands', 'deliveries', 'sign-ins'],
    tables: ['feed', 'commands', 'jobs', 'maintenance', 'dataset', 'migrations', 'sender_counts'],
  },
  {
    id: 'catalogue', title: 'Leistungen, Vorlagen und Einrichtung der Stadt', purpose: 'Festlegen, was die Stadt anbietet und wie sie aussieht', basis: 'Art. 6 Abs. 1 Buchst. e DSGVO', persons: 'Beschäftigte, die etwas festgelegt haben', data: 'Keine Angaben zu Bürgerinnen und Bürgern',
    recipients: 'Öffentlich, soweit angeboten', retention: 'Solange es gilt, und als Beleg früherer Entscheidungen', isHealth: false, tasks: [],
    tables: ['services', 'forms', 'service_drafts', 'letter_templates', 'letter_drafts', 'text_blocks', 'towns', 'town_brandings', 'mail_tests', 'service_imports', 'mailbox_secrets', 'fit_connect_destinations', 'fit_connect_keys', 'fit_connect_mappings'],
  },
]
