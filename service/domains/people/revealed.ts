import { reveal } from '../../../shared/domains/people/reveal-command.ts'
import type { Completion, Effects } from '../../commands/context.ts'
import { noteOpened } from './accesses.ts'

/** The reason is kept with who and when; the audit log says of which record. */
export const withReasonNoted: Completion = async (trx, { changes, input, moment: { actor, now } }) => {
  const { recordId, reason } = reveal.input.parse(input)
  await noteOpened(trx, { actor }, { kind: 'revealed', about: recordId, purpose: reason }, now)
  return changes
}

export const onRevealed: Effects = ({ input }) => ({ changes: [], jobs: [], about: reveal.input.parse(input).recordId })
