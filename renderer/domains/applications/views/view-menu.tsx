import { useState, type ReactElement } from 'react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { ListQuery } from '../../../../shared/contract/applications.ts'
import type { ShownView } from '../../../../shared/contract/views.ts'
import type { JsonObject } from '../../../../shared/json.ts'
import { Icon, type IconName } from '../../../ui/icon.tsx'
import { useChangeView, useDeleteView, useSaveView } from './mutations.ts'
import { ViewDialog, type ViewFields } from './view-dialog.tsx'
import './views.css'

interface Props {
  /** The saved view that is open, null in a built-in one. */
  readonly saved: ShownView | null
  /** The list as it is filtered, searched and sorted now. */
  readonly query: () => ListQuery | undefined
  /** Whether it shows something else than what was saved. */
  readonly isChanged: boolean
  readonly onOpen: (id: string | undefined) => void
}

/** Keeps the list as it stands under a name; in a saved view also what can be done with that one. */
export function ViewMenu({ saved, query, isChanged, onOpen }: Props): ReactElement {
  const { t } = useTranslation()
  const [dialog, setDialog] = useState<'new' | 'edit'>()
  const actions = useViewActions({ saved, query, isChanged, onOpen })
  const button = (
    <Button className={isChanged ? 'filter filter--active' : 'filter'} {...(saved ? {} : { onPress: () => setDialog('new') })}>
      <Icon name="bookmark" size={16} />
      <span>{saved ? t('savedViews.menu') : t('savedViews.saveAs')}</span>
      {saved && <Icon name="down" size={14} />}
    </Button>
  )
  return (
    <>
      {saved ? (
        <MenuTrigger>
          {button}
          <Popover className="popover" placement="bottom end">
            <Menu className="menu" aria-label={t('savedViews.menuOf', { name: saved.name })}>
              {saved.mayChange && isChanged && <Item icon="check" text={t('savedViews.keepChanges')} onAction={actions.keepChanges} />}
              <Item icon="bookmark" text={t('savedViews.saveAs')} onAction={() => setDialog('new')} />
              {saved.mayChange && <Item icon="pencil" text={t(saved.isOwn ? 'savedViews.edit' : 'savedViews.rename')} onAction={() => setDialog('edit')} />}
              {saved.mayChange && <Item icon="cross" text={t('savedViews.delete')} onAction={actions.remove} />}
            </Menu>
          </Popover>
        </MenuTrigger>
      ) : button}
      {dialog === 'new' && <ViewDialog title={t('savedViews.saveTitle')} start={NEW} isOwn onSave={actions.saveNew} onClose={() => setDialog(undefined)} />}
      {dialog === 'edit' && saved && <ViewDialog title={t('savedViews.editTitle')} start={saved} isOwn={saved.isOwn} onSave={actions.edit} onClose={() => setDialog(undefined)} />}
    </>
  )
}

const NEW: ViewFields = { name: '', departmentId: null, tellsWhenFilled: false }

const Item = ({ icon, text, onAction }: { readonly icon: IconName; readonly text: string; readonly onAction: () => void }): ReactElement => (
  <MenuItem className="menu__item" textValue={text} onAction={onAction}><Icon name={icon} />{text}</MenuItem>
)

/** A query is plain JSON; the contract checks it again when it is read. */
const asJson = (query: ListQuery): JsonObject => query as unknown as JsonObject

function useViewActions({ saved, query, onOpen }: Props) {
  const save = useSaveView()
  const change = useChangeView()
  const remove = useDeleteView()
  const fieldsOf = ({ name, departmentId, tellsWhenFilled }: ViewFields): ViewFields => ({ name, departmentId, tellsWhenFilled })
  return {
    saveNew: async (fields: ViewFields): Promise<boolean> => {
      const now = query()
      const id = now && await save({ ...fieldsOf(fields), query: asJson(now) })
      if (id) onOpen(id)
      return id !== undefined
    },
    edit: (fields: ViewFields): Promise<boolean> =>
      saved?.query ? change(saved.id, { ...fieldsOf(fields), query: asJson(saved.query) }) : Promise.resolve(false),
    keepChanges: (): void => {
      const now = query()
      if (saved && now) void change(saved.id, { ...fieldsOf(saved), query: asJson(now) })
    },
    remove: (): void => {
      if (!saved) return
      void remove(saved, () => onOpen(saved.id)).then(isGone => isGone && onOpen(undefined))
    },
  }
}
