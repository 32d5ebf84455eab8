import { endOfGermanDay, germanDay, isWorkingDay, plusCalendarDays } from '../../german-days.ts'
import type { MessageId } from '../../ids.ts'
import type { Instant } from '../../time.ts'
import type { Conversation } from './conversation-tables.ts'

/** Closures are planned for weeks, not for years: beyond this the day counts as it is. */
const LOOKED_AHEAD_DAYS = 400

/** The first day after `day` on which somebody works at the town hall. */
export function nextOpenDay(day: string, isClosed: (day: string) => boolean = () => false): string {
  const last = plusCalendarDays(day, LOOKED_AHEAD_DAYS)
  let next = plusCalendarDays(day, 1)
  while (next < last && (!isWorkingDay(next) || isClosed(next))) next = plusCalendarDays(next, 1)
  return next
}

/** The end of the day by which an answer is due: so many working days after the message came, closures of the town hall not counted. */
export function answerDue(from: Instant, workingDays: number, isClosed?: (day: string) => boolean): Instant {
  let day = germanDay(from)
  for (let left = workingDays; left > 0; left--) day = nextOpenDay(day, isClosed)
  return endOfGermanDay(day)
}

/** Whether the citizen has said something that nobody has answered, and that the person who acts had not seen. */
export const saysMore = ({ openQuestionId }: Pick<Conversation, 'openQuestionId'>, seen: MessageId | null): boolean => openQuestionId !== null && openQuestionId !== seen

/** The conversation once the citizen has written: somebody who waits already is due as before. */
export const withQuestion = (conversation: Conversation, question: { readonly id: MessageId; readonly at: Instant }, dueAt: Instant): Conversation => ({
  ...conversation,
  state: conversation.state === 'new' ? 'new' : 'open',
  unread: conversation.unread + 1,
  lastMessageAt: question.at,
  waitingSince: conversation.waitingSince ?? question.at,
  dueAt: conversation.waitingSince ? conversation.dueAt : dueAt,
  openQuestionId: question.id,
  closedAt: null,
})

interface Answered {
  readonly id: MessageId
  readonly at: Instant
  readonly by: { readonly personId: Conversation['assigneeId']; readonly name: string }
  /** The citizen's last words as whoever answers knew them. */
  readonly seenQuestion: MessageId | null
}

/** The conversation once the town has answered; whoever answers what nobody holds, holds it. What the citizen has asked beside it goes on waiting. */
export const withAnswer = (conversation: Conversation, { id, at, by, seenQuestion }: Answered): Conversation => {
  const answered = {
    ...conversation, lastMessageAt: at, lastAnswerId: id, lastAnswerByName: by.name, assigneeId: conversation.assigneeId ?? by.personId, assigneeName: conversation.assigneeId ? conversation.assigneeName : by.name,
    closedAt: null,
  }
  return saysMore(conversation, seenQuestion) ? { ...answered, state: 'open' } : { ...answered, state: 'answered', unread: 0, waitingSince: null, dueAt: null, openQuestionId: null }
}

/** Whether the day by which an answer was due is over. */
export const isOverdue = ({ dueAt }: Pick<Conversation, 'dueAt'>, now: Instant): boolean => dueAt !== null && dueAt < now
