import type * as z from 'zod'
import type { WholeCase as WholeCaseSchema } from '../../../../shared/contract/applications.ts'
import { BY_ITSELF } from '../../../../shared/commands.ts'
import { blocksIn } from '../../../../shared/domains/letters/text-blocks.ts'
import type { ApplicationId } from '../../../../shared/ids.ts'
import { ok, refuse, type Result } from '../../../../shared/result.ts'
import type { Database } from '../../cache/database.ts'
import { effectiveAll, effectiveWhere, getEffective } from '../../cache/rows.ts'
import { statement } from '../../cache/statements.ts'

export type WholeCase = z.infer<typeof WholeCaseSchema>

/** Everything this desk knows about one case, own pending changes included. */
export function getCase(db: Database, id: ApplicationId): Result<WholeCase> {
  const application = getEffective(db, 'applications', id)
  const form = application && getEffective(db, 'forms', application.formId)
  const service = application && getEffective(db, 'services', application.serviceId)
  if (!application || !form || !service) return refuse('applications/not-found')
  const of = <Name extends 'application_events' | 'messages' | 'attachments' | 'tasks' | 'comments'>(table: Name) => effectiveWhere(db, table, 'application_id', id)
  const decision = application.decisionId === null ? undefined : getEffective(db, 'decisions', application.decisionId)
  const department = getEffective(db, 'departments', application.departmentId)
  const letterTemplates = effectiveAll(db, 'letter_templates').filter(({ active, serviceId }) => active && (serviceId === null || serviceId === service.id))
  return ok({
    application,
    form,
    service,
    departmentName: department?.name ?? application.departmentId,
    department: department ?? null,
    letterTemplates,
    textBlocks: [...new Set(letterTemplates.flatMap(blocksIn))].flatMap(blockId => getEffective(db, 'text_blocks', blockId) ?? []),
    decision: decision ?? null,
    earlierDecisions: effectiveWhere(db, 'decisions', 'application_id', id).filter(earlier => earlier.id !== decision?.id).toSorted(by('proposedAt')).toReversed(),
    events: of('application_events').toSorted(by('at')),
    messages: of('messages').toSorted(by('sentAt')),
    attachments: of('attachments').toSorted(by('addedAt')),
    tasks: of('tasks').toSorted(by('createdAt')),
    comments: of('comments').toSorted(by('at')),
    pending: pendingOn(db, id),
  })
}

/** By time, then by id, so that equal times keep one order. */
const by = <Field extends string>(field: Field) => <Row extends Readonly<Record<Field | 'id', string>>>(left: Row, right: Row): number =>
  compare(left[field], right[field]) || compare(left.id, right.id)

const compare = (left: string, right: string): number => (left < right ? -1 : Number(left > right))

function pendingOn(db: Database, id: ApplicationId): WholeCase['pending'] {
  const rows = statement(
    db,
    `SELECT outbox.id, outbox.name, outbox.tentative FROM outbox JOIN outbox_records USING (sequence)
     WHERE outbox_records.table_name = 'applications' AND outbox_records.record_id = ? AND outbox.state = 'pending'
       AND outbox.name NOT IN (SELECT value FROM json_each(?)) ORDER BY sequence`,
  ).all(id, JSON.stringify(BY_ITSELF)) as { id: WholeCase['pending'][number]['id']; name: string; tentative: number }[]
  return rows.map(row => ({ ...row, tentative: row.tentative === 1 }))
}
