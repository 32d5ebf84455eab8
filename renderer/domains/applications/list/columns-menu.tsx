import type { ReactElement } from 'react'
import { Button, DialogTrigger, ListBox, ListBoxItem } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../../ui/icon.tsx'
import { PopoverDialog } from '../../../ui/popover-dialog.tsx'

interface Props {
  readonly columns: readonly { readonly id: string; readonly title: string }[]
  readonly shown: readonly string[]
  readonly onChange: (shown: readonly string[]) => void
  readonly onReset: () => void
}

/** Which columns the list shows; their order and width are changed in the head of the list itself. */
export function ColumnsMenu({ columns, shown, onChange, onReset }: Props): ReactElement {
  const { t } = useTranslation()
  return (
    <DialogTrigger>
      <Button className="filter"><Icon name="columns" size={16} /><span>{t('list.columnsButton')}</span></Button>
      <PopoverDialog label={t('list.columnsTitle')} side="end">
        <ListBox
          aria-label={t('list.columnsTitle')}
          className="choices"
          selectionMode="multiple"
          disallowEmptySelection
          selectedKeys={shown}
          onSelectionChange={keys => onChange(keys === 'all' ? columns.map(({ id }) => id) : [...keys].map(String))}
          items={columns}
        >
          {({ id, title }) => (
            <ListBoxItem id={id} textValue={title} className="choice">
              {({ isSelected }) => (
                <>
                  <span className={isSelected ? 'tick tick--on' : 'tick'} aria-hidden="true">{isSelected && <Icon name="check" size={14} />}</span>
                  {title}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
        <div className="popover__foot">
          <Button className="button button--quiet" onPress={onReset}>{t('list.resetColumns')}</Button>
        </div>
      </PopoverDialog>
    </DialogTrigger>
  )
}
