import type { ReactElement } from 'react'
import { HallsPage } from '../domains/halls/halls-page.tsx'
import { PdfToolsContext } from '../ui/pdf-sheet.tsx'
import { PDF_TOOLS } from './pdf-tools.ts'

/** Houses that are let, with contracts shown and printed as a case does it with its letters. */
export const HallsRoute = (): ReactElement => <PdfToolsContext value={PDF_TOOLS}><HallsPage /></PdfToolsContext>
