import type { TFunction } from 'i18next'
import { mayRelease } from '../../../../shared/domains/notices/release-commands.ts'
import { stageOf, type RunStage } from '../../../../shared/domains/notices/stage.ts'
import type { ShownRun } from '../../../../shared/contract/notices.ts'
import type { SignedInPerson } from '../../../../shared/contract/session.ts'
import { instantFromMs } from '../../../../shared/time.ts'
import type { Language } from '../../../texts/languages.ts'
import { formatDayAndTime } from '../../../ui/format.ts'

/** Whether a run waits for this person to release it. */
export const waitsFor = (run: ShownRun, person: SignedInPerson, nowMs: number): boolean => stageOf(run, instantFromMs(nowMs)) === 'pending' && mayRelease(run, person)

interface Asking {
  readonly t: TFunction
  readonly language: Language
  readonly person: SignedInPerson
  readonly nowMs: number
}

/** What comes next in a run, in one sentence. */
export const nextSentence = (run: ShownRun, asking: Asking): string => SENTENCES[stageOf(run, instantFromMs(asking.nowMs))](run, asking)

const SENTENCES: Readonly<Record<RunStage, (run: ShownRun, asking: Asking) => string>> = {
  arriving: ({ added, expected }, { t }) => t('notices.next.arriving', { added, expected: expected.count }),
  draft: ({ returned }, { t }) => (returned ? t('notices.next.returned', { name: returned.byName, reason: returned.reason }) : t('notices.next.draft')),
  checking: (_, { t }) => t('notices.next.checking'),
  faulty: ({ checked }, { t }) => t('notices.next.faulty', { count: checked?.withProblems ?? 0 }),
  pending: (run, { t, person }) => t(mayRelease(run, person) ? 'notices.next.yours' : 'notices.next.pending'),
  cooling: ({ released }, { t, language }) => t('notices.next.cooling', { at: released ? formatDayAndTime(released.outAt, language) : '' }),
  sending: (run, { t }) => t('notices.next.sending', { done: goneOf(run), all: run.letters }),
  paused: ({ paused }, { t }) => t('notices.next.paused', { name: paused?.byName ?? '' }),
  'handed-over': ({ tally: { failed, toPrint } }, { t }) => (failed > 0 ? t('notices.next.failed', { count: failed }) : toPrint > 0 ? t('notices.next.toPrint', { count: toPrint }) : t('notices.next.done')),
  cancelled: ({ cancelled }, { t }) => t('notices.next.cancelled', { name: cancelled?.byName ?? '', reason: cancelled?.reason ?? '' }),
}

/** How many letters have left: the print centre has them, they lie in a mailbox, or were posted from here. */
export const goneOf = ({ tally }: Pick<ShownRun, 'tally'>): number => GONE.reduce((sum, state) => sum + tally[state], 0)

const GONE = ['handedOver', 'processed', 'atPrintCentre', 'dispatched', 'provided', 'retrieved', 'printed'] as const

/** What the button beside a run says. */
export function nextLabel(run: ShownRun, { t, person, nowMs }: Omit<Asking, 'language'>): string {
  const stage = stageOf(run, instantFromMs(nowMs))
  if (stage === 'pending') return t(mayRelease(run, person) ? 'notices.open.release' : 'notices.open.look')
  if (stage === 'handed-over') return t(run.tally.failed > 0 ? 'notices.open.failed' : run.tally.toPrint > 0 ? 'notices.open.toPrint' : 'notices.open.look')
  return t(stage === 'draft' ? 'notices.open.draft' : stage === 'faulty' ? 'notices.open.faulty' : 'notices.open.look')
}
