interface Shown {
  readonly submissionId: string
  readonly caseId: string
  readonly sentMs: number
  readonly settled: string | null
  readonly problems: readonly string[]
}

const STATES: Readonly<Record<string, string>> = { accepted: 'angenommen', rejected: 'zurückgewiesen', expired: 'abgelaufen' }

/** What was sent through the demo's portal and what became of it; without a name, for the portal cannot read any. */
export function portalPage(submissions: readonly Shown[], replies: number): string {
  const rows = submissions.map(({ submissionId, caseId, sentMs, settled, problems }) =>
    `<tr><td>${new Date(sentMs).toISOString()}</td><td>${submissionId}</td><td>${caseId}</td><td>${settled === null ? 'wartet' : (STATES[settled] ?? settled)}</td><td>${problems.join(' ').replaceAll(/[<>&"]/g, '')}</td></tr>`)
  return `<!doctype html><html lang="de"><meta charset="utf-8"><title>Portal der Demo</title>
<style>body{font-family:sans-serif;margin:2rem}table{border-collapse:collapse}td,th{border:1px solid #777;padding:.3rem .6rem;text-align:left}</style>
<h1>Portal der Demo</h1><form method="post" action="/demo/submissions"><button>Einen Antrag senden</button></form>
<p>${replies} Rückmeldungen der Stadt</p>
<table><thead><tr><th>Gesendet</th><th>Einreichung</th><th>Vorgang</th><th>Stand</th><th>Gründe</th></tr></thead><tbody>${rows.join('')}</tbody></table></html>`
}
