import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShownAlert } from '../../../../shared/contract/alerts.ts'
import { useCore, useStatus } from '../../../core-client/core-context.tsx'
import { ActionButton, Button } from '../../../ui/button.tsx'
import { KeepingNote } from '../../../ui/editing/keeping-note.tsx'
import { SureDialog } from '../../../ui/editing/sure-dialog.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Screen } from '../../../ui/screen.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { isEndOfNews } from '../in-words.ts'
import { useAlertCommand } from '../mutations.ts'
import { useAlertCatalogue, type AlertCatalogue } from '../queries.ts'
import { ToList } from '../list/to-list.tsx'
import { AloneButton } from '../release/alone-button.tsx'
import { whenTransferred } from '../when-transferred.ts'
import { AreaFields } from './area-fields.tsx'
import { goToProblem } from './composer-problems.ts'
import { ComposerNotices } from './composer-notices.tsx'
import type { Composing } from './composing.ts'
import { GapFields } from './gap-fields.tsx'
import { Preview } from './preview.tsx'
import { ProblemList } from './problem-list.tsx'
import { RatingFields } from './rating-fields.tsx'
import { TimeFields } from './time-fields.tsx'
import { useComposed, type Composed } from './use-composed.ts'
import { useComposerKeys } from './use-composer-keys.ts'
import { useIsAuthor } from './use-is-author.ts'
import { useComposing } from './use-composing.ts'
import { useGiveOn } from './use-give-on.ts'
import { WayFields } from './way-fields.tsx'
import { WordsFields } from './words-fields.tsx'
import './composer.css'

/** A message while it is written: everything on one screen, in the order in which one thinks. */
export function ComposerPage({ alert }: { readonly alert: ShownAlert }): ReactElement {
  const { t } = useTranslation()
  const catalogue = useAlertCatalogue()
  if (!catalogue) return <Screen title={t('alerts.compose')}><p className="muted">{t('common.loading')}</p></Screen>
  return <Composer key={alert.id} alert={alert} catalogue={catalogue} />
}

function Composer({ alert, catalogue }: { readonly alert: ShownAlert; readonly catalogue: AlertCatalogue }): ReactElement {
  const { t } = useTranslation()
  const composed = useComposed(alert)
  const composing = useComposing(alert, composed, catalogue)
  const { give, isRunning } = useGiveOn(alert.id, composed)
  const giveOn = async (): Promise<void> => {
    composing.judge()
    const [first] = composing.problems
    if (first) return goToProblem(first)
    await give()
  }
  const form = useComposerKeys(() => void giveOn(), useIsAuthor(alert))
  const title = alert.kind === 'alert' ? t('alerts.compose') : t(isEndOfNews(alert.kind, composing.topic) ? 'alerts.composeOver' : `alerts.composeKind.${alert.kind}`)
  return (
    <Screen isWide holdsFocus title={alert.mode === 'training' ? t('alerts.composeDrill', { title }) : title} intro={<Intro composing={composing} composed={composed} />} actions={<ToList />}>
      <form ref={form} noValidate className="alert-composer" onSubmit={event => event.preventDefault()}>
        <ComposerNotices alert={alert} composed={composed} onGive={() => void giveOn()} />
        <div className="alert-composer__columns">
          <div className="alert-composer__form">
            <GapFields {...composing} />
            <WordsFields {...composing} />
            <AreaFields {...composing} />
            <TimeFields {...composing} />
            <WayFields {...composing} />
            <RatingFields {...composing} />
          </div>
          <div className="alert-composer__side">
            <Actions composing={composing} composed={composed} isRunning={isRunning} onGive={() => void giveOn()} />
            <ProblemList problems={composing.problems} hasTwo={composed.content.wordings.length > 1} />
            <Preview alert={alert} content={composed.content} />
          </div>
        </div>
      </form>
    </Screen>
  )
}

interface PartProps {
  readonly composing: Composing
  readonly composed: Composed
}

function Intro({ composing: { topic, alert }, composed }: PartProps): ReactElement {
  const language = useLanguage()
  return (
    <p className="alert-composer__intro">
      {topic && <span><Icon name={topic.kind === 'hazard' ? 'warning' : 'megaphone'} size={16} /> {topic.name[language] || topic.name.de}</span>}
      <span>{alert.authors.map(({ name }) => name).join(', ')}</span>
      <KeepingNote keeping={composed.keeping} />
    </p>
  )
}

interface ActionsProps extends PartProps {
  readonly isRunning: boolean
  readonly onGive: () => void
}

function Actions({ composing: { alert, topic, problems }, composed: { flush, conflict }, isRunning, onGive }: ActionsProps): ReactElement {
  const { t } = useTranslation()
  const core = useCore()
  const isOnline = useStatus()?.connection === 'online'
  const [isAsked, setAsked] = useState(false)
  const withdraw = useAlertCommand('withdraw')
  const take = async (): Promise<void> => {
    if (await withdraw.run({ alertId: alert.id })) setAsked(false)
  }
  const isKnown = async (): Promise<boolean> => (await flush()) !== undefined && whenTransferred(core, alert.id)
  return (
    <div className="alert-composer__actions">
      <ActionButton kind="primary" icon="send" isPrimary refusal={conflict ? t('alerts.chooseFirst') : isRunning ? t('alerts.giving') : undefined} hint={t(isOnline ? 'alerts.giveHint' : 'alerts.wishHint')} onPress={onGive}>{t('alerts.give')}</ActionButton>
      <AloneButton alert={alert} topic={topic} isIncomplete={problems.length > 0 || conflict !== null} onAsk={isKnown} />
      <Button kind="quiet" icon="trash" isDisabled={!isOnline} onPress={() => setAsked(true)}>{t('alerts.discard')}</Button>
      {isAsked && <SureDialog title={t('alerts.discardTitle')} act={t('alerts.discard')} isRunning={withdraw.isRunning} onConfirm={() => void take()} onClose={() => setAsked(false)}><p>{t('alerts.discardText')}</p></SureDialog>}
    </div>
  )
}
