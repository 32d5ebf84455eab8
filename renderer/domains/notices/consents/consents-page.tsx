import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { NoticeNav } from '../list/notice-nav.tsx'
import { useQuery } from '@tanstack/react-query'
import type { ShownConsent } from '../../../../shared/contract/notices.ts'
import { useCore } from '../../../core-client/core-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { Dialog, DialogActions } from '../../../ui/dialog.tsx'
import { formatDay, formatDayAndTime } from '../../../ui/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { PendingMark } from '../../../ui/pending-mark.tsx'
import { Screen } from '../../../ui/screen.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { useSecrets } from '../../people/use-secrets.ts'
import { Veiled } from '../../people/veiled.tsx'
import { useNoticeCommand } from '../mutations.ts'
import { ConsentDialog } from './consent-dialog.tsx'
import { consentState, consentsWith, MOST_SHOWN } from './shown-consents.ts'
import './consents.css'

/** Who agreed to get which notices in their mailbox; paper is entered here, and what was agreed to is withdrawn. */
export function ConsentsPage(): ReactElement {
  const { t } = useTranslation()
  const { queries } = useCore()
  const consents = useQuery(queries.notices.consents.queryOptions()).data?.consents
  const [isEntering, setEntering] = useState(false)
  return (
    <Screen
      holdsFocus title={t('noticeConsents.title')} intro={t('noticeConsents.intro')} isWide
      actions={<Button kind="primary" icon="plus" data-primary-action="" onPress={() => setEntering(true)}>{t('noticeConsents.enter')}</Button>}
    >
      <NoticeNav />
      {!consents && <p className="muted">{t('common.loading')}</p>}
      {consents?.length === 0 && <div className="empty"><Icon name="mail" size={32} /><p>{t('noticeConsents.empty')}</p></div>}
      {consents && consents.length > 0 && <Consents consents={consents} />}
      {isEntering && <ConsentDialog onClose={() => setEntering(false)} />}
    </Screen>
  )
}

function Consents({ consents }: { readonly consents: readonly ShownConsent[] }): ReactElement {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const [leaving, setLeaving] = useState<ShownConsent>()
  const isSecret = useSecrets()
  const found = consentsWith(consents, text, isSecret)
  const heads = [t('noticeConsents.name'), t('noticeConsents.kind'), t('noticeConsents.reference'), t('noticeConsents.since'), t('noticeConsents.state'), { title: t('noticeConsents.steps'), isUnseen: true }]
  return (
    <div className="stack">
      <search className="consents__search"><TextInput label={t('noticeConsents.search')} value={text} maxLength={100} onChange={setText} /></search>
      <output className="muted">{t('noticeConsents.found', { count: found.length })}{found.length > MOST_SHOWN && ` – ${t('noticeConsents.more', { count: MOST_SHOWN })}`}</output>
      {found.length === 0 ? <p>{t('noticeConsents.nothing')}</p> : (
        <DataTable caption={t('noticeConsents.list')} isCaptionUnseen isStackable heads={heads}>
          {found.slice(0, MOST_SHOWN).map(consent => <Line key={consent.id} consent={consent} onWithdraw={() => setLeaving(consent)} />)}
        </DataTable>
      )}
      {leaving && <WithdrawDialog consent={leaving} onClose={() => setLeaving(undefined)} />}
    </div>
  )
}

function Line({ consent, onWithdraw }: { readonly consent: ShownConsent; readonly onWithdraw: () => void }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const { id, name, kindTitle, reference, email, givenAt, how, enteredByName, withdrawnAt, emailFailedAt, isPending } = consent
  const state = consentState(consent)
  const at = withdrawnAt ?? emailFailedAt
  return (
    <tr>
      <th scope="row">{name}<Veiled key={id} table="mailbox_consents" id={id}><span className="consents__email">{email}</span></Veiled></th>
      <td>{kindTitle}</td>
      <td>{reference}</td>
      <td>{formatDay(givenAt, language)} <span className="muted">{t(`noticeConsents.how.${how}`, { name: enteredByName })}</span></td>
      <td><span className={state === 'failed' ? 'late' : undefined}>{t(`noticeConsents.states.${state}`, { at: at ? formatDayAndTime(at, language) : '' })}</span>{isPending && <PendingMark />}</td>
      <td>{!withdrawnAt && <Button aria-label={t('noticeConsents.withdrawOf', { name, reference })} onPress={onWithdraw}>{t('noticeConsents.withdraw')}</Button>}</td>
    </tr>
  )
}

function WithdrawDialog({ consent: { id, name, reference }, onClose }: { readonly consent: ShownConsent; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation()
  const { run, isRunning } = useNoticeCommand('withdraw-consent')
  const send = async (): Promise<void> => { if (await run({ consentId: id })) onClose() }
  return (
    <Dialog title={t('noticeConsents.withdrawTitle')} isOpen role="alertdialog" onClose={onClose}>
      <p>{t('noticeConsents.withdrawMeaning', { name, reference })}</p>
      <DialogActions>
        <Button onPress={onClose}>{t('common.cancel')}</Button>
        <Button kind="danger" isDisabled={isRunning} onPress={() => void send()}>{t('noticeConsents.withdraw')}</Button>
      </DialogActions>
    </Dialog>
  )
}
