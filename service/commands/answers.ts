import type { Kysely } from 'kysely'
import type { Actor } from '../../shared/actor.ts'
import { contentHash } from '../../shared/canonical.ts'
import type { CommandId } from '../../shared/ids.ts'
import type { Instant } from '../../shared/time.ts'
import { CommandAnswer, type CommandOnWire } from '../../shared/wire/commands.ts'
import type { Touched } from '../store/commit.ts'
import type { Schema } from '../store/schema.ts'

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
      answer: JSON.stringify(answer),
      touched: JSON.stringify(touched),
      at,
    })
    .execute()
}

/** The answer a command got before; known under other content or of another person it is a mismatch. */
export function answerAgain(actor: Actor, command: CommandOnWire, known: Remembered | undefined): CommandAnswer | undefined {
  if (!known) return undefined
  const isSame = known.personId === actor.personId && known.fingerprint === contentHash(command)
  return isSame ? known.answer : { kind: 'mismatch', id: command.id }
}
