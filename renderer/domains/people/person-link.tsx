import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonRecord } from '../../../shared/wire/people.ts'
import { useCore } from '../../core-client/core-context.tsx'
import { Button } from '../../ui/button.tsx'
import { refusalToast } from '../../ui/refusal-toast.ts'
import { useToast } from '../../ui/toasts.tsx'
import { SecrecyBadge } from './secrecy-badge.tsx'
import { useSecrets } from './use-secrets.ts'

/** Leads from a record to the file of its person, with the mark of a secrecy beside it. */
export function PersonLink({ table, recordId }: PersonRecord): ReactElement {
  const { t } = useTranslation()
  const { client } = useCore()
  const show = useToast()
  const isSecret = useSecrets()(recordId)
  const [isAsking, setAsking] = useState(false)
  const open = async (): Promise<void> => {
    setAsking(true)
    const answer = await client.people.of({ table, recordId }).catch(() => ({ ok: false, error: { code: 'request/unexpected' } }) as const)
    setAsking(false)
    if (!answer.ok) return show(refusalToast(t, answer.error))
    if (answer.value.personId === null) return show({ kind: 'waiting', title: t('people.noFile') })
    window.location.hash = `#/people/${answer.value.personId}`
  }
  return (
    <span className="row">
      {isSecret && <SecrecyBadge />}
      <Button kind="quiet" icon="person" isDisabled={isAsking} onPress={() => void open()}>{t('people.fileOf')}</Button>
    </span>
  )
}
