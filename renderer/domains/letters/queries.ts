import { useQuery } from '@tanstack/react-query'
import type { BlockLine, EditedBlock, EditedTemplate, LetterheadLine, TemplateLine } from '../../../shared/contract/letters.ts'
import type { BlockId, TemplateId } from '../../../shared/domains/letters/tables.ts'
import type { DepartmentId, ServiceId } from '../../../shared/ids.ts'
import type { Bilingual } from '../../../shared/json.ts'
import { useCore } from '../../core-client/core-context.tsx'
import { answerOf, type Answer } from '../../ui/answer.ts'

export interface TownLetters {
  readonly templates: readonly TemplateLine[]
  readonly blocks: readonly BlockLine[]
  readonly letterheads: readonly LetterheadLine[]
  readonly services: readonly { readonly id: ServiceId; readonly title: Bilingual; readonly departmentId: DepartmentId }[]
}

/** Every template with its draft, and the letterheads of all departments; undefined while they are being read. */
export function useTownLetters(): TownLetters | undefined {
  const { queries } = useCore()
  return useQuery(queries.letters.list.queryOptions()).data
}

/** Read anew each time it is opened: an editor that begins with what was, takes a draft kept meanwhile for none. */
const AFRESH = { gcTime: 0 } as const

export function useEditedTemplate(id: TemplateId): Answer<EditedTemplate> {
  const { queries } = useCore()
  return answerOf(useQuery(queries.letters.get.queryOptions({ input: { id }, ...AFRESH })))
}

export function useEditedBlock(id: BlockId): Answer<EditedBlock> {
  const { queries } = useCore()
  return answerOf(useQuery(queries.letters['get-block'].queryOptions({ input: { id }, ...AFRESH })))
}
