import { noticeLetter } from '../../../../shared/domains/notices/notice-letter.ts'
import { sheetsOf } from '../../../../shared/domains/notices/price.ts'
import { waitsForPrinting } from '../../../../shared/domains/notices/print-commands.ts'
import { coverSheet } from '../../../../shared/domains/notices/print-cover.ts'
import { inPostalOrder, pilesOf } from '../../../../shared/domains/notices/print-order.ts'
import type { Notice, NoticeRun } from '../../../../shared/domains/notices/tables.ts'
import { germanDayAt } from '../../../../shared/german-days.ts'
import type { TownId } from '../../../../shared/ids.ts'
import { ok, refuse, type Result } from '../../../../shared/result.ts'
import type { Clock } from '../../../../shared/time.ts'
import type { NoticePrintFileQuery } from '../../../../shared/wire/notice-papers.ts'
import type { Access } from '../../../store/access.ts'
import type { Database } from '../../../store/database.ts'
import type { Typesetter } from '../../letters/typesetter.ts'
import { loadRunRows } from '../run-rows.ts'
import { keptLetters } from '../typeset/kept-files.ts'
import { bind } from './bind.ts'
import type { Pile } from './bound-file.ts'

export interface PrintFileParts {
  readonly database: Database
  readonly clock: Clock
  /** Null where letters cannot be set. */
  readonly typesetter: Typesetter | null
}

type Submitted = NonNullable<NoticeRun['submitted']>

/** A letter with its finished file. */
interface Finished {
  readonly notice: Notice
  readonly pdf: Uint8Array
  readonly pages: number
}

/** Letters of one run that wait to be printed in the house, as one PDF in the order of the post with a cover sheet on each pile. The same letters can be asked for again. */
export async function printFile(parts: PrintFileParts, { actor: { townId }, scopes }: Access, { runId, noticeIds }: NoticePrintFileQuery): Promise<Result<Uint8Array>> {
  const { database: { db }, typesetter, clock } = parts
  const rows = await loadRunRows(db, townId, { runs: [runId], notices: noticeIds }, false)
  const run = rows.run(runId)
  if (!run?.submitted || !scopes.has(run.scope)) return refuse('commands/record-missing', { table: 'notice_runs' })
  const notices = [...new Set(noticeIds)].flatMap(id => rows.notice(id) ?? []).filter(notice => notice.runId === runId)
  if (notices.length === 0) return refuse('commands/record-missing', { table: 'notices' })
  if (run.paused || run.cancelled) return refuse('notices/wrong-stage')
  if (!notices.every(({ sent }) => waitsForPrinting(sent))) return refuse('notices/not-to-print')
  if (!typesetter) return refuse('letters/no-typesetter')
  const letters = await lettersToPrint(db, townId, typesetter, run.submitted, notices)
  if (!letters.ok) return letters
  const piles = await pilesWithCovers(typesetter, run, run.submitted, letters.value, germanDayAt(clock.nowMs()))
  return piles.ok ? ok(await bind({ piles: piles.value, isDuplex: run.submitted.paper.isDuplex })) : piles
}

/** The files as they were checked, in the order of the post; where one is not kept any more, the same letter set anew. */
async function lettersToPrint(db: Database['db'], townId: TownId, typesetter: Typesetter, { contentHash, paper }: Submitted, notices: readonly Notice[]): Promise<Result<readonly Finished[]>> {
  const kept = await keptLetters(db, townId, contentHash, 'print', notices.map(({ id }) => id))
  const letters: Finished[] = []
  for (const { notice } of inPostalOrder(notices.map(one => ({ number: one.number, recipient: one.content.recipient, notice: one })))) {
    const file = kept.get(notice.id)?.file
    const set = file ? ok(new Uint8Array(file.bytes)) : await typesetter.typeset(noticeLetter(notice.content, paper).print)
    if (!set.ok) return set
    letters.push({ notice, pdf: set.value, pages: notice.checked?.pages ?? 1 })
  }
  return ok(letters)
}

async function pilesWithCovers(typesetter: Typesetter, run: NoticeRun, { paper }: Submitted, letters: readonly Finished[], madeOn: string): Promise<Result<readonly Pile[]>> {
  const parted = pilesOf(letters)
  const piles: Pile[] = []
  for (const [index, pile] of parted.entries()) {
    const pages = pile.reduce((sum, letter) => sum + letter.pages, 0)
    const cover = await typesetter.typeset(coverSheet({
      runTitle: run.title, paper, pile: index + 1, piles: parted.length, letters: pile.map(({ notice: { number, content: { recipient } } }) => ({ number, recipient })), pages,
      sheets: pile.reduce((sum, letter) => sum + sheetsOf(letter.pages, paper.isDuplex), 0), madeOn,
    }))
    if (!cover.ok) return cover
    piles.push({ cover: cover.value, letters: pile.map(({ pdf }) => pdf) })
  }
  return ok(piles)
}
