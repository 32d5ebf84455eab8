import type { Transaction } from 'kysely'
import { afterPrinting, enterPrinted } from '../../../../shared/domains/notices/print-commands.ts'
import type { Notice } from '../../../../shared/domains/notices/tables.ts'
import { ok, refuse, type Result } from '../../../../shared/result.ts'
import type { Completion, EffectContext, Guards } from '../../../commands/context.ts'
import type { Schema } from '../../../store/schema.ts'
import { loadRunRows } from '../run-rows.ts'
import { dropFiles } from '../typeset/kept-files.ts'

/** Each of the letters waits to be printed in the house. */
export const areToPrint: Guards = async (trx, context) => {
  const after = await printedNotices(trx, context)
  return after.ok ? null : after.error
}

/** The notices as printed and posted; their files are not needed any more. */
export const withPrinted: Completion = async (trx, context) => {
  const after = await printedNotices(trx, context)
  // The guard has seen the same rows in the same transaction.
  if (!after.ok) throw new Error(after.error.code)
  await dropFiles(trx, context.moment.actor.townId, after.value.map(({ id }) => id))
  return [...context.changes, ...after.value.map(row => ({ table: 'notices' as const, row }))]
}

async function printedNotices(trx: Transaction<Schema>, { input, moment }: EffectContext): Promise<Result<readonly Notice[]>> {
  const { runId, day, noticeIds } = enterPrinted.input.parse(input)
  const rows = await loadRunRows(trx, moment.actor.townId, { notices: noticeIds }, true)
  const printed: Notice[] = []
  for (const id of noticeIds) {
    const notice = rows.notice(id)
    if (notice?.runId !== runId) return refuse('commands/record-missing', { table: 'notices' })
    const after = afterPrinting(notice, day, moment)
    if (!after.ok) return after
    printed.push(after.value)
  }
  return ok(printed)
}
