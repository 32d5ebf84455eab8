import { useId, type ReactElement, type Ref } from 'react'
import { onCtrlEnter } from './on-ctrl-enter.ts'

interface Props {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly hint?: string | undefined
  readonly error?: string | undefined
  readonly type?: 'text' | 'password'
  readonly placeholder?: string
  /** Off unless said otherwise: what is typed here must not end up in the browser's own files. */
  readonly autoComplete?: string
  readonly isRequired?: boolean
  readonly isReadOnly?: boolean
  readonly maxLength?: number
  readonly inputRef?: Ref<HTMLInputElement>
}

export function TextInput({ label, value, onChange, hint, error, isRequired, isReadOnly, inputRef, type = 'text', autoComplete = 'off', ...rest }: Props): ReactElement {
  const id = useId()
  return (
    <div className="field">
      <label className="field__label" htmlFor={id}>{label}</label>
      <input
        {...rest}
        ref={inputRef}
        id={id}
        type={type}
        autoComplete={autoComplete}
        className="input"
        value={value}
        aria-required={isRequired}
        readOnly={isReadOnly}
        aria-invalid={error ? true : undefined}
        aria-describedby={hint || error ? `${id}-hint` : undefined}
        onChange={event => onChange(event.target.value)}
      />
      <FieldHint id={`${id}-hint`} hint={hint} error={error} />
    </div>
  )
}

interface AreaProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly hint?: string | undefined
  readonly error?: string | undefined
  readonly rows?: number
  readonly maxLength?: number
  readonly isRequired?: boolean
  readonly isReadOnly?: boolean
  /** Ctrl+Enter. */
  readonly onSubmit?: () => void
  readonly areaRef?: Ref<HTMLTextAreaElement>
}

/** A field for longer text that grows with what is in it. */
export function TextArea({ label, value, onChange, hint, error, rows = 3, isRequired, isReadOnly, onSubmit, areaRef, ...rest }: AreaProps): ReactElement {
  const id = useId()
  return (
    <div className="field">
      <label className="field__label" htmlFor={id}>{label}</label>
      <textarea
        {...rest}
        ref={areaRef}
        id={id}
        rows={rows}
        autoComplete="off"
        className="input input--area"
        value={value}
        aria-required={isRequired}
        readOnly={isReadOnly}
        aria-invalid={error ? true : undefined}
        aria-describedby={hint || error ? `${id}-hint` : undefined}
        onKeyDown={onSubmit && onCtrlEnter(onSubmit)}
        onChange={event => onChange(event.target.value)}
      />
      <FieldHint id={`${id}-hint`} hint={hint} error={error} />
    </div>
  )
}

function FieldHint({ id, hint, error }: { readonly id: string; readonly hint?: string | undefined; readonly error?: string | undefined }): ReactElement | null {
  if (!hint && !error) return null
  return (
    <p id={id} className={error ? 'field__hint field__hint--error' : 'field__hint'} role={error ? 'alert' : undefined}>
      {error ?? hint}
    </p>
  )
}
