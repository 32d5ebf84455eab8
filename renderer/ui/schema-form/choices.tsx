import { useId, type ReactElement } from 'react'
import { Checkbox, FieldError, Label, Radio, RadioGroup, Text } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Icon } from '../icon.tsx'

interface AskedProps {
  readonly label: string
  readonly hint: string | undefined
  readonly error: string | undefined
  readonly value: string
  readonly isRequired: boolean
  readonly isReadOnly: boolean
  readonly onChange: (value: string) => void
}

interface Item {
  readonly id: string
  readonly name: string
}

interface ChoiceProps extends AskedProps {
  readonly items: readonly Item[]
}

/** A few choices, all of them in sight. */
export function Few({ label, hint, error, value, isRequired, isReadOnly, onChange, items }: ChoiceProps): ReactElement {
  return (
    <RadioGroup
      className="segments" validationBehavior="aria" orientation="horizontal"
      value={value === '' ? null : value} onChange={onChange} isInvalid={error !== undefined} isRequired={isRequired} isReadOnly={isReadOnly}
    >
      <Label className="field__label">{label}</Label>
      <div className="segments__row">
        {items.map(({ id, name }) => (
          <Radio key={id} value={id} className="segment">
            {({ isSelected }) => (
              <>
                <span className={isSelected ? 'tick tick--round tick--on' : 'tick tick--round'} aria-hidden="true">{isSelected && <Icon name="check" size={14} />}</span>
                {name}
              </>
            )}
          </Radio>
        ))}
      </div>
      {hint && !error && <Text slot="description" className="field__hint">{hint}</Text>}
      <FieldError className="field__hint field__hint--error">{error}</FieldError>
    </RadioGroup>
  )
}

/** Many choices: a list in which a letter leads to the next that begins with it. */
export function Many({ label, hint, error, value, isRequired, isReadOnly, onChange, items }: ChoiceProps): ReactElement {
  const { t } = useTranslation()
  const id = useId()
  return (
    <div className="field">
      <label className="field__label" htmlFor={id}>{label}</label>
      <select
        id={id} className="input" value={value} disabled={isReadOnly} aria-required={isRequired} aria-invalid={error ? true : undefined}
        aria-describedby={hint || error ? `${id}-hint` : undefined} onChange={event => onChange(event.target.value)}
      >
        <option value="">{t('capture.choose')}</option>
        {items.map(item => <option key={item.id} value={item.id}>{item.name}</option>)}
      </select>
      {(hint || error) && <p id={`${id}-hint`} className={error ? 'field__hint field__hint--error' : 'field__hint'} role={error ? 'alert' : undefined}>{error ?? hint}</p>}
    </div>
  )
}

/** A statement that must be confirmed. */
export function Confirmation({ label, hint, error, value, isRequired, isReadOnly, onChange }: AskedProps): ReactElement {
  const id = useId()
  return (
    <div className="field">
      <Checkbox
        className="confirmation" validationBehavior="aria" isSelected={value === 'true'} isRequired={isRequired} isReadOnly={isReadOnly} isInvalid={error !== undefined}
        {...(hint || error ? { 'aria-describedby': `${id}-hint` } : {})} onChange={isConfirmed => onChange(isConfirmed ? 'true' : '')}
      >
        {({ isSelected }) => (
          <>
            <span className={isSelected ? 'tick tick--on' : 'tick'} aria-hidden="true">{isSelected && <Icon name="check" size={14} />}</span>
            <span>{label}</span>
          </>
        )}
      </Checkbox>
      {(hint || error) && <p id={`${id}-hint`} className={error ? 'field__hint field__hint--error' : 'field__hint'} role={error ? 'alert' : undefined}>{error ?? hint}</p>}
    </div>
  )
}
