import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { MappingSummary, PortalLinkState } from '../../../shared/wire/portal-link.ts'
import { useCore } from '../../core-client/core-context.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { Select } from '../../ui/select.tsx'
import { TextArea, TextInput } from '../../ui/text-input.tsx'
import { useFirstFocus } from '../../ui/use-first-focus.ts'
import { useLanguage } from '../../ui/use-language.ts'
import { useAsk } from './use-ask.ts'

interface Props {
  readonly schemaUri: string
  /** The mapping whose questions and fields the new one begins with. */
  readonly basedOn: MappingSummary | null
  readonly state: PortalLinkState
  readonly onClose: () => void
  readonly onAdded: (id: string) => void
}

/** Which schema, for which service; its questions come from the schema itself. */
export function NewMappingDialog({ schemaUri: given, basedOn, state, onClose, onAdded }: Props): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const { client } = useCore()
  const { ask, isAsking } = useAsk()
  const [schemaUri, setSchemaUri] = useState(given)
  const [serviceId, setServiceId] = useState<string | null>(basedOn?.serviceId ?? null)
  const [identifier, setIdentifier] = useState(basedOn?.serviceIdentifier ?? '')
  const [schema, setSchema] = useState('')
  const [isTried, setTried] = useState(false)
  const first = useFirstFocus<HTMLInputElement>()
  const missing = (text: string): string | undefined => (isTried && text.trim() === '' ? t('portalLink.required') : undefined)
  const service = state.services.find(({ id }) => id === serviceId)
  const add = async (): Promise<void> => {
    setTried(true)
    if (!service || schemaUri.trim() === '' || (schema.trim() === '' && !basedOn)) return
    const added = await ask(() => client.portalLink.addMapping({ schemaUri: schemaUri.trim(), serviceIdentifier: identifier.trim() || null, serviceId: service.id, schema, basedOn: basedOn?.id ?? null }))
    if (added) onAdded(added.id)
  }
  return (
    <FormDialog title={t('portalLink.newMapping')} size="large" confirm={t('portalLink.begin')} isRunning={isAsking} onSend={() => void add()} onClose={onClose}>
      <TextInput inputRef={first} label={t('portalLink.schema')} value={schemaUri} onChange={setSchemaUri} hint={t('portalLink.schemaHint')} error={missing(schemaUri)} maxLength={500} isRequired />
      <Select label={t('portalLink.service')} items={state.services.map(({ id, title }) => ({ id, name: title[language] }))} value={serviceId} onChange={setServiceId} error={isTried && !service ? t('portalLink.required') : undefined} isRequired />
      <TextInput label={t('portalLink.identifier')} value={identifier} onChange={setIdentifier} hint={t('portalLink.identifierHint')} maxLength={200} />
      <TextArea label={t('portalLink.schemaText')} value={schema} onChange={setSchema} rows={6} hint={t(basedOn ? 'portalLink.schemaTextKept' : 'portalLink.schemaTextHint')} error={basedOn ? undefined : missing(schema)} isRequired={!basedOn} />
    </FormDialog>
  )
}
