import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { germanDay } from '../../../../shared/german-days.ts'
import { msOf } from '../../../../shared/time.ts'
import { useNow, usePerson } from '../../../core-client/core-context.tsx'
import { ActionButton } from '../../../ui/button.tsx'
import { formatPlainDay } from '../../../ui/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { refusalsOn } from '../case-rules.ts'
import { AssignDialog } from '../handling/assign-dialog.tsx'
import { CloseDialog } from '../handling/close-dialog.tsx'
import { FollowUpDialog } from '../handling/follow-up-dialog.tsx'
import type { HandlingSubject } from '../handling/subject.ts'
import { TagsDialog } from '../handling/tags-dialog.tsx'
import { useApplicationCommand } from '../mutations.ts'
import type { Whole } from './case-actions.ts'

type Act = 'follow-up' | 'assign' | 'tag' | 'close'

/** The small acts on a case: when it comes back, who has it, what it is marked with, and its end without a decision. */
export function HandlingActions({ whole }: { readonly whole: Whole }): ReactElement {
  const { t } = useTranslation()
  const [open, setOpen] = useState<Act>()
  const refusals = refusalsOn(whole, usePerson(), useNow())
  return (
    <section className="handling" aria-label={t('bulk.handling.title')}>
      <Standing whole={whole} />
      <div className="row">
        {!refusals['follow-up'] && <ActionButton kind="quiet" name="followUp" icon="calendar" onPress={() => setOpen('follow-up')}>{t('bulk.actions.follow-up')}</ActionButton>}
        {!refusals.close && <ActionButton kind="quiet" name="assign" icon="person" onPress={() => setOpen('assign')}>{t('bulk.actions.assign')}</ActionButton>}
        <ActionButton kind="quiet" name="tag" icon="tag" onPress={() => setOpen('tag')}>{t('bulk.actions.tag')}</ActionButton>
        {!refusals.close && <ActionButton kind="quiet" name="close" icon="crossCircle" onPress={() => setOpen('close')}>{t('bulk.actions.close')}</ActionButton>}
      </div>
      {open && <ActDialog act={open} whole={whole} onClose={() => setOpen(undefined)} />}
    </section>
  )
}

/** What is set already, in words. */
function Standing({ whole: { application } }: { readonly whole: Whole }): ReactElement | null {
  const { t } = useTranslation()
  const language = useLanguage()
  const nowMs = useNow()
  const { followUpAt, followUpOnAnswer, followUpNote, tags } = application
  if (!followUpAt && !followUpOnAnswer && tags.length === 0) return null
  const day = followUpAt ? formatPlainDay(germanDay(followUpAt), language) : ''
  const isDue = followUpAt !== null && msOf(followUpAt) <= nowMs
  const when = isDue ? 'followUpDue' : followUpAt && followUpOnAnswer ? 'followUpBoth' : followUpAt ? 'followUpOn' : 'followUpOnAnswer'
  return (
    <div className="handling__line">
      {(followUpAt || followUpOnAnswer) && <span className={isDue ? 'soon' : 'rests'}><Icon name="calendar" size={16} />{t(`bulk.handling.${when}`, { day })}</span>}
      {followUpNote && <span className="handling__note">{followUpNote}</span>}
      {tags.length > 0 && <ul className="tags" aria-label={t('bulk.handling.tags')}>{tags.map(tag => <li key={tag} className="tag tag--plain">{tag}</li>)}</ul>}
    </div>
  )
}

interface DialogProps {
  readonly act: Act
  readonly whole: Whole
  readonly onClose: () => void
}

function ActDialog({ act, whole: { application }, onClose }: DialogProps): ReactElement {
  const followUp = useApplicationCommand('follow-up')
  const assign = useApplicationCommand('assign')
  const tag = useApplicationCommand('tag')
  const close = useApplicationCommand('close')
  const subject: HandlingSubject = { kind: 'case', application }
  const applicationId = application.id
  if (act === 'follow-up') return <FollowUpDialog subject={subject} onRun={input => followUp.run({ ...input, applicationId })} onClose={onClose} />
  if (act === 'assign') return <AssignDialog subject={subject} onRun={input => assign.run({ ...input, applicationId })} onClose={onClose} />
  if (act === 'tag') return <TagsDialog subject={subject} onRun={input => tag.run({ ...input, applicationId })} onClose={onClose} />
  return <CloseDialog subject={subject} onRun={input => close.run({ ...input, applicationId })} onClose={onClose} />
}
