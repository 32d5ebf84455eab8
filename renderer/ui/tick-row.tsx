import type { ReactElement } from 'react'
import { Checkbox, CheckboxGroup, FieldError, Label } from 'react-aria-components'
import { Icon } from './icon.tsx'

interface Props {
  readonly label: string
  readonly items: readonly { readonly id: string; readonly name: string; readonly label?: string }[]
  readonly selected: readonly string[]
  readonly error: string | undefined
  readonly onChange: (selected: readonly string[]) => void
}

/** Several of a few, side by side. */
export function TickRow({ label, items, selected, error, onChange }: Props): ReactElement {
  return (
    <CheckboxGroup className="field" validationBehavior="aria" isInvalid={error !== undefined} value={[...selected]} onChange={onChange}>
      <Label className="field__label">{label}</Label>
      <div className="tick-row">
        {items.map(item => (
          <Checkbox key={item.id} value={item.id} className="segment" {...(item.label ? { 'aria-label': item.label } : {})}>
            {({ isSelected }) => <><span className={isSelected ? 'tick tick--on' : 'tick'} aria-hidden="true">{isSelected && <Icon name="check" size={14} />}</span>{item.name}</>}
          </Checkbox>
        ))}
      </div>
      <FieldError className="field__hint field__hint--error">{error}</FieldError>
    </CheckboxGroup>
  )
}
