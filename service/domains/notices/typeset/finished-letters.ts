import type { Kysely } from 'kysely'
import type { Channel } from '../../../../shared/domains/notices/channels.ts'
import type { Notice, NoticeRun } from '../../../../shared/domains/notices/tables.ts'
import type { NoticeId, TownId } from '../../../../shared/ids.ts'
import type { Schema } from '../../../store/schema.ts'
import { problemsFor } from '../preflight/problems-for.ts'
import { finishNotice, type FinishedFile, type FinishingParts } from './finish-notice.ts'
import { inLanes } from './in-lanes.ts'
import { keptLetters, type KeptLetter } from './kept-files.ts'

export interface LetterParts extends FinishingParts {
  readonly db: Kysely<Schema>
  readonly townId: TownId
}

/** The file of a notice, or why it cannot go this way. */
export type Letter = { readonly file: FinishedFile; readonly problem: null } | { readonly file: null; readonly problem: string }

/** The files by which notices of a run that was given for release go one way: as they were checked; what is not there any more is made and read anew. */
export async function finishedLetters(parts: LetterParts, submitted: NonNullable<NoticeRun['submitted']>, notices: readonly Notice[], channel: Channel): Promise<ReadonlyMap<NoticeId, Letter>> {
  if (notices.length === 0) return new Map()
  const kept = await keptLetters(parts.db, parts.townId, submitted.contentHash, channel === 'mailbox' ? 'account' : 'print', notices.map(({ id }) => id))
  const letters = new Map<NoticeId, Letter>()
  await inLanes(notices, async ({ id, content }) => void letters.set(id, letterOf(channel, kept.get(id)) ?? (await madeAnew(parts, content, submitted.paper, channel))))
  return letters
}

/** A letter that was checked; undefined where its file has to be made. */
function letterOf(channel: Channel, kept: KeptLetter | undefined): Letter | undefined {
  const [wrong] = problemsFor(channel, kept?.problems ?? [])
  if (wrong) return { file: null, problem: wrong.code }
  return kept?.file ? { file: kept.file, problem: null } : undefined
}

async function madeAnew(parts: LetterParts, content: Notice['content'], paper: NonNullable<NoticeRun['submitted']>['paper'], channel: Channel): Promise<Letter> {
  const { print, account, problems } = await finishNotice(parts, content, paper, channel)
  const file = channel === 'mailbox' ? account : print
  const [wrong] = problemsFor(channel, problems)
  return file && !wrong ? { file, problem: null } : { file: null, problem: wrong?.code ?? 'not-typeset' }
}
