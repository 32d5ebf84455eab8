import { Link } from '@tanstack/react-router'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Replacements } from '../../../../shared/contract/notice-links.ts'
import type { ShownNotice } from '../../../../shared/contract/notices.ts'
import { grantsIn } from '../../../../shared/actor.ts'
import type { NoticeClock } from '../../../../shared/domains/notices/clock/clock.ts'
import type { REPLACEMENTS } from '../../../../shared/domains/notices/content.ts'
import { canBeReplaced, canGoElsewhere, hasFailed } from '../../../../shared/domains/notices/correct-command.ts'
import { STAFF } from '../../../../shared/domains/notices/prepare-commands.ts'
import { usePerson } from '../../../core-client/core-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { formatPlainDay } from '../../../ui/format.ts'
import { useLanguage } from '../../../ui/use-language.ts'
import { CorrectNoticeDialog } from './correct-notice-dialog.tsx'
import { useReplacements } from './queries.ts'
import { SendAgainDialog } from './send-again-dialog.tsx'

interface Props {
  readonly notice: ShownNotice
  readonly clock: NoticeClock
}

/** Which notice takes the place of which, and the two ways to have one take the place of this: corrected, or to a new address. */
export function ReplacementPart({ notice, clock }: Props): ReactElement | null {
  const replacements = useReplacements(notice.id)
  const person = usePerson()
  if (!replacements) return null
  const mayPrepare = !replacements.by && canGoElsewhere(notice) && grantsIn(person, STAFF, notice.scope).length > 0
  return (
    <>
      <WhatItReplaces notice={notice} />
      {replacements.by && <WhatReplacesIt by={replacements.by} isOut={!hasFailed(notice)} />}
      {mayPrepare && <Ways notice={notice} clock={clock} joins={replacements.joins} />}
    </>
  )
}

const REPLACES = { corrected: 'noticeCorrect.replaces', 'new-address': 'noticeCorrect.comesAgain', 'never-sent': 'noticeCorrect.couldNotLeave' } as const satisfies Record<(typeof REPLACEMENTS)[number], string>

/** Which notice this one replaces and why; nothing where it replaces none. */
export function WhatItReplaces({ notice: { replaces, content: { replaced } } }: { readonly notice: ShownNotice }): ReactElement | null {
  const { t } = useTranslation()
  const language = useLanguage()
  if (!replaces || !replaced) return null
  const { reference, dated, why, reason } = replaced
  return (
    <div className="callout">
      <p>{t(REPLACES[why], { reference, day: formatPlainDay(dated, language) })}</p>
      <p>{t('noticeCorrect.reasonWas', { reason })}</p>
      {why !== 'never-sent' && <Link to="/notices/finality" search={{ notice: replaces }} className="link">{t('noticeCorrect.before')}</Link>}
    </div>
  )
}

/** `isOut`: whether the one that is replaced had left at all. */
function WhatReplacesIt({ by: { id, runId, runTitle, reference, hasLeft, isPosted }, isOut }: { readonly by: NonNullable<Replacements['by']>; readonly isOut: boolean }): ReactElement {
  const { t } = useTranslation()
  const words = isOut ? { way: 'noticeCorrect.underWay', prepared: 'noticeCorrect.prepared' } as const : { way: 'noticeCorrect.insteadUnderWay', prepared: 'noticeCorrect.insteadPrepared' } as const
  return (
    <div className="callout">
      <p>{isPosted ? t('noticeCorrect.replacedBy', { reference }) : t(hasLeft ? words.way : words.prepared)}</p>
      {hasLeft
        ? <Link to="/notices/finality" search={{ notice: id }} className="link">{t('noticeCorrect.after')}</Link>
        : <Link to="/notices/$id" params={{ id: runId }} className="link">{t('noticeCorrect.toRun', { title: runTitle })}</Link>}
    </div>
  )
}

interface WaysProps extends Props {
  readonly joins: Replacements['joins']
}

function Ways({ notice, clock, joins }: WaysProps): ReactElement {
  const { t } = useTranslation()
  const [open, setOpen] = useState<'correct' | 'send-again'>()
  const close = (): void => setOpen(undefined)
  const isReturned = clock.state === 'repeat' && clock.announced.kind === 'not-effected' && clock.announced.reason === 'returned'
  const hasLeft = canBeReplaced(notice)
  const dialog = { notice, clock, joins, onClose: close }
  return (
    <div className="stack">
      {isReturned && <p>{t('noticeCorrect.returned')}</p>}
      {!hasLeft && <p>{t('noticeCorrect.neverSent')}</p>}
      <div className="row">
        <Button icon="mail" kind={isReturned ? 'primary' : 'secondary'} onPress={() => setOpen('send-again')}>{t('noticeCorrect.sendAgain')}</Button>
        {hasLeft && <Button icon="pencil" onPress={() => setOpen('correct')}>{t('noticeCorrect.correct')}</Button>}
      </div>
      {open === 'correct' && <CorrectNoticeDialog {...dialog} />}
      {open === 'send-again' && <SendAgainDialog {...dialog} />}
    </div>
  )
}
