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

/** The conversation once the citizen has written: somebody who waits already is due as before. */
export const withQuestion = (conversation: Conversation, at: Instant, dueAt: Instant): Conversation => ({
  ...conversation,
  state: conversation.state === 'new' ? 'new' : 'open',
  unread: conversation.unread + 1,
  lastMessageAt: at,
  waitingSince: conversation.waitingSince ?? at,
  dueAt: conversation.waitingSince ? conversation.dueAt : dueAt,
  closedAt: null,
})

/** The conversation once the town has answered; whoever answers what nobody holds, holds it. */
export const withAnswer = (conversation: Conversation, answer: { readonly id: MessageId; readonly at: Instant; readonly by: { readonly personId: Conversation['assigneeId']; readonly name: string } }): Conversation => ({
  ...conversation,
  state: 'answered',
  unread: 0,
  lastMessageAt: answer.at,
  waitingSince: null,
  dueAt: null,
  lastAnswerId: answer.id,
  lastAnswerByName: answer.by.name,
  assigneeId: conversation.assigneeId ?? answer.by.personId,
  assigneeName: conversation.assigneeId ? conversation.assigneeName : answer.by.name,
  closedAt: null,
})

/** Whether the day by which an answer was due is over. */
export const isOverdue = ({ dueAt }: Pick<Conversation, 'dueAt'>, now: Instant): boolean => dueAt !== null && dueAt < now
