import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { WholeRun } from '../../../../shared/contract/notices.ts'
import { grantsIn } from '../../../../shared/actor.ts'
import { STAFF } from '../../../../shared/domains/notices/prepare-commands.ts'
import { canCallBack, mayRelease, RELEASERS } from '../../../../shared/domains/notices/release-commands.ts'
import type { RunStage } from '../../../../shared/domains/notices/stage.ts'
import type { NoticeRun } from '../../../../shared/domains/notices/tables.ts'
import { instantFromMs, type Instant } from '../../../../shared/time.ts'
import { usePerson, useStatus } from '../../../core-client/core-context.tsx'
import { ActionButton } from '../../../ui/button.tsx'
import { errorSentences } from '../../../ui/error-sentences.ts'
import { ReasonDialog } from '../../../ui/reason-dialog.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { nextSentence } from '../list/next-step.ts'
import { useNoticeCommand } from '../mutations.ts'
import { CoolingTime } from '../release/cooling-time.tsx'
import { ReleaseDialog } from '../release/release-dialog.tsx'
import { SubmitDialog } from './submit-dialog.tsx'

const STEPS_WITH_REASON = ['return', 'take-back', 'cancel'] as const
type StepWithReason = (typeof STEPS_WITH_REASON)[number]
type Step = 'submit' | 'release' | StepWithReason

const OFFERED: Readonly<Record<StepWithReason, readonly RunStage[]>> = {
  return: ['checking', 'faulty', 'pending'], 'take-back': ['cooling'], cancel: ['arriving', 'draft', 'checking', 'faulty', 'pending', 'cooling', 'sending', 'paused'],
}

/** What is held can be called back, and a release that has not begun can be taken back while the run is held. */
function isOffered(step: StepWithReason, run: NoticeRun, stage: RunStage, now: Instant): boolean {
  if (step === 'cancel' && stage === 'handed-over') return canCallBack(run, now)
  if (step === 'take-back' && stage === 'paused') return run.released !== null && now < run.released.outAt
  return OFFERED[step].includes(stage)
}

interface Props {
  readonly whole: WholeRun
  readonly stage: RunStage
  readonly onShowFailed: () => void
}

/** What comes next in a run, by whom, with the buttons for it. */
export function NextPart({ whole, stage, nowMs, onShowFailed }: Props & { readonly nowMs: number }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const person = usePerson()
  const { run } = whole
  const [step, setStep] = useState<Step>()
  const close = (): void => setStep(undefined)
  const isStaff = grantsIn(person, STAFF, run.scope).length > 0
  return (
    <section className="notice-next" aria-label={t('notices.next.title')}>
      <p className="notice-next__what"><b>{t('notices.next.title')}</b> {nextSentence(run, { t, language, person, nowMs })}</p>
      {stage === 'cooling' && run.released && <CoolingTime at={run.released.at} outAt={run.released.outAt} />}
      {stage === 'pending' && !mayRelease(run, person) && <p>{t(grantsIn(person, RELEASERS, run.scope).length > 0 ? 'notices.release.ownRun' : 'notices.release.leadsOnly')}</p>}
      {isStaff && <Actions whole={whole} stage={stage} nowMs={nowMs} onStep={setStep} onShowFailed={onShowFailed} />}
      {step === 'submit' && <SubmitDialog run={run} onClose={close} />}
      {step === 'release' && <ReleaseDialog whole={whole} onClose={close} />}
      {(step === 'return' || step === 'take-back' || step === 'cancel') && <StepDialog key={step} runId={run.id} step={step} onClose={close} />}
    </section>
  )
}

interface ActionsProps extends Props {
  readonly nowMs: number
  readonly onStep: (step: Step) => void
}

function Actions({ whole: { run }, stage, nowMs, onStep, onShowFailed }: ActionsProps): ReactElement {
  const { t } = useTranslation()
  const person = usePerson()
  const isOnline = useStatus()?.connection === 'online'
  const [pause, resume, repeat] = [useNoticeCommand('pause'), useNoticeCommand('resume'), useNoticeCommand('repeat')]
  const offline = isOnline ? undefined : t('notices.offline')
  const unsent = run.isPending ? t('notices.unsent') : run.letters === 0 ? t('notices.nothingLeft') : undefined
  const mayRepeat = run.tally.failed > 0 && ['sending', 'paused', 'handed-over'].includes(stage)
  return (
    <div className="row">
      {stage === 'draft' && <ActionButton kind="primary" icon="send" isPrimary refusal={offline ?? unsent} onPress={() => onStep('submit')}>{t('notices.steps.submit')}</ActionButton>}
      {stage === 'pending' && mayRelease(run, person) && <ActionButton kind="primary" icon="check" isPrimary refusal={offline} onPress={() => onStep('release')}>{t('notices.steps.release')}</ActionButton>}
      {stage === 'paused' && <ActionButton kind="primary" icon="send" isPrimary refusal={offline} onPress={() => { if (!resume.isRunning) void resume.run({ runId: run.id }) }}>{t('notices.steps.resume')}</ActionButton>}
      {mayRepeat && <ActionButton kind={stage === 'handed-over' ? 'primary' : 'secondary'} icon="turn" isPrimary={stage === 'handed-over'} refusal={offline} onPress={() => { if (!repeat.isRunning) void repeat.run({ runId: run.id }) }}>{t('notices.steps.repeat')}</ActionButton>}
      {mayRepeat && <ActionButton icon="search" onPress={onShowFailed}>{t('notices.steps.showFailed')}</ActionButton>}
      {(stage === 'sending' || stage === 'cooling') && <ActionButton icon="pause" refusal={offline} onPress={() => { if (!pause.isRunning) void pause.run({ runId: run.id }) }}>{t('notices.steps.pause')}</ActionButton>}
      {STEPS_WITH_REASON.filter(step => isOffered(step, run, stage, instantFromMs(nowMs))).map(step => (
        <ActionButton key={step} kind={step === 'return' && stage === 'faulty' ? 'primary' : 'secondary'} isPrimary={step === 'return' && stage === 'faulty'} icon={step === 'cancel' ? 'crossCircle' : 'undo'} refusal={offline} onPress={() => onStep(step)}>
          {t(`notices.steps.${step}`)}
        </ActionButton>
      ))}
    </div>
  )
}

function StepDialog({ runId, step, onClose }: { readonly runId: WholeRun['run']['id']; readonly step: StepWithReason; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation()
  const { run, isRunning } = useNoticeCommand(step)
  return (
    <ReasonDialog
      title={t(`notices.reasons.${step}.title`)} meaning={t(`notices.reasons.${step}.meaning`)} label={t('notices.reasons.label')} missing={errorSentences(t, { code: 'notices/reason-missing' }).happened} confirm={t(`notices.steps.${step}`)} kind={step === 'cancel' ? 'danger' : 'primary'}
      isRunning={isRunning} onSend={reason => run({ runId, reason })} onClose={onClose}
    />
  )
}
