import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { ACTIONS_BY_DOMAIN } from '../../../../shared/domains/audit/action-words.ts'
import { AuditPart, type AuditQuery } from '../../../../shared/wire/audit.ts'
import { Button } from '../../../ui/button.tsx'
import { formatPlainDay, parseDay } from '../../../ui/format.ts'
import { Select } from '../../../ui/select.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { useIsProtector } from '../queries.ts'
import { actionTitle } from '../words.ts'
import { actionsOf, ALL_ACTIONS, areaOf, domainIn, DOMAINS, GROUPS, type ChosenActions } from './chosen-actions.ts'

/** What is looked for; asked by the button or Enter, never while somebody types: each question is written down. */
export function SearchForm({ query, onSearch }: { readonly query: AuditQuery; readonly onSearch: (query: AuditQuery) => void }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const isProtector = useIsProtector()
  const [from, setFrom] = useState(formatPlainDay(query.from, language))
  const [to, setTo] = useState(formatPlainDay(query.to, language))
  const [who, setWho] = useState(query.who)
  const [record, setRecord] = useState(query.record)
  const [part, setPart] = useState<AuditPart>(query.part)
  const [chosen, setChosen] = useState<ChosenActions>(ALL_ACTIONS)
  const [wasTried, setTried] = useState(false)
  const days = { from: parseDay(from), to: parseDay(to) }
  const wrong = (day: string | undefined): string | undefined => (wasTried && day === undefined ? t('list.filter.dateWrong') : undefined)
  const search = (): void => {
    setTried(true)
    if (days.from !== undefined && days.to !== undefined) onSearch({ part, from: days.from, to: days.to, who: who.trim(), record: record.trim(), actions: part === 'health' ? [] : actionsOf(chosen), before: null })
  }
  return (
    <search><form noValidate className="audit-search" onSubmit={event => { event.preventDefault(); search() }}>
      <TextInput label={t('audit.from')} value={from} onChange={setFrom} placeholder={t('list.filter.dateHint')} error={wrong(days.from)} />
      <TextInput label={t('audit.to')} value={to} onChange={setTo} placeholder={t('list.filter.dateHint')} error={wrong(days.to)} />
      <TextInput label={t('audit.who')} hint={t('audit.whoHint')} value={who} onChange={setWho} maxLength={80} />
      <TextInput label={t('audit.record')} hint={t(isProtector ? 'audit.recordHint' : 'audit.recordHintAdministrator')} value={record} onChange={setRecord} maxLength={120} />
      {isProtector && <Select label={t('audit.part')} value={part} items={AuditPart.options.map(id => ({ id, name: t(`audit.parts.${id}`) }))} onChange={id => setPart(AuditPart.catch('general').parse(id))} />}
      {part === 'general' && <ActionChoice chosen={chosen} onChange={setChosen} />}
      <Button kind="primary" type="submit" icon="search">{t('audit.search')}</Button>
    </form></search>
  )
}

function ActionChoice({ chosen, onChange }: { readonly chosen: ChosenActions; readonly onChange: (chosen: ChosenActions) => void }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const domain = domainIn(chosen)
  const areas = [
    { id: 'all', name: t('audit.all') },
    ...GROUPS.map(id => ({ id, name: t(`audit.groups.${id}`) })),
    ...DOMAINS.map(one => ({ id: areaOf(one), name: t(`audit.domains.${one as 'applications'}`) })).toSorted((left, right) => left.name.localeCompare(right.name, language)),
  ]
  const actions = domain === undefined ? [] : (ACTIONS_BY_DOMAIN.get(domain) ?? []).map(id => ({ id, name: actionTitle(id, language) }))
  return (
    <>
      <Select label={t('audit.area')} value={chosen.area} items={areas} onChange={area => onChange({ area, action: null })} />
      {actions.length > 1 && <Select label={t('audit.action')} value={chosen.action ?? 'all'} items={[{ id: 'all', name: t('audit.all') }, ...actions]} onChange={id => onChange({ ...chosen, action: id === 'all' ? null : id })} />}
    </>
  )
}
