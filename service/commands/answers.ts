import type { Kysely } from 'kysely'
import type { Actor } from '../../shared/actor.ts'
import { contentHash } from '../../shared/canonical.ts'
import { stateOf } from '../../shared/command.ts'
import type { CommandId } from '../../shared/ids.ts'
import type { Instant } from '../../shared/time.ts'
import { CommandAnswer, type CommandOnWire } from '../../shared/wire/commands.ts'
import type { Touched } from '../store/commit.ts'
import { loadRecords } from '../store/records.ts'
import type { Schema } from '../store/schema.ts'
import { visibleRows } from './current.ts'

/** What became of a command, as it is kept under its id. */
export interface Remembered {
  readonly personId: string
  readonly fingerprint: string
  readonly answer: CommandAnswer
  readonly touched: readonly Touched[]
}

/** The answers of a town's commands that have one, by id. */
export async function answersTo(
  db: Kysely<Schema>,
  actor: Actor,
  ids: readonly CommandId[],
): Promise<ReadonlyMap<string, Remembered>> {
  const rows = await db
    .selectFrom('commands')
    .select(['id', 'person_id', 'fingerprint', 'answer', 'touched'])
    .where('town_id', '=', actor.townId)
    .where('id', 'in', ids)
    .execute()
  return new Map(
    rows.map(row => [
      row.id,
      {
        personId: row.person_id,
        fingerprint: row.fingerprint,
        answer: CommandAnswer.parse(row.answer),
        touched: row.touched as readonly Touched[],
      },
    ]),
  )
}

/** An answer as it is kept: a refusal names the rows it showed and leaves out what stood in them. */
const asKept = (answer: CommandAnswer): CommandAnswer =>
  answer.kind === 'refused' ? { ...answer, current: answer.current.map(({ table, id }) => ({ table, id, row: {} })) } : answer

/** An answer as it is told again: with the rows as they stand now, as far as the actor may still see them. */
export async function asToldNow(db: Kysely<Schema>, actor: Actor, answer: CommandAnswer): Promise<CommandAnswer> {
  if (answer.kind !== 'refused' || answer.current.length === 0) return answer
  const records = answer.current.map(({ table, id }) => ({ table, id }))
  const state = stateOf(await loadRecords(db, actor.townId, records, false))
  return { ...answer, current: visibleRows(actor, { records, state }) }
}

/** Keeps an answer under the command's id, in the transaction of the effect; a second one is refused by the database. */
export async function remember(
  db: Kysely<Schema>,
  actor: Actor,
  command: CommandOnWire,
  answer: CommandAnswer,
  touched: readonly Touched[],
  at: Instant,
): Promise<void> {
  await db
    .insertInto('commands')
    .values({
      town_id: actor.townId,
      id: command.id,
      person_id: actor.personId,
      name: command.name,
      fingerprint: contentHash(command),
      answer: JSON.stringify(asKept(answer)),
      touched: JSON.stringify(touched),
      at,
    })
    .execute()
}

/** The answer a command got before; known under other content or of another person it is a mismatch. */
export async function answerAgain(
  db: Kysely<Schema>,
  actor: Actor,
  command: CommandOnWire,
  known: Remembered | undefined,
): Promise<CommandAnswer | undefined> {
  if (!known) return undefined
  const isSame = known.personId === actor.personId && known.fingerprint === contentHash(command)
  return isSame ? asToldNow(db, actor, known.answer) : { kind: 'mismatch', id: command.id }
}
