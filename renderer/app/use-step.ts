import { useNavigate, useSearch } from '@tanstack/react-router'
import { useDesk } from './desk.tsx'

/** Goes from the open case to the one before or after it in the list, as far as the list holds it; undefined at its ends. */
export function useStep(id: string): (step: 1 | -1) => (() => void) | undefined {
  const { grid } = useDesk()
  const { view } = useSearch({ from: '/applications' })
  const navigate = useNavigate()
  return step => {
    const neighbour = grid.current?.neighbour(id, step)
    return neighbour === undefined ? undefined : () => void navigate({ to: '/applications/$id', params: { id: neighbour }, search: { view } })
  }
}
