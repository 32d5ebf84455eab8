import type { ReactElement } from 'react'
import { bytesOfBase64 } from '../domains/applications/case/letter/bytes.ts'
import { printPdf } from '../domains/applications/case/letter/print-pdf.ts'
import { PdfView } from '../domains/applications/case/pdf-view.tsx'
import { HallsPage } from '../domains/halls/halls-page.tsx'
import { PdfToolsContext, type PdfTools } from '../domains/halls/sheet-button.tsx'

const TOOLS: PdfTools = { PdfView, print: printPdf, bytesOf: bytesOfBase64 }

/** Houses that are let, with contracts shown and printed as a case does it with its letters. */
export const HallsRoute = (): ReactElement => <PdfToolsContext value={TOOLS}><HallsPage /></PdfToolsContext>
