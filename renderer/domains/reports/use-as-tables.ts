import type { Json } from '../../../shared/json.ts'
import { usePreference } from '../../ui/use-preference.ts'

const isYes = (value: Json): value is boolean => typeof value === 'boolean'

/** Whether a person wants tables in the place of charts; it follows them. */
export function useAsTables(): { readonly prefersTables: boolean; readonly onPrefersTables: (prefersTables: boolean) => void } {
  const { value, set } = usePreference('reports/as-tables', isYes)
  return { prefersTables: value ?? false, onPrefersTables: set }
}
