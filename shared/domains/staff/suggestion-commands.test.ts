import { expect, test } from 'vitest'
import { gatherNow, momentOf, type Command } from '../../command.ts'
import { decideCommand } from '../../decide.ts'
import { CommandId, ServiceId, SuggestionId } from '../../ids.ts'
import { instantFromMs } from '../../time.ts'
import type { AnyRow } from '../../tables.ts'
import { answer, hasNewAnswer, make, see } from './suggestion-commands.ts'
import type { Suggestion } from './tables.ts'
import { anActor, aStaffAccount } from './testing.ts'

const NOW = instantFromMs(Date.UTC(2026, 10, 22, 8))
const ID = CommandId.parse('0192a000-0000-7000-8000-0000000000e1')
const author = anActor('clerk', '1')
const lead = anActor('lead', '2')

function decide<Input>(command: Command<Input>, input: Input, rows: readonly AnyRow[], actor = author) {
  const gathered = gatherNow(command, input, ({ id }) => rows.find(row => row.id === id))
  return decideCommand(command, input, gathered, momentOf(actor, NOW, ID))
}

const SCREEN = { kind: 'screen', screen: 'applications' } as const
const typed = (text: string) => ({ accountId: author.accountId, about: SCREEN, text })

function made(): Suggestion {
  const decided = decide(make, typed(' Spalte für den Eingangsweg '), [aStaffAccount()])
  if (!decided.ok || decided.value[0]?.table !== 'suggestions') throw new Error('nothing was made')
  return decided.value[0].row
}

test('a suggestion stands in the town with its author, and is open', () => {
  expect(made()).toMatchObject({ scope: 'town', text: 'Spalte für den Eingangsweg', authorId: author.personId, authorName: 'Person 1', state: 'open', at: NOW })
})

test('it needs words, the own account, and a service there is', () => {
  expect(decide(make, typed('  '), [aStaffAccount()])).toMatchObject({ error: { code: 'suggestions/empty' } })
  expect(decide(make, typed('Etwas'), [aStaffAccount()], lead)).toMatchObject({ error: { code: 'commands/not-allowed' } })
  const about = { kind: 'service', serviceId: ServiceId.parse('gone') } as const
  expect(decide(make, { ...typed('Etwas'), about }, [aStaffAccount()])).toMatchObject({ error: { code: 'commands/record-missing' } })
})

const onIt = (state: Suggestion['state'], text: string) => ({ suggestionId: made().id, state, answer: text })

test('an answer is for leads and administrators, and says why', () => {
  expect(decide(answer, onIt('planned', 'Kommt.'), [made()])).toMatchObject({ error: { code: 'commands/not-allowed' } })
  expect(decide(answer, onIt('declined', ' '), [made()], lead)).toMatchObject({ error: { code: 'suggestions/answer-missing' } })
  expect(decide(answer, onIt('open', ''), [made()], lead)).toMatchObject({ ok: true })
  expect(decide(answer, onIt('done', 'Erledigt.'), [made()], anActor('administrator', '3'))).toMatchObject({
    value: [{ row: { state: 'done', answer: 'Erledigt.', answeredByName: 'Person 3', answeredAt: NOW } }],
  })
})

test('the author has a new answer until it is read; who answers themselves has read it', () => {
  const answered: Suggestion = { ...made(), state: 'planned', answer: 'Kommt.', answeredAt: NOW }
  expect([hasNewAnswer(made()), hasNewAnswer(answered)]).toEqual([false, true])
  expect(decide(see, { suggestionId: answered.id }, [answered])).toMatchObject({ value: [{ row: { answerSeenAt: NOW, answer: 'Kommt.' } }] })
  expect(decide(see, { suggestionId: answered.id }, [{ ...answered, answerSeenAt: NOW }])).toEqual({ ok: true, value: [] })
  expect(decide(see, { suggestionId: answered.id }, [answered], lead)).toMatchObject({ error: { code: 'commands/not-allowed' } })
  const own: Suggestion = { ...made(), authorId: lead.personId }
  expect(decide(answer, { ...onIt('done', 'Ja.'), suggestionId: own.id }, [own], lead)).toMatchObject({ value: [{ row: { answerSeenAt: NOW } }] })
})

test('what is not there is answered by nobody', () => {
  const gone = SuggestionId.parse('0192a000-0000-7000-8000-0000000000ff')
  expect(decide(answer, { ...onIt('open', ''), suggestionId: gone }, [], lead)).toMatchObject({ error: { code: 'commands/record-missing' } })
})
