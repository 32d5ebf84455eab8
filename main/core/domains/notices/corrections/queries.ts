import type { NamedNotice, Replacements } from '../../../../../shared/contract/notice-links.ts'
import { isDelivery } from '../../../../../shared/domains/notices/clock/facts.ts'
import { knownFacts } from '../../../../../shared/domains/notices/clock/known-facts.ts'
import { hasLeft, isRunOfReplacements } from '../../../../../shared/domains/notices/correct-command.ts'
import { stageOf } from '../../../../../shared/domains/notices/stage.ts'
import type { Notice, NoticeRun } from '../../../../../shared/domains/notices/tables.ts'
import { instantFromMs } from '../../../../../shared/time.ts'
import type { Database } from '../../../cache/database.ts'
import { effectiveAll, getEffective } from '../../../cache/rows.ts'
import { shownRow, shownWhere } from '../../../cache/shown-rows.ts'
import { statement } from '../../../cache/statements.ts'

/** What stands on both sides of a notice; answered without the service. */
export interface CorrectionQueries {
  replacements(noticeId: string): Replacements
}

interface CorrectionParts {
  readonly cache: { readonly db: Database }
  readonly now: () => number
  readonly actor: () => { readonly personId: string }
}

const BY = shownWhere('notices', 'replaces IS NOT NULL AND replaces = @noticeId AND left_out IS NULL')

export const createCorrectionQueries = ({ cache: { db }, now, actor }: CorrectionParts): CorrectionQueries => ({
  replacements: noticeId => {
    const notice = getEffective(db, 'notices', noticeId)
    const run = notice && getEffective(db, 'notice_runs', notice.runId)
    const before = notice?.replaces ? getEffective(db, 'notices', notice.replaces) : undefined
    return { replaces: before ? named(before) : null, by: replacementOf(db, noticeId), joins: run ? joined(db, run, actor().personId, now()) : null }
  },
})

const named = ({ id, runId, content }: Notice): NamedNotice => ({ id, runId, name: content.recipient.name, reference: content.reference })

/** What takes its place or is prepared to; one that never goes does not. */
function replacementOf(db: Database, noticeId: string): Replacements['by'] {
  const found = statement(db, BY).all({ noticeId }).map(row => shownRow('notices', row)).flatMap(notice => {
    const run = getEffective(db, 'notice_runs', notice.runId)
    return run && notice.sent?.state !== 'cancelled' && (!run.cancelled || notice.sent) ? [{ ...named(notice), runTitle: run.title, hasLeft: hasLeft(notice), isPosted: knownFacts(notice.facts).facts.some(isDelivery) }] : []
  })
  return found[0] ?? null
}

/** The newest run of replacements of this kind which this person prepares. */
function joined(db: Database, { kindId }: NoticeRun, personId: string, nowMs: number): Replacements['joins'] {
  const [run] = effectiveAll(db, 'notice_runs')
    .filter(one => one.kindId === kindId && isRunOfReplacements(one) && stageOf(one, instantFromMs(nowMs)) === 'draft' && one.authors.some(author => author.personId === personId))
    .toSorted((one, other) => (one.createdAt < other.createdAt ? 1 : -1))
  if (!run) return null
  const first = statement(db, FIRST).get({ runId: run.id }) as { readonly reference: string } | undefined
  return { id: run.id, title: run.title, letters: run.added, firstReference: first?.reference ?? '' }
}

const FIRST = shownWhere('notices', 'run_id = @runId AND number = 1', "content ->> '$.reference' AS reference")
