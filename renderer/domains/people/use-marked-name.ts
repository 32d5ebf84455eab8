import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useSecrets } from './use-secrets.ts'

/** The name of a record's person as lists of text say it: after the mark where a secrecy holds. */
export function useMarkedName(): (record: { readonly id: string; readonly name: string }) => string {
  const { t } = useTranslation()
  const isSecret = useSecrets()
  return useCallback(({ id, name }) => (isSecret(id) ? `${t('people.secrecy.mark')}: ${name}` : name), [t, isSecret])
}
