import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { SAVED_VIEW_LABEL } from '../../../../shared/domains/applications/saved-view-commands.ts'
import { derivedUuid, SavedViewId, type DepartmentId } from '../../../../shared/ids.ts'
import type { JsonObject } from '../../../../shared/json.ts'
import type { CoreClient } from '../../../core-client/connect.ts'
import { useCore, usePerson } from '../../../core-client/core-context.tsx'
import { useToast } from '../../../ui/toasts.tsx'
import { useCommandResult } from '../../../ui/use-command-result.ts'

type Views = CoreClient['views']
export interface ViewContent {
  readonly name: string
  /** The department it is shared with; null keeps it to oneself. */
  readonly departmentId: DepartmentId | null
  readonly tellsWhenFilled: boolean
  readonly query: JsonObject
}

/** Keeps a new view; answers its id, or undefined when the person has been told why it was not saved. */
export function useSaveView(): (content: ViewContent) => Promise<SavedViewId | undefined> {
  const { client } = useCore()
  const { accountId } = usePerson()
  const tell = useCommandResult('views.save')
  const { mutateAsync } = useMutation({ mutationFn: (content: ViewContent) => client.views.save({ ...content, accountId }) })
  return async content => {
    let id: SavedViewId | undefined
    await tell(async () => {
      const answer = await mutateAsync(content)
      if (answer.ok) id = SavedViewId.parse(derivedUuid(answer.value.commandId, SAVED_VIEW_LABEL))
      return answer
    })
    return id
  }
}

export function useChangeView(): (viewId: SavedViewId, content: ViewContent) => Promise<boolean> {
  const { client } = useCore()
  const tell = useCommandResult('views.change')
  const { mutateAsync } = useMutation({ mutationFn: (input: Parameters<Views['change']>[0]) => client.views.change(input) })
  return (viewId, content) => tell(() => mutateAsync({ ...content, viewId }))
}

/** Takes a view away; the message that says so brings it back with one press. */
export function useDeleteView(): (view: { readonly id: SavedViewId; readonly name: string }, onBack: () => void) => Promise<boolean> {
  const { t } = useTranslation()
  const { client } = useCore()
  const show = useToast()
  const tell = useCommandResult('views.change')
  const { mutateAsync } = useMutation({ mutationFn: (input: Parameters<Views['delete']>[0]) => client.views.delete(input) })
  return async ({ id, name }, onBack) => {
    const answer = await mutateAsync({ viewId: id, isDeleted: true }).catch(() => undefined)
    if (!answer?.ok) return tell(() => answer ? Promise.resolve(answer) : Promise.reject(new Error('no answer')))
    const bringBack = async (): Promise<void> => {
      if (await tell(() => mutateAsync({ viewId: id, isDeleted: false }))) onBack()
    }
    show({ kind: 'done', title: t('savedViews.deleted', { name }), action: { label: t('savedViews.undo'), run: () => void bringBack() } })
    return true
  }
}
