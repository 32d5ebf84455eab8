import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { MappingSummary, PortalLinkState } from '../../../shared/wire/portal-link.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { FullTime } from '../../ui/time.tsx'
import { useLanguage } from '../../ui/use-language.ts'
import { MappingEditor } from './mapping-editor.tsx'
import { NewMappingDialog } from './new-mapping-dialog.tsx'

interface Props {
  readonly state: PortalLinkState
  readonly onChanged: () => void
}

/** Which schema becomes which form. What is in use is changed by a further version that is tried first. */
export function MappingsPanel({ state, onChanged }: Props): ReactElement {
  const { t } = useTranslation()
  const [opened, setOpened] = useState<string | null>(null)
  const [isNew, setNew] = useState<{ readonly schemaUri: string; readonly basedOn: MappingSummary | null } | null>(null)
  const unmapped = [...new Set(state.submissions.filter(({ problem }) => problem === 'no-mapping').map(({ about }) => about))]
  const close = (): void => {
    setOpened(null)
    onChanged()
  }
  if (opened !== null) return <MappingEditor id={opened} onClose={close} />
  return (
    <div className="stack portal-link">
      {unmapped.map(schemaUri => (
        <div key={schemaUri} className="callout stack">
          <p>{t('portalLink.unmapped')} <span className="portal-link__id">{schemaUri}</span></p>
          <div className="row"><Button kind="primary" onPress={() => setNew({ schemaUri, basedOn: null })}>{t('portalLink.mapThis')}</Button></div>
        </div>
      ))}
      <div className="row"><Button icon="plus" onPress={() => setNew({ schemaUri: '', basedOn: null })}>{t('portalLink.newMapping')}</Button></div>
      {state.mappings.length > 0 && <Mappings mappings={state.mappings} onOpen={setOpened} onNext={basedOn => setNew({ schemaUri: basedOn.schemaUri, basedOn })} />}
      {isNew && <NewMappingDialog {...isNew} state={state} onClose={() => setNew(null)} onAdded={id => { setNew(null); setOpened(id) }} />}
    </div>
  )
}

interface MappingsProps {
  readonly mappings: readonly MappingSummary[]
  readonly onOpen: (id: string) => void
  readonly onNext: (basedOn: MappingSummary) => void
}

function Mappings({ mappings, onOpen, onNext }: MappingsProps): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <DataTable isStackable caption={t('portalLink.mappings')} heads={[t('portalLink.schema'), t('portalLink.service'), t('portalLink.state'), t('portalLink.changed'), { title: t('portalLink.actions'), isUnseen: true }]}>
      {mappings.map(mapping => (
        <tr key={mapping.id}>
          <th scope="row"><span className="portal-link__id">{mapping.schemaUri}</span>{mapping.serviceIdentifier && <span className="portal-link__id muted">{mapping.serviceIdentifier}</span>}</th>
          <td>{mapping.serviceTitle[language]}</td>
          <td>{t(`portalLink.mappingStates.${mapping.state}`, { version: mapping.version })}{mapping.isOutdated && <span className="portal-link__note">{t('portalLink.outdated')}</span>}</td>
          <td><FullTime at={mapping.changedAt} /><span className="portal-link__note muted">{mapping.changedByName}</span></td>
          <td>
            <div className="row">
              <Button onPress={() => onOpen(mapping.id)}>{t(mapping.state === 'draft' ? 'portalLink.workOn' : 'portalLink.view')}</Button>
              {mapping.state === 'active' && <Button onPress={() => onNext(mapping)}>{t('portalLink.nextVersion')}</Button>}
            </div>
          </td>
        </tr>
      ))}
    </DataTable>
  )
}
