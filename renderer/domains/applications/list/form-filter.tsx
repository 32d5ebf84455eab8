import { use, useState, type FormEvent, type ReactElement, type Ref } from 'react'
import { Button, DialogTrigger, ListBox, ListBoxItem, OverlayTriggerStateContext } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { FormFilter as Filter } from '../../../../shared/contract/form-filter.ts'
import { FilterButton } from '../../../ui/choice-filter.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { PopoverDialog } from '../../../ui/popover-dialog.tsx'
import { Select } from '../../../ui/select.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { useFirstFocus } from '../../../ui/use-first-focus.ts'
import { useLanguage } from '../../../ui/use-language.ts'
import type { FormField } from '../queries.ts'
import { readFilters, typedOf, type Typed, type TypedFilters } from './typed-filters.ts'

interface Props {
  readonly fields: readonly FormField[]
  readonly filters: readonly Filter[]
  readonly onChange: (filters: Filter[]) => void
}

/** Narrows the list by what was filled in, for the one service it shows. */
export function FormFilter({ fields, filters, onChange }: Props): ReactElement {
  const { t } = useTranslation()
  return (
    <DialogTrigger>
      <FilterButton label={t('list.filter.form')} count={filters.length} />
      <PopoverDialog label={t('list.filter.form')} side="start">
        <FieldsForm fields={fields} filters={filters} onChange={onChange} />
      </PopoverDialog>
    </DialogTrigger>
  )
}

function FieldsForm({ fields, filters, onChange }: Props): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const popover = use(OverlayTriggerStateContext)
  const first = useFirstFocus<HTMLInputElement>()
  const [typed, setTyped] = useState(() => typedOf(filters, language))
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set())
  const choose = (chosen: Filter[]): void => {
    onChange(chosen)
    popover?.close()
  }
  const apply = (event: FormEvent): void => {
    event.preventDefault()
    const read = readFilters(fields, typed, language)
    if (read.wrong.size > 0) setWrong(read.wrong)
    else choose([...read.filters])
  }
  return (
    <form noValidate className="form-filter" onSubmit={apply}>
      {fields.map((field, place) => (
        <FieldInput key={field.key} inputRef={place === 0 ? first : null} field={field} typed={typed[field.key] ?? {}} isWrong={wrong.has(field.key)} onChange={part => setTyped(before => withPart(before, field.key, part))} />
      ))}
      <div className="popover__foot form-filter__foot">
        <Button className="button button--quiet" onPress={() => choose([])}>{t('list.filter.clear')}</Button>
        <Button type="submit" className="button button--primary">{t('common.apply')}</Button>
      </div>
    </form>
  )
}

const withPart = (before: TypedFilters, key: string, part: Typed): TypedFilters => ({ ...before, [key]: { ...before[key], ...part } })

interface InputProps {
  readonly field: FormField
  readonly typed: Typed
  readonly isWrong: boolean
  readonly inputRef: Ref<HTMLInputElement>
  readonly onChange: (part: Typed) => void
}

function FieldInput(props: InputProps): ReactElement {
  const { field } = props
  if (field.kind === 'text') return <TextFilter {...props} />
  if (field.kind === 'choice') return <ChoicesFilter {...props} />
  return field.kind === 'yes-no' ? <YesNoFilter {...props} /> : <BoundsFilter {...props} />
}

function TextFilter({ field, typed, inputRef, onChange }: InputProps): ReactElement {
  const { t } = useTranslation()
  const label = field.label[useLanguage()]
  const ways = [{ id: 'contains', name: t('list.filter.contains') }, { id: 'begins', name: t('list.filter.begins') }]
  return (
    <fieldset className="form-filter__field" aria-label={label}>
      <TextInput inputRef={inputRef} label={label} value={typed.text ?? ''} maxLength={60} onChange={text => onChange({ text })} />
      <Select label={t('list.filter.how')} items={ways} value={typed.how ?? 'contains'} onChange={how => onChange({ how: how === 'begins' ? 'begins' : 'contains' })} />
    </fieldset>
  )
}

function BoundsFilter({ field, typed, isWrong, inputRef, onChange }: InputProps): ReactElement {
  const { t } = useTranslation()
  const label = field.label[useLanguage()]
  const error = isWrong ? t(field.kind === 'date' ? 'list.filter.boundsWrongDate' : 'list.filter.boundsWrongNumber') : undefined
  const hint = field.kind === 'date' ? { placeholder: t('list.filter.dateHint') } : {}
  return (
    <fieldset className="form-filter__field">
      <legend className="field__label">{label}</legend>
      <TextInput inputRef={inputRef} label={t('list.filter.from')} value={typed.from ?? ''} {...hint} error={error} onChange={from => onChange({ from })} />
      <TextInput label={t('list.filter.to')} value={typed.to ?? ''} {...hint} onChange={to => onChange({ to })} />
    </fieldset>
  )
}

function ChoicesFilter({ field, typed, onChange }: InputProps): ReactElement {
  const language = useLanguage()
  const label = field.label[language]
  return (
    <fieldset className="form-filter__choices">
      <legend className="field__label">{label}</legend>
      <ListBox aria-label={label} className="choices" selectionMode="multiple" escapeKeyBehavior="none" selectedKeys={typed.values ?? []} onSelectionChange={keys => onChange({ values: keys === 'all' ? field.choices.map(({ value }) => value) : [...keys].map(String) })} items={field.choices.map(choice => ({ id: choice.value, name: choice.label[language] }))}>
        {({ id, name }) => (
          <ListBoxItem id={id} textValue={name} className="choice">
            {({ isSelected }) => <><span className={isSelected ? 'tick tick--on' : 'tick'} aria-hidden="true">{isSelected && <Icon name="check" size={14} />}</span>{name}</>}
          </ListBoxItem>
        )}
      </ListBox>
    </fieldset>
  )
}

function YesNoFilter({ field, typed, onChange }: InputProps): ReactElement {
  const { t } = useTranslation()
  const items = [{ id: 'any', name: t('list.filter.any') }, { id: 'yes', name: t('list.filter.yes') }, { id: 'no', name: t('list.filter.no') }]
  return <Select label={field.label[useLanguage()]} items={items} value={typed.yesNo ?? 'any'} onChange={chosen => onChange({ yesNo: chosen === 'yes' || chosen === 'no' ? chosen : 'any' })} />
}
