import type * as z from 'zod'
import { addRows, beginRun, NOTICES_AT_ONCE } from '../../../../../shared/domains/notices/prepare-commands.ts'
import { derivedUuid, NoticeRunId, type CommandId } from '../../../../../shared/ids.ts'
import { ok, type Refusal, type Result } from '../../../../../shared/result.ts'
import type { Database } from '../../../cache/database.ts'
import { transact } from '../../../cache/turn.ts'
import type { NoticesAnswer } from './import-request.ts'

type Submitted = Result<{ readonly commandId: CommandId }>
export type SubmitEach = (commands: readonly { readonly name: string; readonly input: unknown }[]) => readonly Submitted[]

/** Carries a refusal out of a transaction, so that nothing of it stays. */
class NotStored extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}

/** Begins a run and saves all its notices in one transaction of the desk: a crash leaves all of them or none. */
export function storeRun(db: Database, submitEach: SubmitEach, run: z.infer<typeof beginRun.input>, notices: NoticesAnswer): Result<{ readonly runId: NoticeRunId }> {
  try {
    return transact(db, () => {
      const runId = NoticeRunId.parse(derivedUuid(saved(submitEach([{ name: beginRun.name, input: run }])[0]), 'run'))
      const blocks = Array.from({ length: Math.ceil(notices.length / NOTICES_AT_ONCE) }, (_, index) => index * NOTICES_AT_ONCE)
      const rows = blocks.map(start => ({ name: addRows.name, input: { runId, first: start + 1, notices: notices.slice(start, start + NOTICES_AT_ONCE) } }))
      for (const answer of submitEach(rows)) saved(answer)
      return ok({ runId })
    })
  } catch (error) {
    if (error instanceof NotStored) return { ok: false, error: error.refusal }
    throw error
  }
}

function saved(answer: Submitted | undefined): CommandId {
  if (!answer?.ok) throw new NotStored(answer ? answer.error : { code: 'request/unexpected' })
  return answer.value.commandId
}
