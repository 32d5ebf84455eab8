import { useMutation } from '@tanstack/react-query'
import type { BlockContent } from '../../../shared/domains/letters/block-content.ts'
import type { BlockId, TemplateId } from '../../../shared/domains/letters/tables.ts'
import type { TemplateContent } from '../../../shared/domains/letters/template-content.ts'
import type { Letterhead } from '../../../shared/domains/staff/tables.ts'
import type { DepartmentId } from '../../../shared/ids.ts'
import { useCore } from '../../core-client/core-context.tsx'
import { useCommandResult, type CommandAnswer } from '../../ui/use-command-result.ts'

export type TemplateAct = 'discard-draft' | 'publish' | 'withdraw' | 'offer'

/** An act on a whole template, with the toast that tells what became of it. */
export function useTemplateAct(name: TemplateAct): { readonly run: (templateId: TemplateId) => Promise<boolean>; readonly isRunning: boolean } {
  const { client } = useCore()
  const tell = useCommandResult(`letters.${name}`)
  const { mutateAsync, isPending } = useMutation({ mutationFn: (templateId: TemplateId): Promise<CommandAnswer> => client.letters[name]({ templateId }) })
  return { run: templateId => tell(() => mutateAsync(templateId)), isRunning: isPending }
}

export interface TemplateToKeep {
  readonly templateId: TemplateId
  readonly content: TemplateContent
  readonly basedOn: number | null
  /** Whether there is an open draft already. */
  readonly isBegun: boolean
  /** A department that exists: a draft is begun in the name of one. */
  readonly departmentId: DepartmentId
}

/** Keeps a draft, the first time by beginning it; the answer is for the editor, which shows it where the work is. */
export function useKeepTemplate(): (draft: TemplateToKeep) => Promise<CommandAnswer> {
  const { client } = useCore()
  const { mutateAsync } = useMutation({
    mutationFn: ({ isBegun, departmentId, ...draft }: TemplateToKeep): Promise<CommandAnswer> =>
      isBegun ? client.letters['save-draft'](draft) : client.letters['begin-draft']({ ...draft, departmentId }),
  })
  return mutateAsync
}

interface HeadToSet {
  readonly departmentId: DepartmentId
  readonly letterhead: Letterhead
  /** That of a facsimile it names anew, in base64. */
  readonly picture: string | null
}

export function useSetLetterhead(): { readonly run: (head: HeadToSet) => Promise<boolean>; readonly isRunning: boolean } {
  const { client } = useCore()
  const tell = useCommandResult('letters.set-letterhead')
  const { mutateAsync, isPending } = useMutation({ mutationFn: (head: HeadToSet): Promise<CommandAnswer> => client.letters['set-letterhead'](head) })
  return { run: head => tell(() => mutateAsync(head)), isRunning: isPending }
}

type BlockToSet = BlockContent & { readonly id: BlockId }

/** Keeps a text block as its next version. */
export function useSetBlock(): { readonly run: (block: BlockToSet) => Promise<boolean>; readonly isRunning: boolean } {
  const { client } = useCore()
  const tell = useCommandResult('letters.set-block')
  const { mutateAsync, isPending } = useMutation({ mutationFn: ({ paragraphs, ...block }: BlockToSet): Promise<CommandAnswer> => client.letters['set-block']({ ...block, paragraphs: [...paragraphs] }) })
  return { run: block => tell(() => mutateAsync(block)), isRunning: isPending }
}

export function useSwitchBlock(): { readonly run: (block: { readonly id: BlockId; readonly active: boolean }) => Promise<boolean>; readonly isRunning: boolean } {
  const { client } = useCore()
  const tell = useCommandResult('letters.switch-block')
  const { mutateAsync, isPending } = useMutation({ mutationFn: (block: { readonly id: BlockId; readonly active: boolean }): Promise<CommandAnswer> => client.letters['switch-block'](block) })
  return { run: block => tell(() => mutateAsync(block)), isRunning: isPending }
}
