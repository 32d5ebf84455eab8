import type { NamedNotice } from '../../../../shared/contract/notice-links.ts'
import type { NoticeKind, NoticeRun } from '../../../../shared/domains/notices/tables.ts'
import { NoticeId, NoticeRunId } from '../../../../shared/ids.ts'
import type { Database } from '../../cache/database.ts'
import { effectiveAll, getEffective } from '../../cache/rows.ts'
import { readOnce } from './read-once.ts'

/** A notice as it was read, without most of what it says: a list of thousands needs no more. */
export interface FoundName {
  readonly id: string
  readonly run_id: string
  readonly name: string
  readonly reference: string
}

export const NAME_COLUMNS = "id, run_id, content ->> '$.recipient.name' AS name, content ->> '$.reference' AS reference"

export const namedNotice = ({ id, run_id, name, reference }: FoundName): NamedNotice => ({ id: NoticeId.parse(id), runId: NoticeRunId.parse(run_id), name, reference })

interface KindOfRun {
  readonly run: NoticeRun
  readonly kind: NoticeKind
}

/** A run with its kind, each read once; undefined where this desk holds neither. */
export function kindsByRun(db: Database): (runId: string) => KindOfRun | undefined {
  const kinds = new Map<string, NoticeKind>(effectiveAll(db, 'notice_kinds').map(kind => [kind.id, kind]))
  return readOnce(runId => {
    const run = getEffective(db, 'notice_runs', runId)
    const kind = run && kinds.get(run.kindId)
    return kind && { run, kind }
  })
}
