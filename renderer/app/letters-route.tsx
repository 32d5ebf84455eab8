import type { ReactElement } from 'react'
import { TemplatePreviewButton } from '../domains/applications/case/letter/letter-preview.tsx'
import { LettersPage } from '../domains/letters/letters-page.tsx'

/** Templates and letterheads with the same preview by which a case shows its letter. */
export const LettersRoute = (): ReactElement => <LettersPage PreviewButton={TemplatePreviewButton} />
