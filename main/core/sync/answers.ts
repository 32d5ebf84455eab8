import type { RecordRef } from '../../../shared/command.ts'
import { commandNamed } from '../../../shared/commands.ts'
import { unreachable } from '../../../shared/result.ts'
import { instantFromMs, type Clock, type Instant } from '../../../shared/time.ts'
import type { CommandAnswer } from '../../../shared/wire/commands.ts'
import type { Database } from '../cache/database.ts'
import { transact } from '../cache/turn.ts'
import { storeRow } from './apply-row.ts'
import { acknowledgePulled, buildingOn, doubtFiles, entryById, markApplied, markAttention, postpone, recordsOf, settleEarlier, type Verdict } from './outbox.ts'
import { refreshOverlay, type OverlayParts } from './overlay.ts'
import { heldScope } from './scopes.ts'

export interface AnswerParts extends OverlayParts {
  readonly clock: Clock
}

/**
 * Takes in what became of one command, in one transaction; answers the records that may look different now. An answer that
 * comes twice, or to a command settled meanwhile, changes nothing.
 */
export const takeAnswer = (db: Database, parts: AnswerParts, answer: CommandAnswer): readonly RecordRef[] =>
  transact(db, () => refreshOverlay(db, parts, outcomeOf(db, parts, answer)))

function outcomeOf(db: Database, { clock, log }: AnswerParts, answer: CommandAnswer): readonly RecordRef[] {
  switch (answer.kind) {
    case 'applied':
      return takeDone(db, answer, instantFromMs(clock.nowMs()))
    case 'retry':
      // The service may have lost the file: it is asked for it again, and what it lacks is sent again.
      doubtFiles(db, answer.id)
      postpone(db, answer.id, clock.nowMs(), answer.afterMs)
      return []
    case 'refused': {
      // Only into scopes that are held: a row of one that has left this desk meanwhile would stay on its disk for ever.
      const held = answer.current.filter(({ row }) => typeof row['scope'] === 'string' && heldScope(db, row['scope']))
      const current = held.flatMap(({ table, id, row }) => storeRow(db, { table, id, row, position: 0 }))
      return [...current, ...takeOffTheWay(db, answer.id, { code: answer.code, facts: answer.facts, blockedBy: null })]
    }
    case 'blocked':
      return takeOffTheWay(db, answer.id, { code: 'commands/blocked', facts: {}, blockedBy: answer.by })
    case 'mismatch':
      log.error('sync.command-mismatch', { id: answer.id })
      return takeOffTheWay(db, answer.id, { code: 'commands/mismatch', facts: {}, blockedBy: null })
    default:
      return unreachable(answer)
  }
}

function takeDone(db: Database, { id, position }: Extract<CommandAnswer, { kind: 'applied' }>, now: Instant): readonly RecordRef[] {
  const entry = markApplied(db, id, position) ? entryById(db, id) : undefined
  const settled = entry && commandNamed(entry.name)?.settles
  if (entry && settled) settleEarlier(db, entry, settled, now)
  return acknowledgePulled(db, now)
}

/** Puts a command before its author, and with it all that build on it: none of them can be applied any more. */
export function takeOffTheWay(db: Database, id: string, verdict: Verdict): readonly RecordRef[] {
  const entry = entryById(db, id)
  if (!entry || !markAttention(db, id, verdict)) return []
  const blocked: Verdict = { code: 'commands/blocked', facts: {}, blockedBy: entry.id }
  return [...recordsOf(db, entry.sequence), ...buildingOn(db, id).flatMap(next => takeOffTheWay(db, next.id, blocked))]
}
