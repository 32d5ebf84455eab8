import type { Kysely } from 'kysely'
import type { Conversation, ConversationMessage } from '../../../shared/domains/messages/conversation-tables.ts'
import { answerDue } from '../../../shared/domains/messages/waiting.ts'
import type { Staff } from '../../../shared/domains/staff/tables.ts'
import { ConversationId, DepartmentId, derivedUuid, MessageId, type TownId } from '../../../shared/ids.ts'
import { departmentScope, TOWN_SCOPE } from '../../../shared/scope.ts'
import { instantFromMs, msOf, plusDays, type Instant } from '../../../shared/time.ts'
import { fillTable } from '../../store/records.ts'
import type { Schema } from '../../store/schema.ts'
import { inventCitizen, type Citizen } from '../citizen.ts'
import type { Random } from '../random.ts'
import { demoStaff } from '../staff.ts'
import { TOWN } from '../town.ts'
import { DEMO_DESKS, DEMO_TALKS, type Talk } from './talks.ts'

const KEPT_DAYS = 365
const HOUR_MS = 3_600_000

/** Fills the demo town's inbox: messages in every state, some that have waited too long, calls that were taken down, two languages. */
export async function seedMessages(trx: Kysely<Schema>, { townId, now }: { readonly townId: TownId; readonly now: Instant }, random: Random, position: number): Promise<void> {
  const staff = demoStaff(now)
  const talks = DEMO_TALKS.map((talk, index) => invent({ talk, citizen: inventCitizen(random), staff, now, label: `talk/${index}`, position }))
  await fillTable(trx, townId, 'message_desks', DEMO_DESKS.map(({ department, topics, answerDays }) =>
    ({ id: DepartmentId.parse(department), scope: TOWN_SCOPE, version: position, topics, answerDays, keepDays: KEPT_DAYS, absence: null, active: true })), position)
  await fillTable(trx, townId, 'conversations', talks.map(({ conversation }) => conversation), position)
  await fillTable(trx, townId, 'conversation_messages', talks.flatMap(({ messages }) => messages), position)
}

interface Source {
  readonly talk: Talk
  readonly citizen: Citizen
  readonly staff: readonly Pick<Staff, 'login' | 'personId' | 'name'>[]
  readonly now: Instant
  readonly label: string
  readonly position: number
}

function invent({ talk, citizen, staff, now, label, position }: Source): { readonly conversation: Conversation; readonly messages: readonly ConversationMessage[] } {
  const id = ConversationId.parse(derivedUuid(TOWN.id, label))
  const scope = departmentScope(DepartmentId.parse(talk.department))
  const startedAt = instantFromMs(msOf(plusDays(now, -talk.daysAgo)) - HOUR_MS)
  const holder = staff.find(({ login }) => login === talk.by)
  const desk = DEMO_DESKS.find(({ department }) => department === talk.department)
  const name = `${citizen.firstName} ${citizen.lastName}`
  // What was said follows in even steps; the last is at least a quarter of an hour old.
  const stepMs = Math.max(900_000, Math.min(5 * HOUR_MS, (msOf(now) - msOf(startedAt) - 900_000) / talk.lines.length))
  const messages = talk.lines.map(([who, text], index): ConversationMessage => {
    const sentAt = instantFromMs(Math.min(msOf(now) - 60_000, msOf(startedAt) + index * stepMs))
    const isTown = who === 't'
    const isStaff = who !== 'c'
    return {
      id: MessageId.parse(derivedUuid(TOWN.id, `${label}/${index}`)), scope, version: position, conversationId: id, applicationId: null, kind: who === 'c' ? 'from-citizen' : isTown ? 'to-citizen' : 'note', text,
      authorId: isStaff ? (holder?.personId ?? null) : null, authorName: isStaff ? (holder?.name ?? 'Bürgerservice') : name, sentAt, providedAt: isTown ? sentAt : null,
      retrievedAt: isTown && index < talk.lines.length - 1 ? instantFromMs(msOf(sentAt) + 600_000) : null,
    }
  })
  return { messages, conversation: { ...conversationOf({ talk, citizen, startedAt, answerDays: desk?.answerDays ?? 3, messages }), id, scope, version: position, name, topic: desk?.topics[talk.topic]?.de ?? '', assigneeId: holder?.personId ?? null, assigneeName: holder?.name ?? null } }
}

type Standing = Omit<Conversation, 'id' | 'scope' | 'version' | 'name' | 'topic' | 'assigneeId' | 'assigneeName'>

function conversationOf({ talk, citizen, startedAt, answerDays, messages }: { readonly talk: Talk; readonly citizen: Citizen; readonly startedAt: Instant; readonly answerDays: number; readonly messages: readonly ConversationMessage[] }): Standing {
  const answer = messages.findLast(({ kind }) => kind === 'to-citizen')
  const last = messages.at(-1)?.sentAt ?? startedAt
  const waits = talk.state === 'new' || talk.state === 'open'
  const asked = messages.findLast(({ kind }) => kind === 'from-citizen')
  const waitingSince = waits ? (asked?.sentAt ?? startedAt) : null
  return {
    subject: talk.subject, email: talk.withoutEmail || talk.via ? null : citizen.email, phone: talk.via ? citizen.telephone : '', via: talk.via ?? 'portal', language: talk.language ?? 'de', state: talk.state,
    unread: waits && talk.via === undefined && !(talk.by && talk.lines.length === 1) ? 1 : 0, startedAt, lastMessageAt: last, waitingSince, dueAt: waitingSince && answerDue(waitingSince, answerDays),
    lastAnswerId: answer?.id ?? null, lastAnswerByName: answer?.authorName ?? null, openQuestionId: waits ? (asked ?? messages[0])?.id ?? null : null,
    closedAt: talk.state === 'closed' ? last : null, applicationId: null,
  }
}
