import type { Transaction } from 'kysely'
import type { TownId } from '../../../../shared/ids.ts'
import type { Schema } from '../../../store/schema.ts'
import type { NoticeLettersTable } from '../tables.ts'
import type { Attempt } from './attempt.ts'

/** Those of these letters that stand in one of these states, which they keep until the transaction ends: what was said of them meanwhile is not overwritten. */
export async function lettersIn<Letter extends Attempt>(trx: Transaction<Schema>, townId: TownId, states: readonly NoticeLettersTable['state'][], letters: readonly Letter[]): Promise<readonly Letter[]> {
  if (letters.length === 0) return []
  const rows = await trx.selectFrom('notice_letters').select(['notice_id', 'attempt']).where('town_id', '=', townId).where('notice_id', 'in', letters.map(({ noticeId }) => noticeId))
    .where('state', 'in', [...states]).orderBy('notice_id').orderBy('attempt').forUpdate().execute()
  return letters.filter(({ noticeId, attempt }) => rows.some(row => row.notice_id === noticeId && row.attempt === attempt))
}
