import type { Kysely } from 'kysely'
import type { Instant } from '../../../shared/time.ts'
import { commitChanges } from '../../store/commit.ts'
import type { Schema } from '../../store/schema.ts'
import { noteOutcome, RESTORED_TASK } from '../outcomes.ts'

/**
 * What was ended since a backup – computers cut off, people who left – is alive again in it: so that nobody comes in by that, every sign-in, every token of a computer and
 * every one-time password ends. Outboxes stay. Log and page say that the database comes out of a backup, and of which moment.
 */
export async function endWhatWasAlive(db: Kysely<Schema>, { backupAt, now }: { readonly backupAt: Instant; readonly now: Instant }): Promise<void> {
  const ended = new Date(backupAt)
  await db.transaction().execute(async trx => {
    await trx.deleteFrom('sign_in_payloads').execute()
    await trx.updateTable('credentials').set({ one_time_until: backupAt }).where('one_time_until', '>', ended).execute()
    for (const { id: townId } of await trx.selectFrom('towns').select('id').execute())
      await commitChanges(trx, { townId, actor: null, action: 'service.restored', commandId: null, about: backupAt, at: now }, [])
    await noteOutcome(trx, RESTORED_TASK, `from ${backupAt}`, now)
  })
}
