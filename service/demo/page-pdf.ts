/** WinAnsi, as far as German needs it, is Latin-1; backslash and parentheses are escaped as PDF strings want it. */
const pdfText = (line: string): string => `(${line.replace(/[\\()]/g, '\\$&').replace(/[^\u0020-\u00ff]/g, '?')})`

/** A valid one-page A4 document with some lines of text: what a citizen of the demo would have scanned. */
export function pagePdf(lines: readonly string[]): Uint8Array {
  const content = `BT /F1 14 Tf 22 TL 72 760 Td ${lines.map(line => `${pdfText(line)} Tj T*`).join(' ')} ET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ]
  const pieces = ['%PDF-1.4\n']
  const offsets: number[] = []
  for (const [index, object] of objects.entries()) {
    offsets.push(pieces.join('').length)
    pieces.push(`${index + 1} 0 obj\n${object}\nendobj\n`)
  }
  const start = pieces.join('').length
  const table = offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  pieces.push(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`)
  pieces.push(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`)
  return Uint8Array.from(pieces.join(''), character => character.charCodeAt(0))
}
