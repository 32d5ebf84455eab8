import type * as z from 'zod'
import { addRows, beginRun, NOTICES_AT_ONCE } from '../../../../../shared/domains/notices/prepare-commands.ts'
import { derivedUuid, NoticeRunId } from '../../../../../shared/ids.ts'
import { ok, type Result } from '../../../../../shared/result.ts'
import type { Sync } from '../../../sync/sync.ts'
import type { NoticesAnswer } from './import-request.ts'

/** Begins a run and saves all its notices, or none of it; `andThen` happens with it or not at all. */
export const storeRun = (submitWhole: Sync['submitWhole'], run: z.infer<typeof beginRun.input>, notices: NoticesAnswer, andThen: () => void): Result<{ readonly runId: NoticeRunId }> =>
  submitWhole(submit => {
    const begun = submit(beginRun.name, run)
    if (!begun.ok) return begun
    const runId = NoticeRunId.parse(derivedUuid(begun.value.commandId, 'run'))
    for (let start = 0; start < notices.length; start += NOTICES_AT_ONCE) {
      const added = submit(addRows.name, { runId, first: start + 1, notices: notices.slice(start, start + NOTICES_AT_ONCE) })
      if (!added.ok) return added
    }
    andThen()
    return ok({ runId })
  })
