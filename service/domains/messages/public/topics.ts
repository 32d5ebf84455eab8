import type { Kysely } from 'kysely'
import type { MessageDesk, Topic } from '../../../../shared/domains/messages/conversation-tables.ts'
import type { TownId } from '../../../../shared/ids.ts'
import { loadRecords } from '../../../store/records.ts'
import type { Schema } from '../../../store/schema.ts'

/** A topic as citizens choose it. */
export interface OfferedTopic {
  /** `department/n`, where n is its place among those of the department. */
  readonly id: string
  readonly topic: Topic
  readonly departmentName: string
  readonly desk: MessageDesk
}

/** What citizens may write about, department by department in the order of the town. */
export async function offeredTopics(db: Kysely<Schema>, townId: TownId): Promise<readonly OfferedTopic[]> {
  const found = await db
    .selectFrom('message_desks')
    .innerJoin('departments', join => join.onRef('departments.town_id', '=', 'message_desks.town_id').onRef('departments.id', '=', 'message_desks.id'))
    .select(['message_desks.id', 'departments.name']).where('message_desks.town_id', '=', townId).where('message_desks.active', '=', true).where('departments.closed_at', 'is', null)
    .orderBy('departments.position').orderBy('departments.id').execute()
  const rows = await loadRecords(db, townId, found.map(({ id }) => ({ table: 'message_desks', id }) as const), false)
  return found.flatMap(({ id, name }) => {
    const desk = rows.get(`message_desks/${id}`) as MessageDesk
    return desk.topics.map((topic, index): OfferedTopic => ({ id: `${id}/${index}`, topic, departmentName: name, desk }))
  })
}
