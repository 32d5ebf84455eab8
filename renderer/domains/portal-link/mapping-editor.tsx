import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Mapping } from '../../../shared/wire/portal-link.ts'
import { useCore } from '../../core-client/core-context.tsx'
import { ActionButton, Button } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { Problem } from '../../ui/problem.tsx'
import { Select } from '../../ui/select.tsx'
import { useLanguage } from '../../ui/use-language.ts'
import { MappingTrialPart } from './mapping-trial.tsx'
import { useMappingById } from './queries.ts'
import { useAsk } from './use-ask.ts'

/** The questions of a schema and the fields of the town's form, side by side. */
export function MappingEditor({ id, onClose }: { readonly id: string; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation()
  const { answer, renew } = useMappingById(id)
  return (
    <div className="stack portal-link">
      <div className="row"><Button kind="quiet" icon="left" onPress={onClose}>{t('portalLink.back')}</Button></div>
      {answer.kind === 'loading' && <p className="muted">{t('common.loading')}</p>}
      {answer.kind === 'refused' && <Problem refusal={answer.refusal} />}
      {answer.kind === 'here' && <Editor key={answer.value.changedAt} mapping={answer.value} onChanged={renew} onUsed={onClose} />}
    </div>
  )
}

const NONE = 'none'

interface Props {
  readonly mapping: Mapping
  readonly onChanged: () => void
  readonly onUsed: () => void
}

function Editor({ mapping, onChanged, onUsed }: Props): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const { client } = useCore()
  const { ask, isAsking } = useAsk()
  const [fields, setFields] = useState<Readonly<Record<string, string>>>(Object.fromEntries(mapping.questions.flatMap(({ path, field }) => (field === null ? [] : [[path, field]]))))
  const [isChanged, setChanged] = useState(false)
  const isDraft = mapping.state === 'draft'
  const { id, changedAt } = mapping
  const choose = (path: string, key: string): void => {
    const { [path]: _, ...others } = fields
    setFields(key === NONE ? others : { ...others, [path]: key })
    setChanged(true)
  }
  const save = async (): Promise<void> => {
    if (await ask(() => client.portalLink.changeMapping({ id, changedAt, fields }), t('portalLink.saved'))) onChanged()
  }
  const putToUse = async (): Promise<void> => {
    if (await ask(() => client.portalLink.putMappingToUse({ id, changedAt }), t('portalLink.used'))) onUsed()
  }
  const empty = mapping.fields.filter(({ key, isRequired }) => isRequired && !Object.values(fields).includes(key))
  return (
    <>
      <h2 className="panel__title">{mapping.serviceTitle[language]} <span className="portal-link__id">{mapping.schemaUri}</span></h2>
      {empty.length > 0 && <p className="callout">{t('portalLink.emptyFields', { fields: empty.map(({ label }) => label[language]).join(', ') })}</p>}
      <DataTable isStackable caption={t('portalLink.questions')} heads={[t('portalLink.question'), t('portalLink.field')]}>
        {mapping.questions.map(question => <Question key={question.path} mapping={mapping} question={question} chosen={fields[question.path]} onChoose={isDraft ? key => choose(question.path, key) : undefined} />)}
      </DataTable>
      {isDraft && <div className="row"><Button kind="primary" isDisabled={isAsking || !isChanged} onPress={() => void save()}>{t('portalLink.save')}</Button></div>}
      <MappingTrialPart id={id} isChanged={isChanged} onTried={onChanged} />
      {isDraft && (
        <ActionButton kind="primary" isPrimary onPress={() => void putToUse()} refusal={isChanged ? t('portalLink.saveFirst') : mapping.isTried ? undefined : t('portalLink.tryFirst')}>{t('portalLink.use')}</ActionButton>
      )}
    </>
  )
}

interface QuestionProps {
  readonly mapping: Mapping
  readonly question: Mapping['questions'][number]
  readonly chosen: string | undefined
  /** Nothing: it is only shown. */
  readonly onChoose: ((key: string) => void) | undefined
}

function Question({ mapping, question: { path, label }, chosen, onChoose }: QuestionProps): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const items = [{ id: NONE, name: t('portalLink.noField') }, ...mapping.fields.map(field => ({ id: field.key, name: field.label[language] }))]
  return (
    <tr>
      <th scope="row">{label}<span className="portal-link__id muted">{path}</span></th>
      <td>{onChoose
        ? <Select label={t('portalLink.fieldFor', { question: label })} items={items} value={chosen ?? NONE} onChange={onChoose} />
        : (items.find(({ id }) => id === (chosen ?? NONE))?.name ?? chosen)}</td>
    </tr>
  )
}
