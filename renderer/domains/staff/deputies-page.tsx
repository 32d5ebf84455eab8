import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Staff } from '../../../shared/domains/staff/tables.ts'
import { instantFromMs } from '../../../shared/time.ts'
import { useNow, usePerson, useStatus } from '../../core-client/core-context.tsx'
import { ActionButton, Button } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { formatDay } from '../../ui/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { Screen } from '../../ui/screen.tsx'
import { useLanguage } from '../../ui/use-language.ts'
import { deputyLines, type DeputyLine } from './deputy-lines.ts'
import { EndDialog } from './end-dialog.tsx'
import { useDeputies } from './queries.ts'
import { SetDialog } from './set-dialog.tsx'
import './deputies.css'

/** Who stands in for whom, from when until when; deputies are named and ended here. */
export function DeputiesPage(): ReactElement {
  const { t } = useTranslation()
  const known = useDeputies()
  const [isSetting, setSetting] = useState(false)
  const isOnline = useStatus()?.connection === 'online'
  return (
    <Screen
      title={t('pages.deputies')} intro={t('deputies.intro')}
      actions={<ActionButton kind="primary" icon="people" isPrimary refusal={isOnline ? undefined : t('deputies.offline')} onPress={() => setSetting(true)}>{t('deputies.set')}</ActionButton>}
    >
      {known ? <Lines staff={known.staff} isOnline={isOnline} /> : <p className="muted">{t('common.loading')}</p>}
      {isSetting && known && <SetDialog staff={known.staff} departments={known.departments} onClose={() => setSetting(false)} />}
    </Screen>
  )
}

/** A deputyship that begins or ends now shows it at once. */
const A_MOMENT_MS = 1_000

function Lines({ staff, isOnline }: { readonly staff: readonly Staff[]; readonly isOnline: boolean }): ReactElement {
  const { t } = useTranslation()
  const person = usePerson()
  const lines = deputyLines(staff, person, instantFromMs(useNow(A_MOMENT_MS)))
  const [ending, setEnding] = useState<DeputyLine>()
  if (lines.length === 0) return <div className="empty"><Icon name="people" size={32} /><p>{t('deputies.empty')}</p></div>
  return (
    <>
      <DataTable
        caption={t('pages.deputies')} isCaptionUnseen className="deputies"
        heads={[t('deputies.lender'), t('deputies.deputy'), t('deputies.period'), t('deputies.standing'), { title: t('deputies.end'), isUnseen: true }]}
      >
        {lines.map(line => <Line key={line.key} line={line} isOnline={isOnline} onEnd={() => setEnding(line)} />)}
      </DataTable>
      {ending?.lender && <EndDialog line={ending} lender={ending.lender} onClose={() => setEnding(undefined)} />}
    </>
  )
}

const MARKS = { running: 'status status--good', planned: 'status status--new', over: 'status' } as const
const ICONS = { running: 'checkCircle', planned: 'calendar', over: 'circle' } as const

function Line({ line, isOnline, onEnd }: { readonly line: DeputyLine; readonly isOnline: boolean; readonly onEnd: () => void }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const me = usePerson().personId
  const { lender, deputy, from, until, standing } = line
  const named = (account: Staff | null): string => (account === null ? t('deputies.gone') : account.personId === me ? t('deputies.you', { name: account.name }) : account.name)
  // The last moment belongs to the next day.
  const last = formatDay(instantFromMs(Date.parse(until) - 1), language)
  return (
    <tr className={standing === 'over' ? 'deputies__over' : undefined}>
      <th scope="row">{named(lender)}</th>
      <td>{named(deputy)}</td>
      <td className="deputies__days">{t('deputies.days', { from: formatDay(from, language), until: last })}</td>
      <td><span className={MARKS[standing]}><Icon name={ICONS[standing]} size={16} />{t(`deputies.standings.${standing}`)}</span></td>
      <td className="deputies__act">
        {line.mayEnd && (
          <Button isDisabled={!isOnline} onPress={onEnd} aria-label={t('deputies.endOf', { lender: lender?.name ?? '', deputy: deputy.name })}>
            {t(standing === 'planned' ? 'deputies.takeBack' : 'deputies.end')}
          </Button>
        )}
      </td>
    </tr>
  )
}
