import type { ReactElement } from 'react'
import { Checkbox } from 'react-aria-components'
import { Icon } from './icon.tsx'

/** A statement that holds or does not. */
export function Tick({ label, isOn, onChange }: { readonly label: string; readonly isOn: boolean; readonly onChange: (isOn: boolean) => void }): ReactElement {
  return (
    <Checkbox className="confirmation" isSelected={isOn} onChange={onChange}>
      {({ isSelected }) => (
        <>
          <span className={isSelected ? 'tick tick--on' : 'tick'} aria-hidden="true">{isSelected && <Icon name="check" size={14} />}</span>
          <span>{label}</span>
        </>
      )}
    </Checkbox>
  )
}
