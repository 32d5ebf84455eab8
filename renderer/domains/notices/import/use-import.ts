import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { FILE_PIECE_BYTES } from '../../../../shared/contract/files.ts'
import type { ImportDraft, ShownRowProblem } from '../../../../shared/contract/notice-import.ts'
import { AS_FOUND } from '../../../../shared/domains/notices/import/table.ts'
import type { NoticeKind } from '../../../../shared/domains/notices/tables.ts'
import type { CoreClient } from '../../../core-client/connect.ts'
import { useCore } from '../../../core-client/core-context.tsx'
import { toBase64 } from '../../../ui/bytes.ts'
import type { RefusalShown } from '../../../ui/error-sentences.ts'
import { refusalToast } from '../../../ui/refusal-toast.ts'
import { useToast } from '../../../ui/toasts.tsx'

type ImportClient = CoreClient['noticeImport']
type Told = { readonly ok: true } | { readonly ok: false; readonly error: RefusalShown }

/** The table that is being made into a run at this desk, as it changes; null for none, undefined until that is known. */
export function useImportDraft(): ImportDraft | null | undefined {
  const { queries } = useCore()
  return useQuery({ ...queries.noticeImport.watch.experimental_liveOptions(), gcTime: 0 }).data?.draft
}

/** Kinds of notice in use; undefined until they have been read. */
export function useImportKinds(): readonly NoticeKind[] | undefined {
  const { queries } = useCore()
  return useQuery(queries.notices.kinds.queryOptions()).data?.kinds.filter(({ active }) => active)
}

interface Problems {
  readonly problems: readonly ShownRowProblem[]
  readonly total: number
}

const NONE: Problems = { problems: [], total: 0 }

/** The first so many errors or hints of a table; what was shown before stays until the new ones are here. */
export function useRowProblems({ id, turn }: ImportDraft, only: 'errors' | 'hints', end: number): Problems {
  const { queries } = useCore()
  const { data } = useQuery({ ...queries.noticeImport.problems.queryOptions({ input: { id, turn, only, start: 0, end } }), placeholderData: keepPreviousData, gcTime: 0 })
  return data?.ok ? data.value : NONE
}

/** Does something with the table; only what was refused is told, because everything else is seen. */
export function useImportStep(): { readonly run: (step: (client: ImportClient) => Promise<Told>) => Promise<boolean>; readonly isRunning: boolean } {
  const { t } = useTranslation()
  const { client } = useCore()
  const show = useToast()
  const { mutateAsync, isPending } = useMutation({ mutationFn: (step: (client: ImportClient) => Promise<Told>) => step(client.noticeImport) })
  const run = async (step: (client: ImportClient) => Promise<Told>): Promise<boolean> => {
    const told = await mutateAsync(step).catch((): Told => ({ ok: false, error: { code: 'request/unexpected' } }))
    if (!told.ok) show(refusalToast(t, told.error))
    return told.ok
  }
  return { run, isRunning: isPending }
}

/** Hands a file over to the core piece by piece and has it read. What stands against reading it is part of the draft. */
export async function handOver(client: ImportClient, file: File, kindId: string | null): Promise<Told> {
  const begun = await client.begin({ fileName: file.name.slice(0, 200), size: file.size, kindId })
  if (!begun.ok) return begun
  const { id } = begun.value
  for (let start = 0; start < file.size; start += FILE_PIECE_BYTES) {
    const piece = new Uint8Array(await file.slice(start, start + FILE_PIECE_BYTES).arrayBuffer())
    const appended = await client.append({ id, start, content: toBase64(piece) })
    if (!appended.ok) return appended
  }
  await client.read({ id, reading: AS_FOUND })
  return { ok: true }
}
