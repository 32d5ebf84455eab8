import type { Json, JsonObject } from '../../shared/json.ts'
import { html, type Html } from '../portal/html.ts'
import type { OpenApiDocument } from './openapi.ts'

type Node = Readonly<Record<string, Json>>

const node = (value: Json | undefined): Node => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {})
const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '')

/** Headings of the operations' tags, in the order in which one reads them. */
const CHAPTERS: readonly (readonly [tag: string, title: string])[] = [
  ['portal', 'Portals: services and applications'], ['booking', 'Portals: appointments'], ['halls', 'Portals: community houses'], ['info', 'Portals: messages to the public'], ['mailbox', 'A citizen’s mailbox'], ['notices', 'Portals: notices in a mailbox'], ['session', 'Desks: session'],
  ['commands', 'Desks: commands'], ['feed', 'Desks: changes and first load'], ['presence', 'Desks: presence'], ['blobs', 'Desks: attachments'], ['appointments', 'Desks: appointments'], ['vaccinations', 'Desks: vaccinations of all years'], ['alerts', 'Desks: messages to the public'], ['service-cards', 'Desks: service ID cards'], ['letters', 'Letters'], ['reports', 'Reports'], ['people', 'Files of citizens'], ['privacy', 'Data protection'], ['audit', 'Audit log'], ['staff', 'Staff and rights'], ['portal-link', 'The portal of the state'], ['town-setup', 'Setting a town up'], ['service-exchange', 'Services from town to town'],
]

/** `/docs`: the whole interface on one page, readable without scripts, from the same document as `/openapi.json`. */
export function docsPage(document: OpenApiDocument): string {
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ method, path, operation: node(operation), tag: text((node(operation)['tags'] as readonly Json[] | undefined)?.[0]) })))
  const chapters = CHAPTERS.map(([tag, title]) => ({ tag, title, operations: operations.filter(operation => operation.tag === tag) }))
  return html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Interface – Rathaus Desk</title>
<link rel="stylesheet" href="/docs/style.css"></head>
<body>
<header><p><a href="/">Zentraldienst</a> · <a href="/openapi.json">OpenAPI 3.1</a></p></header>
<main>
<h1>Interface of Rathaus Desk</h1>
<p>Every refusal is JSON with a <code>code</code>, its <code>facts</code> and a sentence in German and English. Whoever asks too often is answered 429 with <code>retry-after</code>.</p>
<nav aria-label="Chapters"><ul>${chapters.map(({ tag, title }) => html`<li><a href="#${tag}">${title}</a></li>`)}</ul></nav>
${chapters.map(chapter => html`<section id="${chapter.tag}"><h2>${chapter.title}</h2>
${chapter.operations.map(operationBlock)}</section>`)}
</main></body></html>`.text
}

interface Operation {
  readonly method: string
  readonly path: string
  readonly operation: Node
}

function operationBlock({ method, path, operation }: Operation): Html {
  const parameters = (operation['parameters'] ?? []) as readonly Node[]
  const body = node(operation['requestBody'])
  return html`<article><h3><code><b>${method.toUpperCase()}</b> ${path}</code></h3>
<p>${text(operation['summary'])}${operation['security'] ? ' — signed-in desks only' : ''}</p>
${parameters.length > 0 && table('Parameters', parameters.map(parameter => fieldRow(text(parameter['name']), node(parameter['schema']), parameter['required'] === true)))}
${bodyBlock('Request', body)}
${Object.entries(node(operation['responses'])).map(([status, reply]) => replyBlock(status, node(reply)))}</article>`
}

function replyBlock(status: string, reply: Node): Html | null {
  if (Number(status) < 400) return bodyBlock(`Reply ${status}`, reply)
  return html`<p class="refusal"><b>${status}</b> ${text(reply['description']).split(', ').map(code => html`<code>${code}</code> `)}</p>`
}

function bodyBlock(title: string, body: Node): Html | null {
  const content = node(body['content'])
  const [type] = Object.keys(content)
  if (type === undefined) return null
  const media = node(content[type])
  const schema = node(media['schema'])
  const required = (schema['required'] ?? []) as readonly string[]
  const rows = Object.entries(node(schema['properties'])).map(([name, property]) => fieldRow(name, node(property), required.includes(name)))
  const example = media['example']
  return html`<h4>${title} <small>${type}</small></h4>${rows.length > 0 && table(title, rows)}${
    example !== undefined && html`<pre tabindex="0" role="group" aria-label="Example of ${title}">${JSON.stringify(example, null, 2)}</pre>`}`
}

const table = (title: string, rows: readonly Html[]): Html =>
  html`<div class="wide" tabindex="0" role="group" aria-label="${title}"><table><thead><tr><th scope="col">Name</th><th scope="col">Kind</th><th scope="col">Limits</th></tr></thead><tbody>${rows}</tbody></table></div>`

const fieldRow = (name: string, schema: Node, isRequired: boolean): Html =>
  html`<tr><th scope="row"><code>${name}</code>${isRequired ? '' : html` <small>optional</small>`}</th><td>${kindOf(schema)}</td><td>${limitsOf(schema)}</td></tr>`

const spelled = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value))

function kindOf(schema: Node): string {
  const among = (schema['anyOf'] ?? schema['oneOf']) as readonly Json[] | undefined
  if (among) return [...new Set(among.map(part => kindOf(node(part))))].join(' or ')
  if (schema['$ref']) return text(schema['$ref']).split('/').at(-1) ?? ''
  if (schema['enum']) return (schema['enum'] as readonly Json[]).slice(0, 12).map(spelled).join(' | ')
  if (schema['const'] !== undefined) return spelled(schema['const'])
  if (schema['type'] === 'array') return `list of ${kindOf(node(schema['items']))}`
  return [text(schema['type']) || 'any', text(schema['format'])].filter(Boolean).join(', ')
}

const LIMITS: Readonly<Record<string, string>> = {
  minLength: 'at least', maxLength: 'at most', minimum: 'from', maximum: 'to', minItems: 'at least', maxItems: 'at most', pattern: 'like',
}

const limitsOf = (schema: Node): string =>
  Object.entries(LIMITS).filter(([key]) => schema[key] !== undefined).map(([key, word]) => `${word} ${spelled(schema[key] ?? null)}`).join(', ')

export const DOCS_STYLE = `
:root { color-scheme: light dark; --text: #1b1f24; --back: #fff; --line: #5f6b7a; --accent: #0b4f8a; --soft: #eef3f8; }
@media (prefers-color-scheme: dark) { :root { --text: #eceff3; --back: #14181d; --line: #9aa6b4; --accent: #8ec5ff; --soft: #1f262e; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--back); color: var(--text); font: 1rem/1.5 'Fira Sans', system-ui, sans-serif; }
header, main { max-width: 60rem; margin: 0 auto; padding: 0.5rem 1rem; }
a { color: var(--accent); } :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
h1 { font-size: 1.75rem; } h2 { margin-top: 2.5rem; border-bottom: 1px solid var(--line); } h3 { margin: 0; font-size: 1.125rem; overflow-wrap: anywhere; } h4 { margin: 1rem 0 0.25rem; }
article { background: var(--soft); border-left: 6px solid var(--accent); padding: 0.75rem 1rem; margin: 1rem 0; }
.wide { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: 0.9375rem; }
th, td { text-align: left; vertical-align: top; padding: 0.25rem 0.75rem 0.25rem 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
thead th { font-weight: 600; } small { font-weight: 400; }
pre { background: var(--back); padding: 0.75rem; overflow-x: auto; font-size: 0.875rem; }
.refusal { margin: 0.25rem 0; }
`
