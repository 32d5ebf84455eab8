import { useRef, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShownNotice, WholeRun } from '../../../../shared/contract/notices.ts'
import { noticeStage, type RunStage } from '../../../../shared/domains/notices/stage.ts'
import type { NoticeId } from '../../../../shared/ids.ts'
import { ActionButton } from '../../../ui/button.tsx'
import { errorSentences } from '../../../ui/error-sentences.ts'
import { formatDayAndTime } from '../../../ui/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { PendingMark } from '../../../ui/pending-mark.tsx'
import { ReasonDialog } from '../../../ui/reason-dialog.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { ClockPanel } from '../clock/clock-panel.tsx'
import { WhatItReplaces } from '../correct/replacement-part.tsx'
import { NoticeStageMark } from '../list/stage-mark.tsx'
import { useNoticeCommand } from '../mutations.ts'
import { useNotice } from '../queries.ts'
import { PersonLink } from '../../people/person-link.tsx'
import { Veiled } from '../../people/veiled.tsx'
import { WayPart } from '../way/way-part.tsx'
import { ProblemWords } from './check-report.tsx'
import { LetterButton } from './letter-button.tsx'
import { MendForm } from './mend-form.tsx'
import { NoticeFacts } from './notice-facts.tsx'

interface Props {
  readonly noticeId: NoticeId
  readonly whole: WholeRun
  readonly stage: RunStage
  readonly onCase: (id: string) => void
}

/** The chosen notice: what it says, what is wrong with its letter, what became of it; mended in place while its run is a draft. */
export function NoticePanel({ noticeId, whole, stage, onCase }: Props): ReactElement {
  const { t } = useTranslation()
  const read = useNotice(noticeId)
  // Until it is here, the one before must not be taken for it, nor left out in its place.
  const notice = read?.id === noticeId || !read ? read : undefined
  if (!notice) return <p className="muted">{t(notice === undefined ? 'common.loading' : 'notices.list.nothing')}</p>
  return <One key={notice.id} notice={notice} whole={whole} stage={stage} onCase={onCase} />
}

interface OneProps extends Omit<Props, 'noticeId'> {
  readonly notice: ShownNotice
}

function One({ notice, whole: { kind }, stage, onCase }: OneProps): ReactElement {
  const { t } = useTranslation()
  const [isMending, setMending] = useState(false)
  const head = useRef<HTMLHeadingElement>(null)
  const { content, number, isPending, sent } = notice
  const close = (): void => {
    setMending(false)
    head.current?.focus()
  }
  return (
    <>
      <header className="notice-panel__head">
        <h3 ref={head} tabIndex={-1} className="notice-panel__name">{content.recipient.name}</h3>
        <span className="row"><span className="muted">{t('notices.one.number', { number })}</span><NoticeStageMark stage={noticeStage(notice)} />{isPending && <PendingMark />}</span>
      </header>
      <Found notice={notice} />
      {!sent?.handedOverAt && <WhatItReplaces notice={notice} />}
      {isMending && stage === 'draft' ? <MendForm notice={notice} onDone={close} /> : (
        <>
          <div className="row">
            {stage === 'draft' && <Steps notice={notice} onMend={() => setMending(true)} />}
            <LetterButton notice={notice} />
            <PersonLink table="notices" recordId={notice.id} />
          </div>
          <WayPart notice={notice} isDraft={stage === 'draft'} />
          <Veiled key={notice.id} table="notices" id={notice.id}><NoticeFacts content={content} /></Veiled>
          {(sent?.handedOverAt || sent?.state === 'failed') && kind && <ClockPanel notice={notice} ruleSetId={kind.ruleSetId} onCase={onCase} />}
        </>
      )}
    </>
  )
}

/** What stands in the way of this one, or why it stays here. */
function Found({ notice: { checked, leftOut, sent } }: { readonly notice: ShownNotice }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <>
      {leftOut && <p className="callout">{t('notices.one.leftOut', { name: leftOut.byName, at: formatDayAndTime(leftOut.at, language), reason: leftOut.reason })}</p>}
      {sent?.state === 'failed' && <p className="callout"><Icon name="warning" size={16} /> {t('notices.one.failed', { reason: sent.reason ?? '–' })}</p>}
      {!leftOut && checked && checked.problems.length > 0 && (
        <div className="callout">
          <p><b>{t('notices.one.problems')}</b></p>
          <ul className="notice-panel__problems">{checked.problems.map(({ code, page, found }, index) => <li key={index}><ProblemWords code={code} />{found && ` – ${found}`} <span className="muted">{t('notices.one.page', { page })}</span></li>)}</ul>
        </div>
      )}
    </>
  )
}

function Steps({ notice, onMend }: { readonly notice: ShownNotice; readonly onMend: () => void }): ReactElement {
  const { t } = useTranslation()
  const [isAsking, setAsking] = useState(false)
  const [leaveOut, takeIn] = [useNoticeCommand('leave-out'), useNoticeCommand('take-in')]
  const noticeId = notice.id
  return (
    <>
      <ActionButton icon="pencil" onPress={onMend}>{t('notices.one.mend')}</ActionButton>
      {notice.leftOut
        ? <ActionButton icon="plus" onPress={() => { if (!takeIn.isRunning) void takeIn.run({ noticeId }) }}>{t('notices.one.takeIn')}</ActionButton>
        : <ActionButton icon="minus" onPress={() => setAsking(true)}>{t('notices.one.leaveOut')}</ActionButton>}
      {isAsking && (
        <ReasonDialog
          title={t('notices.one.leaveOutTitle', { name: notice.content.recipient.name })} meaning={t('notices.one.leaveOutMeaning')} label={t('notices.reasons.label')} missing={errorSentences(t, { code: 'notices/reason-missing' }).happened}
          confirm={t('notices.one.leaveOut')} isRunning={leaveOut.isRunning} onSend={reason => leaveOut.run({ noticeId, reason })} onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}
