import type { ReactElement } from 'react'
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import type { BlockId, TextBlock } from '../../../../shared/domains/letters/tables.ts'
import { Button } from '../../../ui/button.tsx'

interface Props {
  readonly label: string
  readonly blocks: readonly TextBlock[]
  readonly onChoose: (id: BlockId) => void
}

/** The text blocks that are in use, to choose one from; nothing where there is none. */
export function BlockMenu({ label, blocks, onChoose }: Props): ReactElement | null {
  const active = blocks.filter(block => block.active)
  if (active.length === 0) return null
  return (
    <div>
      <MenuTrigger>
        <Button icon="plus">{label}</Button>
        <Popover className="popover" placement="bottom start">
          <Menu className="menu variable-menu" aria-label={label} onAction={id => onChoose(String(id))}>
            {active.map(({ id, title }) => <MenuItem key={id} id={id} textValue={title} className="menu__item">{title}</MenuItem>)}
          </Menu>
        </Popover>
      </MenuTrigger>
    </div>
  )
}
