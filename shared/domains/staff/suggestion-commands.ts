import * as z from 'zod'
import { defineCommand, type Moment, type State } from '../../command.ts'
import { ROLES } from '../../actor.ts'
import { AccountId, SuggestionId } from '../../ids.ts'
import { ok, refuse, type Result } from '../../result.ts'
import { TOWN_SCOPE } from '../../scope.ts'
import { Suggestion, SUGGESTION_STATES } from './tables.ts'

/** Puts an idea about a service or a screen before everybody in the town hall; its author stands by it with their name. */
export const make = defineCommand({
  name: 'suggestions.make',
  version: 1,
  input: z.object({ accountId: AccountId, about: Suggestion.shape.about, text: z.string().max(4_000) }),
  offline: 'queue',
  roles: ROLES,
  onlyIfUnchanged: false,
  reads: ({ accountId, about }) => [
    { table: 'staff', id: accountId },
    ...(about.kind === 'service' ? [{ table: 'services', id: about.serviceId } as const] : []),
  ],
  decide: (state, { accountId, about, text: typed }, { actor, now, newId }) => {
    if (accountId !== actor.accountId) return refuse('commands/not-allowed')
    if (about.kind === 'service' && !state.get('services', about.serviceId)) return refuse('commands/record-missing', { table: 'services' })
    const text = typed.trim()
    if (!text) return refuse('suggestions/empty')
    const row: Suggestion = {
      id: SuggestionId.parse(newId('suggestion')), scope: TOWN_SCOPE, version: 0, about, text, accountId, authorId: actor.personId,
      authorName: actor.name, at: now, state: 'open', answer: null, answeredBy: null, answeredByName: null, answeredAt: null, answerSeenAt: null,
    }
    return ok([{ table: 'suggestions', row }])
  },
})

const OnSuggestion = z.object({ suggestionId: SuggestionId })

/** Says what becomes of a suggestion. A decision either way is given reasons; taking it back to open is not. */
export const answer = defineCommand({
  name: 'suggestions.answer',
  version: 1,
  input: OnSuggestion.extend({ state: z.enum(SUGGESTION_STATES), answer: z.string().max(4_000) }),
  offline: 'queue',
  roles: ['lead', 'administrator'],
  onlyIfUnchanged: true,
  reads: ({ suggestionId }) => [{ table: 'suggestions', id: suggestionId }],
  decide: (state, { suggestionId, state: newState, answer: typed }, moment) => {
    const suggestion = state.get('suggestions', suggestionId)
    if (!suggestion) return refuse('commands/record-missing', { table: 'suggestions' })
    const text = typed.trim()
    if (newState !== 'open' && !text) return refuse('suggestions/answer-missing')
    return ok([{ table: 'suggestions', row: answered(suggestion, newState, text, moment) }])
  },
})

const answered = (suggestion: Suggestion, state: Suggestion['state'], text: string, { actor, now }: Moment): Suggestion => ({
  ...suggestion,
  state,
  answer: text || null,
  answeredBy: actor.personId,
  answeredByName: actor.name,
  answeredAt: now,
  // Who answers themselves has read it.
  answerSeenAt: suggestion.authorId === actor.personId ? now : null,
})

/** Takes the mark "new answer" off a suggestion once its author has read it. */
export const see = defineCommand({
  name: 'suggestions.see',
  version: 1,
  input: OnSuggestion,
  offline: 'queue',
  roles: ROLES,
  onlyIfUnchanged: false,
  reads: ({ suggestionId }) => [{ table: 'suggestions', id: suggestionId }],
  decide: (state, input, moment) => {
    const own = ownSuggestion(state, input, moment)
    if (!own.ok) return own
    const { answeredAt, answerSeenAt } = own.value
    if (answeredAt === null || answerSeenAt !== null) return ok([])
    return ok([{ table: 'suggestions', row: { ...own.value, answerSeenAt: moment.now } }])
  },
})

function ownSuggestion(state: State, { suggestionId }: z.infer<typeof OnSuggestion>, { actor }: Moment): Result<Suggestion> {
  const suggestion = state.get('suggestions', suggestionId)
  if (!suggestion) return refuse('commands/record-missing', { table: 'suggestions' })
  return suggestion.authorId === actor.personId ? ok(suggestion) : refuse('commands/not-allowed')
}

/** Whether the author has not read the answer yet. */
export const hasNewAnswer = ({ answeredAt, answerSeenAt }: Pick<Suggestion, 'answeredAt' | 'answerSeenAt'>): boolean =>
  answeredAt !== null && answerSeenAt === null

export const suggestionCommands = [make, answer, see] as const
