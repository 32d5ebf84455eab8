import type { TFunction } from 'i18next'
import { mayRelease } from '../../../../shared/domains/notices/release-commands.ts'
import { stageOf } from '../../../../shared/domains/notices/stage.ts'
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
export function nextSentence(run: ShownRun, { t, language, person, nowMs }: Asking): string {
  const stage = stageOf(run, instantFromMs(nowMs))
  const { returned, released, paused, cancelled, tally } = run
  switch (stage) {
    case 'arriving': return t('notices.next.arriving', { added: run.added, expected: run.expected.count })
    case 'draft': return returned ? t('notices.next.returned', { name: returned.byName, reason: returned.reason }) : t('notices.next.draft')
    case 'checking': return t('notices.next.checking')
    case 'faulty': return t('notices.next.faulty', { count: run.checked?.withProblems ?? 0 })
    case 'pending': return t(mayRelease(run, person) ? 'notices.next.yours' : 'notices.next.pending')
    case 'cooling': return t('notices.next.cooling', { at: formatDayAndTime(released?.outAt ?? '', language) })
    case 'sending': return t('notices.next.sending', { done: goneOf(run), all: run.letters })
    case 'paused': return t('notices.next.paused', { name: paused?.byName ?? '' })
    case 'handed-over': return tally.failed > 0 ? t('notices.next.failed', { count: tally.failed }) : t('notices.next.done')
    case 'cancelled': return t('notices.next.cancelled', { name: cancelled?.byName ?? '', reason: cancelled?.reason ?? '' })
  }
}

/** How many letters the print centre has. */
export const goneOf = ({ tally: { handedOver, processed, atPrintCentre, dispatched } }: Pick<ShownRun, 'tally'>): number => handedOver + processed + atPrintCentre + dispatched

/** What the button beside a run says. */
export function nextLabel(run: ShownRun, { t, person, nowMs }: Omit<Asking, 'language'>): string {
  const stage = stageOf(run, instantFromMs(nowMs))
  if (stage === 'pending') return t(mayRelease(run, person) ? 'notices.open.release' : 'notices.open.look')
  if (stage === 'handed-over') return t(run.tally.failed > 0 ? 'notices.open.failed' : 'notices.open.look')
  return t(stage === 'draft' ? 'notices.open.draft' : stage === 'faulty' ? 'notices.open.faulty' : 'notices.open.look')
}
