import type { ComponentType } from 'react'
import type { TemplatePreviewQuery } from '../../../shared/wire/letters.ts'

/** The button that shows a letter as the service sets it; the application hands it in, for cases show letters with the same. */
export type PreviewButtonType = ComponentType<{ readonly query: TemplatePreviewQuery }>
