import type { Form } from '../../shared/domains/applications/service-tables.ts'
import type { Attachment } from '../../shared/domains/applications/tables.ts'
import { germanTime } from '../../shared/german-days.ts'
import type { Json, JsonObject } from '../../shared/json.ts'
import { html, type Html } from '../portal/html.ts'
import { notesToTell } from './exported-json.ts'
import { cardLine, conversationSection } from './exported-contacts.ts'
import { consentLine, noticeSection } from './exported-notices.ts'
import type { CaseSubmission } from './case-ways.ts'
import { dayOf, listOf, written } from './exported-list.ts'
import type { PersonLetting } from './person-lettings.ts'
import type { PersonAppointment } from './person-appointments.ts'
import { requestLine } from './person-requests.ts'
import { keptUntil, type KeptUntil } from './person-retention.ts'
import type { CaseData, KnownCitizen, PersonData } from './person-data.ts'

const STYLE = `body { font: 1rem/1.5 sans-serif; max-width: 50rem; margin: 2rem auto; padding: 0 1rem; color: #111; background: #fff }
h2 { margin-top: 3rem; border-top: 1px solid #767676; padding-top: 1rem } dt { font-weight: 600 } dd { margin: 0 0 .5rem; white-space: pre-wrap }`

const CHANNELS = { portal: 'Online-Portal', 'state-portal': 'Portal des Landes', paper: 'Papier', telephone: 'Telefon' } as const
const OUTCOMES = { granted: 'bewilligt', refused: 'abgelehnt' } as const

/** The same data to read: one page that needs nothing else. */
export function exportedPage(data: PersonData, townName: string): string {
  const { people, cases, appointments, lettings, notices, consents, conversations, cards, requests } = data
  const recipients = notices.length > 0 ? notices.map(({ content }) => content.recipient) : consents
  const names = [...new Set((people.length > 0 ? people : recipients).map(({ name }) => name))].join(', ')
  const page = html`<!doctype html><html lang="de"><head><meta charset="utf-8"><title>Auskunft: ${names}</title><style>${STYLE}</style></head><body>
<h1>Auskunft über gespeicherte Daten</h1>
<p>Stadt ${townName}, nach Art. 15 Datenschutz-Grundverordnung. Dieselben Angaben stehen maschinenlesbar in <code>daten.json</code>, die Dateien im Ordner <code>anlagen</code>.</p>
<dl>${people.map(citizenFacts)}</dl>
${listOf('Wünsche und Einwilligungen', people.flatMap(({ choices }) => choices.map(choiceLine)))}
${listOf('Auskunftssperre', people.flatMap(({ secrecyChanges }) => secrecyChanges.map(secrecyLine)))}
${cases.map(caseSection)}
${appointments.length > 0 && html`<h2>Termine</h2>${listOf('Auf Ihren Namen gebucht', appointments.map(appointmentLine))}`}
${lettings.length > 0 && html`<h2>Räume und Häuser</h2>${listOf('Auf Ihren Namen angefragt', lettings.map(lettingLine))}`}
${conversations.map(conversationSection)}
${cards.length > 0 && html`<h2>Dienstausweise</h2>${listOf('Für Sie ausgestellt oder beantragt', cards.map(cardLine))}`}
${notices.map(noticeSection)}
${consents.length > 0 && html`<h2>Zustimmungen zum Postfach</h2>${listOf('Bescheide im Postfach statt per Post', consents.map(consentLine))}`}
${listOf('Was Sie nach der Datenschutz-Grundverordnung verlangt haben', requests.map(requestLine))}
${listOf('Wie lange etwas aufbewahrt wird', keptUntil(data).map(keptLine))}
<h2>Was hier nicht steht</h2>
<p>Über Impfungen gibt die Impfstelle Auskunft, denn nur sie darf diese Angaben lesen. Wer Warnungen abonniert hat, steht nur mit E-Mail-Adresse oder Gerät gespeichert, ohne Namen; jede Nachricht enthält den Link, der zeigt und löscht, was dazu gespeichert ist.</p>
</body></html>`
  return page.text
}

const citizenFacts = ({ name, email, birthDay, phone, address }: KnownCitizen): Html => html`<dt>Name</dt><dd>${name}</dd><dt>E-Mail-Adresse</dt><dd>${email ?? 'keine'}</dd>
${birthDay && html`<dt>Geburtsdatum</dt><dd>${written(birthDay)}</dd>`}${phone && html`<dt>Telefon</dt><dd>${phone}</dd>`}
${address && html`<dt>Anschrift</dt><dd>${[address.street, `${address.postalCode} ${address.place}`.trim()].filter(Boolean).join(', ')}</dd>`}`

const WAYS: Readonly<Record<string, string>> = { mailbox: 'Postfach', email: 'E-Mail', letter: 'Brief', telephone: 'Telefon' }
const SOURCES = { portal: 'im Portal', paper: 'auf Papier', telephone: 'am Telefon', counter: 'am Schalter' } as const
const SECRECY = { set: 'eingetragen', extended: 'verlängert', lifted: 'aufgehoben' } as const

const choiceLine = ({ kind, subject, value, source, at }: KnownCitizen['choices'][number]): string =>
  `${dayOf(at)}, ${SOURCES[source]}: ${kind === 'way' ? `bevorzugter Weg ${WAYS[value] ?? value}` : `Einwilligung „${subject}“ ${value === 'given' ? 'erteilt' : 'widerrufen'}`}`

const secrecyLine = ({ kind, until, at }: KnownCitizen['secrecyChanges'][number]): string =>
  `${dayOf(at)}: ${SECRECY[kind]}${until ? ` bis ${written(until)}` : ''}`

const keptLine = ({ what, basis, from }: KeptUntil): string => `${what}: ${from ? `löschbar ab ${written(from)}` : 'noch ohne Tag'}. ${basis}`

const caseSection = ({ application, service, form, decisions, messages, events, comments, tasks, attachments, submission, letters }: CaseData): Html => html`
<h2>${application.reference}: ${service?.title.de ?? application.serviceId}</h2>
<dl>
<dt>Eingang</dt><dd>${dayOf(application.receivedAt)}, ${CHANNELS[application.channel]}</dd>
${Object.entries(application.form).map(([key, value]) => html`<dt>${labelOf(form, key)}</dt><dd>${valueOf(form, key, value)}</dd>`)}
${submission && html`<dt>Über das Portal des Landes</dt><dd>${submissionLine(submission)}</dd>`}
</dl>
${listOf('Briefe', letters.map(({ code, dated }) => `vom ${written(dated)}, Prüfnummer ${code}`))}
${listOf('Entscheidungen', decisions.map(({ outcome, reason, conditions, settledAt, state }) =>
  `${state === 'approved' ? 'Entschieden' : 'Vorgeschlagen'}${settledAt ? ` am ${dayOf(settledAt)}` : ''}: ${OUTCOMES[outcome]}. ${reason} ${conditions}`.trim()))}
${listOf('Nachrichten', messages.map(({ direction, subject, text, sentAt }) => `${dayOf(sentAt)}, ${direction === 'to-citizen' ? 'von der Stadt' : 'an die Stadt'}: ${subject}\n${text}`))}
${listOf('Vermerke', [...events.flatMap(({ kind, at, text }) => (kind === 'noted' && text ? [`${dayOf(at)}: ${text}`] : [])), ...comments.map(({ at, text }) => `${dayOf(at)}: ${text}`)])}
${listOf('Aufgaben', tasks.map(({ title, dueAt, doneAt }) => `${title}${dueAt ? `, bis ${dayOf(dueAt)}` : ''}: ${doneAt ? `erledigt am ${dayOf(doneAt)}` : 'offen'}`))}
${listOf('Dateien', attachments.map(fileLine))}`

const submissionLine = ({ submissionId, submittedAt, replies }: CaseSubmission): string =>
  [`Einreichung ${submissionId}`, submittedAt && `abgeschickt am ${dayOf(submittedAt)}`, ...replies.flatMap(({ sentAt }) => (sentAt ? [`Stand zurückgemeldet am ${dayOf(sentAt)}`] : []))].filter(Boolean).join(', ')

const STATUS = {
  held: 'nicht bestätigt', booked: 'gebucht', waiting: 'wartet', called: 'aufgerufen', serving: 'läuft', parked: 'unterbrochen', finished: 'wahrgenommen', missed: 'nicht erschienen', cancelled: 'abgesagt',
} as const

const appointmentLine = ({ startsAt, place, services, persons, status, name, phone, note }: PersonAppointment): string =>
  [`${dayOf(startsAt)}, ${germanTime(startsAt)} Uhr, ${place}: ${services.join(', ')}, ${persons} ${persons === 1 ? 'Person' : 'Personen'}, ${STATUS[status]}`, [name, phone, note].filter(Boolean).join(', ')].join('\n')

const LETTING_STATUS = {
  requested: 'angefragt', approved: 'genehmigt', contracted: 'Vertrag geschlossen', 'handed-over': 'Schlüssel übergeben', returned: 'zurückgegeben', refused: 'abgelehnt', cancelled: 'abgesagt',
} as const

const lettingLine = ({ startsAt, hall, purpose, status, tenant, contractNumber, reason, note }: PersonLetting): string =>
  [
    `${dayOf(startsAt)}, ${germanTime(startsAt)} Uhr, ${hall}: ${purpose}, ${LETTING_STATUS[status]}`,
    [contractNumber, tenant.name, tenant.organisation, tenant.street, `${tenant.postalCode} ${tenant.place}`.trim(), tenant.phone, reason, note].filter(Boolean).join(', '),
  ].join('\n')

const fileLine = (file: Attachment): string => [
  `${file.filename} (${dayOf(file.addedAt)})${file.isWithheld ? ', liegt nicht bei: Sie erhalten die geschwärzte Fassung' : ''}`,
  ...notesToTell(file).map(({ page, text, at }) => `Anmerkung auf Seite ${page}, ${dayOf(at)}: ${text}`),
].join('\n')

const labelOf = (form: Form | undefined, key: string): string =>
  form?.sections.flatMap(({ fields }) => fields).find(field => field.key === key)?.label.de ?? key

function valueOf(form: Form | undefined, key: string, value: Json | JsonObject): string {
  if (typeof value === 'string') return form?.valueLabels[key]?.[value]?.de ?? value
  if (typeof value === 'boolean') return value ? 'ja' : 'nein'
  return value === null ? 'keine Angabe' : JSON.stringify(value)
}
