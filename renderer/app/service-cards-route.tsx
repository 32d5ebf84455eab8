import type { ReactElement } from 'react'
import { ServiceCardsPage } from '../domains/service-cards/service-cards-page.tsx'
import { PdfToolsContext } from '../ui/pdf-sheet.tsx'
import { PDF_TOOLS } from './pdf-tools.ts'

/** Service ID cards, shown and printed as a case does it with its letters. */
export const ServiceCardsRoute = (): ReactElement => <PdfToolsContext value={PDF_TOOLS}><ServiceCardsPage /></PdfToolsContext>
