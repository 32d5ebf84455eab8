import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../../ui/button.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { OpenerButton } from '../opener-button.tsx'
import { FreshInput } from './fresh-input.tsx'
import type { SessionDraft } from './session-draft.ts'
import { useLineFocus } from './use-line-focus.ts'

type Team = SessionDraft['team']

const MOST = 40

/** Who works there and what they do, as it is pinned to the wall. */
export function TeamFields({ team, onChange }: { readonly team: Team; readonly onChange: (team: Team) => void }): ReactElement {
  const { t } = useTranslation()
  const focus = useLineFocus()
  const set = (index: number, part: Partial<Team[number]>): void => onChange(team.map((one, place) => (place === index ? { ...one, ...part } : one)))
  const add = (): void => {
    onChange([...team, { name: '', task: '' }])
    focus.added(team.length)
  }
  const remove = (index: number): void => {
    onChange(team.filter((_, place) => place !== index))
    focus.removed()
  }
  return (
    <fieldset className="stack">
      <legend className="field__label">{t('planning.field.team')}</legend>
      {team.map((one, index) => (
        <div key={index} className="planning__line">
          <FreshInput hasFocus={focus.isFresh(index)} label={t('planning.field.memberName')} value={one.name} maxLength={120} onChange={name => set(index, { name })} />
          <TextInput label={t('planning.field.memberTask')} value={one.task} maxLength={120} onChange={task => set(index, { task })} />
          <IconButton icon="trash" label={t('common.remove', { what: one.name || t('planning.field.member') })} onPress={() => remove(index)} />
        </div>
      ))}
      <div><OpenerButton key={focus.removals} hasFocus={focus.removals > 0} icon="plus" isDisabled={team.length >= MOST} onPress={add}>{t('planning.field.addMember')}</OpenerButton></div>
    </fieldset>
  )
}
