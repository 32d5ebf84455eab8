/** The name of a PDF made from a file: `Antrag.jpg` → `Antrag (geschwärzt).pdf`. */
export function copyName(filename: string, suffix: string): string {
  const stem = filename.replace(/\.\w{1,5}$/, '')
  return suffix === '' ? `${stem}.pdf` : `${stem} (${suffix}).pdf`
}
