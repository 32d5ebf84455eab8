import type { RecordRef, State } from '../../command.ts'
import { DecisionId, derivedUuid, EventId, type ApplicationId, type PersonId } from '../../ids.ts'
import type { DecisionContent } from './rules.ts'
import type { Decision } from './tables.ts'

/** Proposals on a case are numbered in their ids, so that a rule can read all of them by key. */
export const decisionIdOf = (applicationId: ApplicationId, number: number): DecisionId => DecisionId.parse(derivedUuid(applicationId, `decision/${number}`))

/** The line of history of a case that staff took down: its id is known without looking. */
export const captureEvent = (applicationId: ApplicationId): EventId => EventId.parse(derivedUuid(applicationId, 'captured'))

/** All proposals on a case so far, also those sent back, the first one first. */
export function earlierDecisions(state: State, applicationId: ApplicationId): readonly Decision[] {
  const found: Decision[] = []
  for (;;) {
    const next = state.get('decisions', decisionIdOf(applicationId, found.length + 1))
    if (!next) return found
    found.push(next)
  }
}

/** What `authorsOf` looks at; it names one proposal more with each that is known. */
export const earlierRecords = (state: State, applicationId: ApplicationId): readonly RecordRef[] => [
  { table: 'application_events', id: captureEvent(applicationId) },
  ...Array.from({ length: earlierDecisions(state, applicationId).length + 1 }, (_, index) => ({ table: 'decisions', id: decisionIdOf(applicationId, index + 1) }) as const),
]

/**
 * Everybody who wrote a part of what is about to be proposed: whoever proposes it, whoever took the application down for the
 * citizen, and whoever first wrote words, or set the amount, that an earlier proposal on the case had and this one still has.
 */
export function authorsOf(state: State, applicationId: ApplicationId, content: DecisionContent, proposer: PersonId): PersonId[] {
  const capturer = state.get('application_events', captureEvent(applicationId))?.actorId ?? null
  const earlier = earlierDecisions(state, applicationId)
  const writers = earlier.filter((decision, index) => wroteFirst(decision, earlier.slice(0, index), content)).map(({ proposedBy }) => proposedBy)
  return [...new Set([proposer, ...(capturer ? [capturer] : []), ...writers])]
}

function wroteFirst(decision: Decision, before: readonly Decision[], content: DecisionContent): boolean {
  const isAmountTheirs = decision.amountCents !== null && decision.amountCents === content.amountCents && before.every(({ amountCents }) => amountCents !== decision.amountCents)
  const [now, then, earlier] = [wordsOf(content), wordsOf(decision), before.map(wordsOf)]
  const isLeft = (run: string): boolean => now.includes(run) && then.includes(run) && !earlier.some(words => words.includes(run))
  return isAmountTheirs || [...runsOf(decision), ...runsOf(content)].some(isLeft)
}

/** As many words in a row are somebody's wording, and so is a shorter sentence; the shortest ones only where they are the whole text. */
const WORDS_IN_A_RUN = 6
const WORDS_IN_A_SENTENCE = 3

/** What persons write in a decision: its reasons, its conditions, what they put into the letter. */
const textsOf = ({ reason, conditions, letter }: DecisionContent): readonly string[] => [reason, conditions, ...Object.values(letter?.values ?? {})]

const wordsIn = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** All words, set so that no run is found across two texts or inside a longer word. */
const wordsOf = (content: DecisionContent): string => textsOf(content).map(text => ` ${wordsIn(text).join(' ')} `).join('\n')

function runsOf(content: DecisionContent): readonly string[] {
  return textsOf(content).flatMap(text => {
    const sentences = text.split(/[.!?;\n]+/).map(wordsIn).filter(words => words.length > 0)
    return sentences.filter(words => sentences.length === 1 || words.length >= WORDS_IN_A_SENTENCE).flatMap(runsIn)
  })
}

function runsIn(words: readonly string[]): readonly string[] {
  const length = Math.min(WORDS_IN_A_RUN, words.length)
  return Array.from({ length: words.length - length + 1 }, (_, at) => ` ${words.slice(at, at + length).join(' ')} `)
}
