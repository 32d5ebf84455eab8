// Reads PDF files beside the page, so that a long one does not hold up the screen.
import 'pdfjs-dist/build/pdf.worker.mjs'
