import type { OfferedTopic } from '../domains/messages/public/topics.ts'
import { inGerman } from './appointment-summary.ts'
import type { ConversationProblems, TypedConversation } from './conversation-form.ts'
import { CONVERSATION_TEXTS } from './conversation-texts.ts'
import { attributes, html, type Html } from './html.ts'
import { inLanguage, page, type Frame } from './layout.ts'
import { TEXTS, type Language } from './texts.ts'
import { typedField } from './typed-field.ts'

export interface ConversationFormView {
  readonly topics: readonly OfferedTopic[]
  /** Makes sending repeatable: a second click does not make a second message. */
  readonly key: string
  readonly typed: TypedConversation
  readonly problems: ConversationProblems
  /** What is wrong and belongs to no single field. */
  readonly general: string | null
}

/** All that is asked of whoever writes to the town. */
export function conversationFormPage(frame: Frame, view: ConversationFormView): string {
  const { language } = frame
  const texts = CONVERSATION_TEXTS[language]
  const { topics, key, typed, problems, general } = view
  const hasProblems = general !== null || problems.size > 0
  const back = html`<p><a href="${inLanguage('/portal', language)}">${TEXTS[language].back}</a></p>\n`
  if (topics.length === 0) return page(frame, texts.title, html`${back}<p>${texts.none}</p>`)
  return page(frame, hasProblems ? `${TEXTS[language].error}: ${texts.title}` : texts.title, html`${back}${summary(view, language)}<p>${texts.intro}</p><p>${texts.emergency}</p>
<form method="post" enctype="multipart/form-data" novalidate action="${inLanguage('/portal/conversations', language)}">
<input type="hidden" name="key" value="${key}">
<fieldset><legend>${texts.about}</legend>
${topicField(view, language)}${typedField(language, { name: 'subject', label: texts.subject, help: texts.subjectHelp, value: typed.subject, problem: problems.get('subject'), isOptional: false, kind: { maxlength: 200, 'aria-required': 'true' } })}
${textField(language, { name: 'text', label: texts.text, help: texts.textHelp, value: typed.text, problem: problems.get('text') ?? null })}
${filesField(language, hasProblems)}</fieldset>
<fieldset><legend>${texts.you}</legend>
${typedField(language, { name: 'name', label: texts.name, help: null, value: typed.name, problem: problems.get('name'), isOptional: false, kind: { maxlength: 120, autocomplete: 'name', 'aria-required': 'true' } })}
${typedField(language, { name: 'email', label: texts.email, help: texts.emailHelp, value: typed.email, problem: problems.get('email'), isOptional: true, kind: { type: 'email', maxlength: 254, autocomplete: 'email' } })}
${typedField(language, { name: 'phone', label: texts.phone, help: null, value: typed.phone, problem: problems.get('phone'), isOptional: true, kind: { type: 'tel', maxlength: 40, autocomplete: 'tel' } })}</fieldset>
<p><button type="submit">${texts.send}</button></p>
</form>`)
}

function summary({ problems, general }: ConversationFormView, language: Language): Html | null {
  if (!general && problems.size === 0) return null
  const items = [...problems].map(([field, problem]) => html`<li><a href="#${field}">${problem}</a></li>`)
  return html`<div class="problems" role="alert"><h2>${CONVERSATION_TEXTS[language].notSent}</h2>${general && html`<p>${general}</p>`}${items.length > 0 && html`<ul>${items}</ul>`}</div>\n`
}

function topicField({ topics, typed, problems }: ConversationFormView, language: Language): Html {
  const texts = CONVERSATION_TEXTS[language]
  const departments = [...new Set(topics.map(({ departmentName }) => departmentName))]
  const groups = departments.map(name => html`<optgroup label="${name}"${inGerman(language)}>${topics.filter(one => one.departmentName === name).map(({ id, topic }) =>
    html`<option${attributes({ value: id, selected: id === typed.topic, lang: language })}>${topic[language]}</option>`)}</optgroup>`)
  const problem = problems.get('topic')
  return html`<div class="field"><label for="topic">${texts.topic}</label>${problem ? html`<p class="problem" id="topic-problem">${TEXTS[language].error}: ${problem}</p>` : null}
<select${attributes({ id: 'topic', name: 'topic', 'aria-required': 'true', 'aria-invalid': problem ? 'true' : null, 'aria-describedby': problem ? 'topic-problem' : null })}><option value="">${TEXTS[language].choose}</option>${groups}</select></div>\n`
}

interface TextField {
  readonly name: string
  readonly label: string
  readonly help: string | null
  readonly value: string
  readonly problem: string | null
}

/** Several lines of words. */
export function textField(language: Language, { name, label, help, value, problem }: TextField): Html {
  const described = [help ? `${name}-help` : '', problem ? `${name}-problem` : ''].filter(Boolean).join(' ')
  return html`<div class="field"><label for="${name}">${label}</label>${help && html`<p class="help" id="${name}-help">${help}</p>`}${
    problem && html`<p class="problem" id="${name}-problem">${TEXTS[language].error}: ${problem}</p>`}
<textarea${attributes({ id: name, name, maxlength: 8_000, 'aria-required': 'true', 'aria-invalid': problem ? 'true' : null, 'aria-describedby': described || null })}>\n${value}</textarea></div>\n`
}

export const filesField = (language: Language, again: boolean): Html =>
  html`<div class="field"><label for="files">${CONVERSATION_TEXTS[language].files} <span class="optional">${TEXTS[language].optional}</span></label>
<p class="help" id="files-help">${TEXTS[language].filesHelp}${again ? ` ${TEXTS[language].filesAgain}` : ''}</p>
<input type="file" id="files" name="files" multiple aria-describedby="files-help" accept=".pdf,.png,.jpg,.jpeg,.webp,.tif,.tiff,.txt"></div>\n`
