import type { EditedBlock } from '../../../../shared/contract/letters.ts'
import { isUsing } from '../../../../shared/domains/letters/block-problems.ts'
import type { BlockId } from '../../../../shared/domains/letters/tables.ts'
import { ok, type Result } from '../../../../shared/result.ts'
import type { Database } from '../../cache/database.ts'
import { effectiveAll, getEffective } from '../../cache/rows.ts'
import { editedTemplate } from './edited-templates.ts'

/** A block and the templates that use it, each as it is edited itself; a block that is only being begun has none. */
export function editedBlock(db: Database, id: BlockId): Result<EditedBlock> {
  const using = effectiveAll(db, 'letter_templates').filter(template => isUsing(template, id))
  const edited = using.map(template => editedTemplate(db, template.id))
  return ok({ block: getEffective(db, 'text_blocks', id) ?? null, usedBy: edited.flatMap(one => (one.ok ? [one.value] : [])) })
}
