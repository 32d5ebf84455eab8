import type { ReactElement } from 'react'
import { StationPage } from '../domains/vaccinations/station/station-page.tsx'
import { PdfToolsContext } from '../ui/pdf-sheet.tsx'
import { PDF_TOOLS } from './pdf-tools.ts'

/** A vaccination day, with certificates shown and printed as a case does it with its letters. */
export const VaccinationRoute = (): ReactElement => <PdfToolsContext value={PDF_TOOLS}><StationPage /></PdfToolsContext>
