import type { ConversationMessage } from '../../shared/domains/messages/conversation-tables.ts'
import type { CardStatus } from '../../shared/domains/service-cards/tables.ts'
import { html, type Html } from '../portal/html.ts'
import { dayOf, listOf, written } from './exported-list.ts'
import type { PersonCard } from './person-cards.ts'
import type { PersonConversation } from './person-conversations.ts'

const KINDS = { 'from-citizen': 'an die Stadt', 'to-citizen': 'von der Stadt', automatic: 'automatisch', note: 'Vermerk' } as const satisfies Record<ConversationMessage['kind'], string>
const WAYS = { portal: 'im Portal', telephone: 'am Telefon', counter: 'am Schalter', email: 'per E-Mail' } as const satisfies Record<PersonConversation['via'], string>

/** One conversation with the town, the oldest message first. */
export const conversationSection = ({ subject, topic, via, startedAt, name, email, phone, caseReference, messages, files }: PersonConversation): Html => html`
<h2>Nachrichten: ${subject}</h2>
<dl>
<dt>Begonnen</dt><dd>${dayOf(startedAt)}, ${WAYS[via]}, zum Thema ${topic}</dd>
<dt>Absender</dt><dd>${[name, email, phone].filter(Boolean).join(', ')}</dd>
${caseReference && html`<dt>Übernommen in den Vorgang</dt><dd>${caseReference}</dd>`}
</dl>
${listOf('Verlauf', messages.map(({ kind, text, sentAt, retrievedAt }) => `${dayOf(sentAt)}, ${KINDS[kind]}${retrievedAt ? `, gelesen am ${dayOf(retrievedAt)}` : ''}:\n${text}`))}
${listOf('Dateien', files.map(({ filename, addedAt }) => `${filename} (${dayOf(addedAt)})`))}`

const STATUS = {
  requested: 'beantragt', approved: 'genehmigt', issued: 'ausgestellt', 'handed-over': 'ausgehändigt', blocked: 'gesperrt', replaced: 'ersetzt', refused: 'abgelehnt', withdrawn: 'zurückgezogen',
} as const satisfies Record<CardStatus, string>

export const cardLine = ({ organisation, unitName, givenName, familyName, rank, duty, number, validFrom, validUntil, status, photo }: PersonCard): string =>
  [`${organisation}, ${unitName}: ${[givenName, familyName, rank, duty].filter(Boolean).join(', ')}`, `${number ? `Nummer ${number}, ` : ''}gültig ${written(validFrom)} bis ${written(validUntil)}, ${STATUS[status]}${photo ? '; das Foto steht in daten.json' : ''}`].join('\n')
