import type { Channel } from '../../shared/domains/notices/channels.ts'
import type { ClockState } from '../../shared/domains/notices/clock/clock.ts'
import type { FactKind } from '../../shared/domains/notices/clock/facts.ts'
import type { DebtorRole, Parcel, Recipient } from '../../shared/domains/notices/content.ts'
import { html, type Html } from '../portal/html.ts'
import { dayOf, listOf, written } from './exported-list.ts'
import type { PersonConsent, PersonNotice } from './person-notices.ts'

const STATES = {
  'not-sent': 'nicht versandt', 'on-its-way': 'unterwegs', open: 'Frist läuft', objected: 'Widerspruch offen', final: 'bestandskräftig', repeat: 'nicht bekannt gegeben', replaced: 'ersetzt',
} as const satisfies Record<ClockState, string>

const FACTS = {
  posted: 'zur Post gegeben', provided: 'im Postfach bereitgestellt', 'handed-over': 'übergeben oder zugestellt', retrieved: 'im Postfach geöffnet', returned: 'Brief kam zurück', received: 'nachweislich angekommen',
  'never-received': 'nie angekommen', instruction: 'Belehrung geprüft', objected: 'Widerspruch oder Klage eingegangen', settled: 'Widerspruch erledigt', waived: 'auf Widerspruch verzichtet',
  replaced: 'durch anderen Bescheid ersetzt', corrected: 'Eintrag berichtigt',
} as const satisfies Record<FactKind, string>

const CHANNELS = { post: 'per Post', mailbox: 'im Postfach', here: 'in der Verwaltung gedruckt, per Post' } as const satisfies Record<Channel, string>
const ROLES = { owner: 'Eigentümer', leaseholder: 'Erbbauberechtigter', user: 'Nutzer' } as const satisfies Record<DebtorRole, string>

const EUROS = new Intl.NumberFormat('de-DE', { style: 'currency', currency: 'EUR' })
const euros = (cents: number): string => EUROS.format(cents / 100)

/** One notice, with its days and what became of it. */
export function noticeSection({ kind, dated, content, isLeftOut, sent, state, announcedOn, endOn, finalOn, facts, mailbox }: PersonNotice): Html {
  const day = (one: string | null): string => (one === null ? 'offen' : written(one))
  return html`
<h2>Bescheid: ${kind}, Kassenzeichen ${content.reference}</h2>
<dl>
<dt>Datum</dt><dd>${dated === null ? 'noch nicht erlassen' : written(dated)}</dd>
<dt>Empfänger</dt><dd>${addressOf(content.recipient)}</dd>
<dt>Schuldet als</dt><dd>${ROLES[content.debtorRole]}</dd>
<dt>Zeitraum</dt><dd>${written(content.period.from)} bis ${written(content.period.to)}</dd>
<dt>Betrag</dt><dd>${euros(content.totalCents)}, fällig am ${written(content.dueDay)}</dd>
${content.email && html`<dt>E-Mail-Adresse</dt><dd>${content.email}</dd>`}
<dt>Versand</dt><dd>${isLeftOut ? 'nicht versandt' : sent ? CHANNELS[sent.channel] : 'noch nicht versandt'}</dd>
<dt>Stand</dt><dd>${STATES[state]}: bekannt gegeben ${day(announcedOn)}, Frist bis ${day(endOn)}, bestandskräftig ab ${day(finalOn)}</dd>
</dl>
${listOf('Beträge', content.items.map(({ label, cents }) => `${label}: ${euros(cents)}`))}
${listOf('Flurstücke', content.parcels.map(parcelLine))}
${listOf('Im Postfach', mailbox.map(({ providedAt, retrievedAt }) => `bereitgestellt am ${dayOf(providedAt)}, ${retrievedAt ? `geöffnet am ${dayOf(retrievedAt)}` : 'nicht geöffnet'}`))}
${listOf('Was dazu bekannt wurde', facts.map(fact => [`${written(fact.day)}: ${FACTS[fact.kind]}`, fact.note].filter(Boolean).join('. ')))}`
}

const addressOf = ({ name, addition, street, houseNumber, postalCode, place, country }: Recipient): string =>
  [name, addition, `${street} ${houseNumber}`.trim(), `${postalCode} ${place}`.trim(), country].filter(Boolean).join(', ')

const parcelLine = ({ district, section, number, areaSquareMetres }: Parcel): string =>
  `Gemarkung ${district}, Flur ${section}, Flurstück ${number}${areaSquareMetres === null ? '' : `, ${areaSquareMetres} m²`}`

export const consentLine = ({ kind, reference, name, email, givenAt, how, withdrawnAt }: PersonConsent): string =>
  `${kind}, Kassenzeichen ${reference}: ${name}, ${email}, ${how === 'portal' ? 'im Portal' : 'auf Papier'} am ${dayOf(givenAt)}${withdrawnAt ? `, widerrufen am ${dayOf(withdrawnAt)}` : ''}`
