import { useNavigate } from '@tanstack/react-router'
import type { AlertId } from '../../../../shared/ids.ts'

/** Leads to one message. */
export function useOpenAlert(): (id: AlertId) => void {
  const navigate = useNavigate()
  return id => void navigate({ to: '/alerts/$id', params: { id } })
}
