import type { Kysely } from 'kysely'
import { DepartmentId, type TownId } from '../../../shared/ids.ts'
import type { Instant } from '../../../shared/time.ts'
import { fillTable } from '../../store/records.ts'
import type { Schema } from '../../store/schema.ts'
import type { Random } from '../random.ts'
import { keepAttempts } from './attempts.ts'
import { demoConsents, keepProvisions } from './consents.ts'
import { DEMO_KINDS } from './kinds.ts'
import { withLinkedObjection } from './linked-objection.ts'
import { demoRuns } from './runs.ts'
import { demoNoticeTemplates } from './templates.ts'
import { demoTextBlocks } from './text-blocks.ts'

/** Fills in what the demo town writes to many at once: templates, kinds, and runs of which one waits, one is to be mended, one is to be printed in the house and two are out of it; one objection is dealt with in a case. */
export async function seedNotices(trx: Kysely<Schema>, { townId, now }: { readonly townId: TownId; readonly now: Instant }, random: Random, position: number): Promise<void> {
  const runs = await withLinkedObjection(trx, townId, DepartmentId.parse('steuern'), demoRuns({ now, random }))
  await fillTable(trx, townId, 'text_blocks', demoTextBlocks(now), position)
  await fillTable(trx, townId, 'letter_templates', demoNoticeTemplates(), position)
  await fillTable(trx, townId, 'notice_kinds', Object.values(DEMO_KINDS), position)
  await fillTable(trx, townId, 'notice_runs', runs.map(({ run }) => run), position)
  const notices = runs.flatMap(one => one.notices)
  await fillTable(trx, townId, 'notices', notices, position)
  await fillTable(trx, townId, 'mailbox_consents', demoConsents(runs, now), position)
  await keepAttempts(trx, townId, notices)
  await keepProvisions(trx, townId, runs)
}
