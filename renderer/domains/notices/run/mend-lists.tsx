import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import type { WrittenItem, WrittenParcel } from './mend-draft.ts'

interface ListProps<Entry> {
  readonly errorOf: (path: string) => string | undefined
  readonly onChange: (entries: readonly Entry[]) => void
}

const replaced = <Entry,>(entries: readonly Entry[], index: number, entry: Entry): readonly Entry[] => entries.map((one, place) => (place === index ? entry : one))
const without = <Entry,>(entries: readonly Entry[], index: number): readonly Entry[] => entries.filter((_, place) => place !== index)

const NEW_ITEM: WrittenItem = { label: '', amount: '' }
const NEW_PARCEL: WrittenParcel = { district: '', section: '', number: '', area: '', label: '' }

/** What is charged, line by line; there is always one. */
export function ItemFields({ items, errorOf, onChange }: ListProps<WrittenItem> & { readonly items: readonly WrittenItem[] }): ReactElement {
  const { t } = useTranslation()
  return (
    <fieldset className="stack">
      <legend className="field__label">{t('notices.fields.items')}</legend>
      {items.map((item, index) => (
        <div key={index} className="notice-fields notice-fields--line">
          <TextInput label={t('notices.fields.item')} value={item.label} maxLength={120} isRequired error={errorOf(`items.${index}.label`)} onChange={label => onChange(replaced(items, index, { ...item, label }))} />
          <TextInput label={t('notices.fields.amountEuro')} value={item.amount} maxLength={16} isRequired error={errorOf(`items.${index}.cents`)} onChange={amount => onChange(replaced(items, index, { ...item, amount }))} />
          {items.length > 1 && <Button icon="trash" kind="quiet" aria-label={t('common.remove', { what: item.label || t('notices.fields.item') })} onPress={() => onChange(without(items, index))}>{t('notices.mend.remove')}</Button>}
        </div>
      ))}
      <div><Button icon="plus" onPress={() => onChange([...items, NEW_ITEM])}>{t('notices.mend.addItem')}</Button></div>
    </fieldset>
  )
}

const PARCEL_FIELDS = [['district', 'district', 80], ['section', 'section', 10], ['number', 'number', 20], ['area', 'areaSquareMetres', 12], ['label', 'label', 160]] as const

/** The land a notice is about. */
export function ParcelFields({ parcels, errorOf, onChange }: ListProps<WrittenParcel> & { readonly parcels: readonly WrittenParcel[] }): ReactElement {
  const { t } = useTranslation()
  return (
    <fieldset className="stack">
      <legend className="field__label">{t('notices.fields.parcels')}</legend>
      {parcels.map((parcel, index) => (
        <div key={index} className="notice-fields notice-fields--line">
          {PARCEL_FIELDS.map(([field, path, maxLength]) => (
            <TextInput key={field} label={t(`notices.parcel.${field}`)} value={parcel[field]} maxLength={maxLength} error={errorOf(`parcels.${index}.${path}`)} onChange={text => onChange(replaced(parcels, index, { ...parcel, [field]: text }))} />
          ))}
          <Button icon="trash" kind="quiet" aria-label={t('common.remove', { what: parcel.label || t('notices.fields.parcel') })} onPress={() => onChange(without(parcels, index))}>{t('notices.mend.remove')}</Button>
        </div>
      ))}
      <div><Button icon="plus" onPress={() => onChange([...parcels, NEW_PARCEL])}>{t('notices.mend.addParcel')}</Button></div>
    </fieldset>
  )
}
