import type { ReactElement } from 'react'
import { Checkbox } from 'react-aria-components'
import { Icon } from '../../ui/icon.tsx'

/** Chooses one card, or all of them, for a list. */
export function CardChoice({ label, isShown = false, isOn, onChange }: { readonly label: string; readonly isShown?: boolean; readonly isOn: boolean; readonly onChange: () => void }): ReactElement {
  return (
    <Checkbox className="card-choice" aria-label={label} isSelected={isOn} onChange={onChange}>
      {({ isSelected }) => <><span className={isSelected ? 'tick tick--on' : 'tick'} aria-hidden="true">{isSelected && <Icon name="check" size={14} />}</span>{isShown && label}</>}
    </Checkbox>
  )
}
