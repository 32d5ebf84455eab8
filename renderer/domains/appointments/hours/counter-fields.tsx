import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Resource } from '../../../../shared/domains/appointments/tables.ts'
import { TickRow } from '../../../ui/tick-row.tsx'
import { Tick } from '../../../ui/tick.tsx'
import type { FieldsProps } from './fields-props.ts'

/** At which counters it holds and, of those that are open, which of them everybody may book. */
export function CounterFields({ draft, wrong, onChange, resources }: FieldsProps & { readonly resources: readonly Resource[] }): ReactElement {
  const { t } = useTranslation()
  const items = resources.filter(({ id, active }) => active || draft.resourceIds.includes(id)).map(({ id, name }) => ({ id, name }))
  const there = items.filter(({ id }) => draft.isEverywhere || draft.resourceIds.includes(id))
  const isOpen = draft.kind === 'open'
  return (
    <>
      <Tick
        label={t(isOpen ? 'hours.field.everywhereOpen' : 'hours.field.everywhereGone')} isOn={draft.isEverywhere}
        onChange={isEverywhere => onChange({ isEverywhere, resourceIds: isEverywhere ? [] : items.map(({ id }) => id) })}
      />
      {!draft.isEverywhere && <TickRow label={t(isOpen ? 'hours.field.countersOpen' : 'hours.field.countersGone')} error={wrong('resourceIds')} items={items} selected={draft.resourceIds} onChange={resourceIds => onChange({ resourceIds })} />}
      {isOpen && <TickRow label={t('hours.field.countersPublic')} error={wrong('publicResourceIds')} items={there} selected={draft.publicResourceIds.filter(id => there.some(one => one.id === id))} onChange={publicResourceIds => onChange({ publicResourceIds })} />}
    </>
  )
}
