import type { ReactElement } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import { formatNumber } from './format.ts'
import { useLanguage } from './use-language.ts'

interface Props<Id extends string> {
  readonly label: string
  readonly choices: readonly { readonly id: Id; readonly name: string; readonly count: number }[]
  readonly chosen: Id
  readonly onChange: (id: Id) => void
}

/** Which part of a list is shown, each with how many are in it. */
export function CountedChoice<Id extends string>({ label, choices, chosen, onChange }: Props<Id>): ReactElement {
  const language = useLanguage()
  const choose = (value: string): void => {
    const choice = choices.find(({ id }) => id === value)
    if (choice) onChange(choice.id)
  }
  return (
    <RadioGroup className="segments" orientation="horizontal" value={chosen} onChange={choose}>
      <Label className="field__label">{label}</Label>
      <div className="tick-row">
        {choices.map(({ id, name, count }) => <Radio key={id} value={id} className="segment">{name} <strong>{formatNumber(count, language)}</strong></Radio>)}
      </div>
    </RadioGroup>
  )
}
