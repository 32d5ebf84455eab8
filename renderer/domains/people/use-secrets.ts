import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useCore } from '../../core-client/core-context.tsx'
import { secretsOf } from './secrets-of.ts'

function useSecretIds(): readonly string[] | undefined {
  const { queries } = useCore()
  return useQuery(queries.people.secrets.queryOptions()).data?.recordIds
}

/** Says by its id whether a record is of somebody under secrecy; known at every desk, also without a connection. Until it is known here, each record is taken for one. */
export function useSecrets(): (recordId: string) => boolean {
  const recordIds = useSecretIds()
  return useMemo(() => secretsOf(recordIds), [recordIds])
}

/** Why nothing is printed or saved that leaves out people under secrecy: it is not known yet who they are. */
export function useSecrecyRefusal(): string | undefined {
  const { t } = useTranslation()
  return useSecretIds() === undefined ? t('people.secrecy.unknown') : undefined
}
