import { unreachable } from '../../shared/result.ts'
import type { PasswordObjection } from './password-rules.ts'
import { PAGE_TEXTS, type PageTexts } from './texts.ts'

export type Language = 'de' | 'en'

/** A person of the demo town, as the sign-in page lists them. */
export interface DemoLogin {
  readonly login: string
  readonly password: string
  readonly name: string
  /** What the person does, in German: "Sachbearbeitung, Ordnungsamt". */
  readonly task: string
}

export type LoginProblem =
  | { readonly kind: 'missing'; readonly login: boolean; readonly password: boolean }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'run-out' }
  | { readonly kind: 'wait'; readonly seconds: number }

/** The first language of a list (`Accept-Language`, `ui_locales`) that we speak. */
export function languageOf(list: string | undefined, otherwise: Language = 'de'): Language {
  const found = (list ?? '').toLowerCase().split(/[\s,]+/).find(tag => /^(de|en)\b/.test(tag))
  if (!found) return otherwise
  return found.startsWith('en') ? 'en' : 'de'
}

export interface LoginView {
  readonly language: Language
  readonly login: string
  readonly problem: LoginProblem | null
  /** Path of the issuer, `/oidc`. */
  readonly basePath: string
  readonly uid: string
  readonly demoLogins: readonly DemoLogin[]
  /** Of a town for practice: nobody is to type what belongs elsewhere. */
  readonly isTraining: boolean
}

/** The sign-in form; works without scripts, errors are tied to their fields. */
export function loginPage(view: LoginView): string {
  const texts = PAGE_TEXTS[view.language]
  const action = `${view.basePath}/interaction/${encodeURIComponent(view.uid)}`
  const missing = view.problem?.kind === 'missing' ? view.problem : { login: false, password: false }
  return document({ ...view, title: texts.title }, `
    <h1 class="kern-heading-large">${texts.title}</h1>
    ${view.problem ? alert(texts, messageOf(texts, view.problem)) : ''}
    <form method="post" action="${action}" novalidate>
      ${field({ name: 'login', label: texts.login, type: 'text', value: view.login, autocomplete: 'username', error: missing.login ? texts.loginMissing : null, focus: view.login === '' })}
      ${field({ name: 'password', label: texts.password, type: 'password', value: '', autocomplete: 'current-password', error: missing.password ? texts.passwordMissing : null, focus: view.login !== '' })}
      <button class="kern-btn kern-btn--primary kern-btn--block" type="submit"><span class="kern-label">${texts.submit}</span></button>
    </form>
    <form method="post" action="${action}/cancel">
      <button class="kern-btn kern-btn--tertiary kern-btn--block" type="submit"><span class="kern-label">${texts.cancel}</span></button>
    </form>
    ${view.demoLogins.length > 0 ? demoList(texts, view.demoLogins) : ''}`)
}

/** Why a password was not taken: the two are not the same, or what the rules say against it. */
export type NewPasswordProblem = PasswordObjection | 'unlike'

export interface NewPasswordView {
  readonly language: Language
  readonly problem: NewPasswordProblem | null
  readonly basePath: string
  readonly uid: string
  readonly isTraining: boolean
}

/** The form on which somebody chooses a password of their own. */
export function newPasswordPage({ language, problem, basePath, uid, isTraining }: NewPasswordView): string {
  const texts = PAGE_TEXTS[language]
  const action = `${basePath}/interaction/${encodeURIComponent(uid)}`
  const error = problem && texts.newPasswordProblems[problem]
  return document({ language, basePath, title: texts.newTitle, isTraining }, `
    <h1 class="kern-heading-large">${texts.newTitle}</h1>
    ${error ? alert(texts, error) : ''}
    <p class="kern-body">${texts.newIntro}</p>
    <p class="kern-body" id="rules">${texts.newRules}</p>
    <form method="post" action="${action}/password" novalidate>
      ${field({ name: 'new-password', label: texts.newPassword, type: 'password', value: '', autocomplete: 'new-password', error: problem === 'unlike' ? null : error, focus: true })}
      ${field({ name: 'repeated', label: texts.newRepeated, type: 'password', value: '', autocomplete: 'new-password', error: problem === 'unlike' ? error : null, focus: false })}
      <button class="kern-btn kern-btn--primary kern-btn--block" type="submit"><span class="kern-label">${texts.newSubmit}</span></button>
    </form>
    <form method="post" action="${action}/cancel">
      <button class="kern-btn kern-btn--tertiary kern-btn--block" type="submit"><span class="kern-label">${texts.cancel}</span></button>
    </form>`)
}

export type RefusalKind = 'expired' | 'unexpected'

/** A page for a sign-in that cannot go on. */
export function refusalPage(language: Language, basePath: string, kind: RefusalKind): string {
  const texts = PAGE_TEXTS[language]
  const body = kind === 'expired' ? texts.expired : texts.unexpected
  return document({ language, basePath, title: texts.refusedTitle, isTraining: false }, `
    <h1 class="kern-heading-large">${texts.refusedTitle}</h1>
    <p class="kern-body">${body}</p>`)
}

function document({ language, basePath, title, isTraining }: Pick<LoginView, 'language' | 'basePath' | 'isTraining'> & { readonly title: string }, content: string): string {
  const { trainingTitle, training } = PAGE_TEXTS[language]
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${isTraining ? `${trainingTitle} – ` : ''}${title} – Rathaus Desk</title>
<link rel="stylesheet" href="${basePath}/assets/kern.css">
<link rel="stylesheet" href="${basePath}/assets/sign-in.css">
</head>
<body>
<main class="sign-in">
  <p class="kern-title">Rathaus Desk</p>${isTraining ? note(trainingTitle, training) : ''}${content}
</main>
</body>
</html>`
}

function messageOf(texts: PageTexts, problem: LoginProblem): string {
  switch (problem.kind) {
    case 'missing': return texts.missing
    case 'wrong': return texts.wrong
    case 'run-out': return texts.runOut
    case 'wait': return texts.wait(problem.seconds)
    default: return unreachable(problem)
  }
}

const alert = (texts: PageTexts, message: string): string => `
    <div class="kern-alert kern-alert--danger" role="alert">
      <div class="kern-alert__header"><span class="kern-icon kern-icon--danger" aria-hidden="true"></span><span class="kern-title">${texts.problemTitle}</span></div>
      <div class="kern-alert__body"><p class="kern-body">${message}</p></div>
    </div>`

const note = (title: string, message: string): string => `
    <div class="kern-alert kern-alert--warning">
      <div class="kern-alert__header"><span class="kern-icon kern-icon--warning" aria-hidden="true"></span><span class="kern-title">${title}</span></div>
      <div class="kern-alert__body"><p class="kern-body">${message}</p></div>
    </div>`

interface Field {
  readonly name: string
  readonly label: string
  readonly type: 'text' | 'password'
  readonly value: string
  readonly autocomplete: string
  readonly error: string | null
  readonly focus: boolean
}

function field({ name, label, type, value, autocomplete, error, focus }: Field): string {
  const tied = error ? ` aria-invalid="true" aria-describedby="${name}-error"` : ''
  return `
      <div class="kern-form-input${error ? ' kern-form-input--error' : ''}">
        <label class="kern-label" for="${name}">${label}</label>
        <input class="kern-form-input__input${error ? ' kern-form-input__input--error' : ''}" id="${name}" name="${name}" type="${type}" value="${escapeHtml(value)}" autocomplete="${autocomplete}" autocapitalize="none" spellcheck="false" maxlength="200" required${tied}${focus ? ' autofocus' : ''}>
        ${error ? `<p class="kern-error" id="${name}-error"><span class="kern-body">${error}</span></p>` : ''}
      </div>`
}

/** Everybody's password is told once where it is the same for all, as in a demo town. */
const demoList = (texts: PageTexts, logins: readonly DemoLogin[]): string => `
    <section aria-labelledby="demo">
      <h2 class="kern-heading-small" id="demo">${texts.demoTitle}</h2>
      <p class="kern-body">${texts.demoHint}</p>
      <p class="kern-body">${texts.password}: ${[...new Set(logins.map(({ password }) => password))].map(password => `<strong>${escapeHtml(password)}</strong>`).join(', ')}</p>
      <table class="kern-table kern-table--small">
        <thead class="kern-table__head"><tr class="kern-table__row"><th class="kern-table__header" scope="col">${texts.login}</th><th class="kern-table__header" scope="col">${texts.task}</th></tr></thead>
        <tbody class="kern-table__body">${logins.map(demoRow).join('')}</tbody>
      </table>
    </section>`

const demoRow = ({ login, name, task }: DemoLogin): string => `
          <tr class="kern-table__row"><th class="kern-table__header" scope="row">${escapeHtml(login)}</th><td class="kern-table__cell">${escapeHtml(name)}, ${escapeHtml(task)}</td></tr>`

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, character => ESCAPES[character] ?? character)
