import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, IconButton } from '../../../ui/button.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import type { SessionDraft } from './session-draft.ts'

type Team = SessionDraft['team']

const MOST = 40

/** Who works there and what they do, as it is pinned to the wall. */
export function TeamFields({ team, onChange }: { readonly team: Team; readonly onChange: (team: Team) => void }): ReactElement {
  const { t } = useTranslation()
  const set = (index: number, part: Partial<Team[number]>): void => onChange(team.map((one, place) => (place === index ? { ...one, ...part } : one)))
  return (
    <fieldset className="stack">
      <legend className="field__label">{t('planning.field.team')}</legend>
      {team.map((one, index) => (
        <div key={index} className="planning__line">
          <TextInput label={t('planning.field.memberName')} value={one.name} maxLength={120} onChange={name => set(index, { name })} />
          <TextInput label={t('planning.field.memberTask')} value={one.task} maxLength={120} onChange={task => set(index, { task })} />
          <IconButton icon="trash" label={t('common.remove', { what: one.name || t('planning.field.member') })} onPress={() => onChange(team.filter((_, place) => place !== index))} />
        </div>
      ))}
      <div><Button icon="plus" isDisabled={team.length >= MOST} onPress={() => onChange([...team, { name: '', task: '' }])}>{t('planning.field.addMember')}</Button></div>
    </fieldset>
  )
}
