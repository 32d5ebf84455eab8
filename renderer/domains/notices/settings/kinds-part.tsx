import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { NoticeRuleSet } from '../../../../shared/domains/notices/clock/rule-sets.ts'
import type { NoticeKind } from '../../../../shared/domains/notices/tables.ts'
import { departmentOf } from '../../../../shared/scope.ts'
import { ActionButton } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { KindDialog } from './kind-dialog.tsx'
import { useLedDepartments, type NoticeChoices } from './queries.ts'

interface Props {
  readonly choices: NoticeChoices
  readonly laws: readonly NoticeRuleSet[]
  readonly isOnline: boolean
}

/** The kinds of the departments that this person works for; those of the ones they lead can be changed. */
export function KindsPart({ choices, laws, isOnline }: Props): ReactElement {
  const { t } = useTranslation()
  const led = useLedDepartments(choices.departments)
  const [opened, setOpened] = useState<NoticeKind | 'new'>()
  const { kinds } = choices
  const heads = [
    t('noticeSettings.kinds.title'), t('noticeSettings.kinds.law'), t('noticeSettings.kinds.paper'), t('noticeSettings.kinds.cooling'), t('noticeSettings.kinds.hold'),
    t('noticeSettings.kinds.mailbox'), t('noticeSettings.kinds.kept'), t('noticeSettings.kinds.state'),
  ]
  return (
    <div className="stack">
      <div><ActionButton kind="primary" icon="plus" refusal={led.length === 0 ? t('noticeSettings.kinds.notLed') : undefined} onPress={() => setOpened('new')}>{t('noticeSettings.kinds.new')}</ActionButton></div>
      {kinds.length === 0 ? <p className="muted">{t('noticeSettings.kinds.none')}</p> : (
        <DataTable caption={t('noticeSettings.kinds.count', { count: kinds.length })} heads={heads} isStackable>
          {kinds.map(kind => <Line key={kind.id} kind={kind} choices={choices} laws={laws} onOpen={led.some(({ id }) => id === departmentOf(kind.scope)) ? () => setOpened(kind) : undefined} />)}
        </DataTable>
      )}
      <p className="muted">{t('noticeSettings.kinds.meaning')}</p>
      {opened && <KindDialog kind={opened === 'new' ? undefined : opened} choices={choices} departments={led} laws={laws} isOnline={isOnline} onClose={() => setOpened(undefined)} />}
    </div>
  )
}

interface LineProps extends Omit<Props, 'isOnline'> {
  readonly kind: NoticeKind
  readonly onOpen: (() => void) | undefined
}

function Line({ kind, choices, laws, onOpen }: LineProps): ReactElement {
  const { t } = useTranslation()
  const paper = t(`notices.paper.${kind.isColor ? 'color' : 'black'}${kind.isDuplex ? 'Duplex' : 'Simplex'}`)
  return (
    <tr>
      <th scope="row">
        {onOpen ? <button type="button" className="set-up__open" onClick={onOpen}>{kind.title}</button> : kind.title}
        <span className="notice-kind__template">{t('noticeSettings.kinds.withTemplate', { title: choices.templates.find(({ id }) => id === kind.templateId)?.title ?? kind.templateId })}</span>
      </th>
      <td>{laws.find(({ id }) => id === kind.ruleSetId)?.title ?? kind.ruleSetId}</td>
      <td>{paper}</td>
      <td>{t('noticeSettings.kinds.minutes', { count: kind.coolingMinutes })}</td>
      <td>{kind.holdDays === 0 ? t('noticeSettings.kinds.noDays') : t('noticeSettings.kinds.days', { count: kind.holdDays })}</td>
      <td>{t(kind.offersMailbox ? 'noticeSettings.kinds.yes' : 'noticeSettings.kinds.no')}</td>
      <td>{t('noticeSettings.kinds.years', { count: kind.retentionYears })}</td>
      <td>{t(kind.active ? 'noticeSettings.kinds.active' : 'noticeSettings.kinds.inactive')}</td>
    </tr>
  )
}
