import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useNeighbour } from '../domains/applications/queries.ts'
import { useToast } from '../ui/toasts.tsx'
import { useDesk } from './desk.tsx'

/** Goes from the open case to the one before or after it in the order of the list, and says so at its ends. */
export function useStep(): (step: 1 | -1) => void {
  const { t } = useTranslation()
  const { list } = useDesk()
  const { id } = useParams({ strict: false })
  const { view = 'all', saved } = useSearch({ strict: false })
  const navigate = useNavigate()
  const show = useToast()
  const neighbour = useNeighbour()
  return step => {
    const query = list.lastQuery.get()
    if (id === undefined || !query) return
    void neighbour(query, id, step).then(next => {
      if (next === undefined) show({ kind: 'done', title: t(step === 1 ? 'case.wasLast' : 'case.wasFirst') })
      else void navigate({ to: '/applications/$id', params: { id: next }, search: { view, saved } })
    })
  }
}
