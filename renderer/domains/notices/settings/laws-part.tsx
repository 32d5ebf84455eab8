import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { rulesOn, type NoticeRules, type NoticeRuleSet } from '../../../../shared/domains/notices/clock/rule-sets.ts'
import { isFixedVersion } from '../../../../shared/domains/notices/clock/town-rule-sets.ts'
import { germanDayAt } from '../../../../shared/german-days.ts'
import { useNow } from '../../../core-client/core-context.tsx'
import { ActionButton, Button } from '../../../ui/button.tsx'
import { SureDialog } from '../../../ui/editing/sure-dialog.tsx'
import { formatPlainDay } from '../../../ui/format.ts'
import { useLanguage } from '../../../ui/use-language.ts'
import { useNoticeCommand } from '../mutations.ts'
import { LawDialog } from './law-dialog.tsx'
import { VersionWords } from './version-words.tsx'

interface Props {
  readonly laws: readonly NoticeRuleSet[]
  readonly isOnline: boolean
}

/** Every law with its versions: the one that holds and those ahead open, earlier ones on request. */
export function LawsPart({ laws, isOnline }: Props): ReactElement {
  const { t } = useTranslation()
  const [opened, setOpened] = useState<NoticeRuleSet | 'new'>()
  return (
    <div className="stack">
      <p>{t('noticeSettings.laws.meaning')}</p>
      {laws.map(law => <Law key={law.id} law={law} isOnline={isOnline} onChange={() => setOpened(law)} />)}
      <div><ActionButton icon="plus" refusal={isOnline ? undefined : t('noticeSettings.offline')} onPress={() => setOpened('new')}>{t('noticeSettings.laws.new')}</ActionButton></div>
      {opened && <LawDialog laws={laws} law={opened === 'new' ? undefined : opened} isOnline={isOnline} onClose={() => setOpened(undefined)} />}
    </div>
  )
}

function Law({ law, isOnline, onChange }: { readonly law: NoticeRuleSet; readonly isOnline: boolean; readonly onChange: () => void }): ReactElement {
  const { t } = useTranslation()
  const [out, setOut] = useState<NoticeRules>()
  const today = germanDayAt(useNow())
  const holds = rulesOn(law, today)
  const shown = law.versions.filter(version => version === holds || version.from > today).toReversed()
  const earlier = law.versions.filter(version => !shown.includes(version)).toReversed()
  return (
    <section className="notice-law" aria-labelledby={`law-${law.id}`}>
      <header className="notice-law__head">
        <h2 id={`law-${law.id}`} className="notice-law__title">{law.title}</h2>
        <ActionButton icon="pencil" label={t('noticeSettings.laws.changeOf', { title: law.title })} refusal={isOnline ? undefined : t('noticeSettings.offline')} onPress={onChange}>{t('noticeSettings.laws.change')}</ActionButton>
      </header>
      {shown.map(version => <Version key={version.from} law={law} version={version} today={today} onTakeOut={isOnline && law.versions.length > 1 && !isFixedVersion(law.id, version.from, today) ? () => setOut(version) : undefined} />)}
      {earlier.length > 0 && (
        <details>
          <summary>{t('noticeSettings.laws.earlier', { count: earlier.length })}</summary>
          {earlier.map(version => <Version key={version.from} law={law} version={version} today={today} onTakeOut={undefined} />)}
        </details>
      )}
      {out && <TakeOut law={law} version={out} onClose={() => setOut(undefined)} />}
    </section>
  )
}

interface VersionProps {
  readonly law: NoticeRuleSet
  readonly version: NoticeRules
  readonly today: string
  readonly onTakeOut: (() => void) | undefined
}

function Version({ law, version, today, onTakeOut }: VersionProps): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const day = formatPlainDay(version.from, language)
  const state = version.from > today ? 'ahead' : rulesOn(law, today) === version ? 'holds' : 'past'
  return (
    <div className="notice-law__version">
      <div className="notice-law__head">
        <h3 className="notice-law__from">{t('noticeSettings.laws.from', { day })} <span className="muted">{t(`noticeSettings.laws.${state}`)}</span></h3>
        {onTakeOut && <Button kind="quiet" icon="trash" aria-label={t('noticeSettings.laws.takeOutOf', { title: law.title, day })} onPress={onTakeOut}>{t('noticeSettings.laws.takeOut')}</Button>}
      </div>
      <VersionWords version={version} />
    </div>
  )
}

function TakeOut({ law, version: { from }, onClose }: { readonly law: NoticeRuleSet; readonly version: NoticeRules; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const { run, isRunning } = useNoticeCommand('take-out-law')
  const confirm = async (): Promise<void> => {
    if (await run({ ruleSetId: law.id, from })) onClose()
  }
  return (
    <SureDialog title={t('noticeSettings.laws.takeOutOf', { title: law.title, day: formatPlainDay(from, language) })} act={t('noticeSettings.laws.takeOut')} isRunning={isRunning} onConfirm={() => void confirm()} onClose={onClose}>
      <p>{t('noticeSettings.laws.takeOutText')}</p>
    </SureDialog>
  )
}
