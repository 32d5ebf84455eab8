import { useState, type KeyboardEvent, type ReactElement } from 'react'
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Area } from '../../../../shared/domains/alerts/area.ts'
import type { Locality } from '../../../../shared/domains/alerts/tables.ts'
import { Icon } from '../../../ui/icon.tsx'

interface Props {
  readonly localities: readonly Locality[]
  readonly areas: readonly Area[]
  readonly error: string | undefined
  readonly onAdd: (name: string) => void
}

/** Localities by their first letters; Enter takes the first that fits. */
export function LocalityBox({ localities, areas, error, onAdd }: Props): ReactElement {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const wanted = typed.trim().toLocaleLowerCase('de-DE')
  const taken = new Set(areas.flatMap(area => (area.kind === 'locality' ? [area.name] : [])))
  const offered = localities.filter(({ name }) => !taken.has(name) && name.toLocaleLowerCase('de-DE').includes(wanted)).map(({ name }) => ({ id: name }))
    .toSorted((one, other) => Number(other.id.toLocaleLowerCase('de-DE').startsWith(wanted)) - Number(one.id.toLocaleLowerCase('de-DE').startsWith(wanted)))
  const isTaken = wanted !== '' && [...taken].some(name => name.toLocaleLowerCase('de-DE').includes(wanted))
  const add = (name: string | undefined): void => {
    if (name === undefined) return
    onAdd(name)
    setTyped('')
  }
  const take = (event: KeyboardEvent<HTMLInputElement>): void => {
    // With the arrow keys in the list, Enter means the line they stand on.
    if (event.key !== 'Enter' || event.ctrlKey || wanted === '' || event.currentTarget.hasAttribute('aria-activedescendant')) return
    event.preventDefault()
    add(offered[0]?.id)
  }
  return (
    <ComboBox
      className="field" items={offered} inputValue={typed} onInputChange={setTyped} value={null} allowsEmptyCollection isInvalid={error !== undefined} isRequired validationBehavior="aria"
      onChange={key => key !== null && add(String(key))}
    >
      <Label className="field__label">{t('alerts.locality')}</Label>
      <div className="alert-box">
        <Input className="input" autoComplete="off" maxLength={80} onKeyDown={take} />
        <Button className="alert-box__open" aria-label={t('alerts.showLocalities')}><Icon name="down" size={16} /></Button>
      </div>
      {error && <Text slot="errorMessage" className="field__hint field__hint--error">{error}</Text>}
      <Popover className="popover select__list">
        <ListBox className="choices" renderEmptyState={() => <p className="choices__empty">{t(isTaken ? 'alerts.localityTaken' : 'alerts.noLocality')}</p>}>
          {({ id }: { readonly id: string }) => <ListBoxItem id={id} textValue={id} className="choice">{id}</ListBoxItem>}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
