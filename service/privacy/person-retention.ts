import { deletableFrom } from '../../shared/domains/applications/retention.ts'
import { written } from './exported-list.ts'
import type { PersonData } from './person-data.ts'

/** What is kept of somebody, on which basis, and the first day on which it may go; null while no day can be named. */
export interface KeptUntil {
  readonly what: string
  readonly basis: string
  readonly from: string | null
}

const OPEN_CASE = 'Der Vorgang läuft noch; die Frist beginnt mit seinem Ende.'
const NO_RULE = 'Für die Leistung ist keine Frist hinterlegt.'

/** Why what is kept is still there and how long (Art. 15 Abs. 1 Buchst. d, Art. 17 Abs. 3 DSGVO), in the words of the file. */
export const keptUntil = ({ cases, appointments, lettings, notices, conversations, cards, requests }: PersonData): readonly KeptUntil[] => [
  ...cases.map(({ application, service }): KeptUntil => {
    const from = deletableFrom(application, service?.retention ?? null)
    return { what: `Vorgang ${application.reference}`, basis: from === null && !service?.retention ? NO_RULE : from === null ? OPEN_CASE : service?.retention?.basis ?? NO_RULE, from }
  }),
  ...appointments.map(({ place, keptUntil: from }): KeptUntil => ({ what: `Termin, ${place}`, basis: 'Aufbewahrung des Ortes', from })),
  ...lettings.map(({ hall, contractNumber, keptUntil: from }): KeptUntil => ({ what: `${hall}${contractNumber ? `, Vertrag ${contractNumber}` : ''}`, basis: contractNumber ? 'Aufbewahrung des Hauses nach dem Vertrag' : 'Anfrage ohne Vertrag: ein Jahr', from })),
  ...notices.map(({ kind, content, keptUntil: from }): KeptUntil => ({ what: `${kind} ${content.reference}`, basis: 'Aufbewahrung der Bescheidart, ab dem Ende des Jahres; länger bei offenem Widerspruch', from })),
  ...conversations.map(({ subject, caseReference, keptUntil: from }): KeptUntil => ({ what: `Nachrichten „${subject}“`, basis: caseReference === null ? 'Aufbewahrung des Amtes nach der letzten Nachricht oder dem Schließen' : `Geht mit dem Vorgang ${caseReference}`, from })),
  ...cards.map(({ organisation, number, keptUntil: from }): KeptUntil => ({ what: `Dienstausweis ${number || organisation}`, basis: 'Aufbewahrung der Organisation nach dem Ende des Ausweises; das Foto geht früher', from })),
  ...requests.map(({ receivedOn, keptUntil: from }): KeptUntil => ({ what: `Ihr Antrag vom ${written(receivedOn)}`, basis: 'Drei Jahre nach dem Ende des Jahres der Antwort, als Nachweis', from })),
]
