import type { ReactElement } from 'react'
import { Button, Group, Input, Label, NumberField } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../../ui/icon.tsx'

interface Props {
  readonly value: number
  readonly most: number
  readonly onChange: (persons: number) => void
}

/** How many come, within what the services allow; the arrow keys count too. */
export function PersonsField({ value, most, onChange }: Props): ReactElement {
  const { t } = useTranslation()
  return (
    <NumberField className="field persons-field" value={Math.min(value, most)} minValue={1} maxValue={most} formatOptions={{ maximumFractionDigits: 0 }} onChange={persons => onChange(Number.isFinite(persons) ? persons : 1)}>
      <Label className="field__label">{t('booking.persons')}</Label>
      <Group className="persons-field__row">
        <Button slot="decrement" className="button button--icon persons-field__step"><Icon name="minus" size={16} /></Button>
        <Input className="input persons-field__input" autoComplete="off" />
        <Button slot="increment" className="button button--icon persons-field__step"><Icon name="plus" size={16} /></Button>
      </Group>
    </NumberField>
  )
}
