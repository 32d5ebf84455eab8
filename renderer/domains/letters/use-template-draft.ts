import type { EditedTemplate } from '../../../shared/contract/letters.ts'
import type { TemplateId } from '../../../shared/domains/letters/tables.ts'
import { contentOfDraft, contentOfTemplate, type TemplateContent } from '../../../shared/domains/letters/template-content.ts'
import { useKeptDraft, type KeptDraft } from '../../ui/editing/use-kept-draft.ts'
import { useKeepTemplate } from './mutations.ts'

export type OpenTemplateDraft = KeptDraft<TemplateContent>

/** What is being written about a template: kept by itself, and followed when somebody else goes on with it. */
export function useTemplateDraft(templateId: TemplateId, edited: EditedTemplate): OpenTemplateDraft {
  const keep = useKeepTemplate()
  return useKeptDraft({
    draft: edited.draft,
    published: edited.template?.templateVersion ?? null,
    starting: () => startingContent(edited),
    contentIn: contentOfDraft,
    keep: (content, how) => keep({ templateId, content, ...how, departmentId: edited.departmentId }),
  })
}

function startingContent({ template }: EditedTemplate): TemplateContent {
  if (!template) throw new Error('a template is edited of which nothing can be read')
  return contentOfTemplate(template)
}
