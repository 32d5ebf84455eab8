import { sql, type Kysely } from 'kysely'

/** What citizens and the town write to each other beside applications, and when nobody is there to answer. */
export const conversations = {
  name: '0020-conversations',
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await statement.execute(db)
  },
}

const KEY = sql.raw(`town_id text collate "C" not null references towns (id),
  id text collate "C" not null, scope text collate "C" not null, version bigint not null, primary key (town_id, id)`)

// A case takes what was handed over into it along, wherever it goes.
const OF_A_CASE = sql.raw('application_id text collate "C", foreign key (town_id, application_id) references applications (town_id, id) deferrable initially immediate')
const OF_A_CONVERSATION = sql.raw('conversation_id text collate "C" not null, foreign key (town_id, conversation_id) references conversations (town_id, id) deferrable initially immediate')

const STATEMENTS = [
  sql`create table conversations (${KEY}, topic text not null, subject text not null, name text not null, email text, phone text not null, via text not null, language text not null,
    state text not null, assignee_id text collate "C", assignee_name text, unread bigint not null, started_at timestamptz(3) not null, last_message_at timestamptz(3) not null,
    waiting_since timestamptz(3), due_at timestamptz(3), last_answer_id text collate "C", last_answer_by_name text, open_question_id text collate "C", closed_at timestamptz(3), ${OF_A_CASE},
    constraint conversations_waiting check ((waiting_since is null) = (due_at is null)))`,
  sql`create table conversation_messages (${KEY}, ${OF_A_CONVERSATION}, ${OF_A_CASE}, kind text not null, text text not null, author_id text collate "C", author_name text,
    sent_at timestamptz(3) not null, provided_at timestamptz(3), retrieved_at timestamptz(3))`,
  sql`create table conversation_files (${KEY}, ${OF_A_CONVERSATION}, ${OF_A_CASE}, message_id text collate "C" not null, filename text not null, media_type text not null, size bigint not null,
    sha256 text not null, added_at timestamptz(3) not null, scan text not null)`,
  sql`create table message_desks (${KEY}, topics jsonb not null, answer_days bigint not null, keep_days bigint not null, absence jsonb, active boolean not null)`,
  sql`create table absence_notes (${KEY}, name text not null, absence jsonb)`,
  sql`create index conversations_scope on conversations (town_id, scope, id)`,
  sql`create index conversation_messages_scope on conversation_messages (town_id, scope, id)`,
  sql`create index conversation_files_scope on conversation_files (town_id, scope, id)`,
  sql`create index message_desks_scope on message_desks (town_id, scope, id)`,
  sql`create index absence_notes_scope on absence_notes (town_id, scope, id)`,
  sql`create index conversations_of_case on conversations (town_id, application_id) where application_id is not null`,
  sql`create index conversation_messages_of_case on conversation_messages (town_id, application_id) where application_id is not null`,
  sql`create index conversation_files_of_case on conversation_files (town_id, application_id) where application_id is not null`,
  sql`create index conversation_messages_of on conversation_messages (town_id, conversation_id, sent_at)`,
  sql`create index conversation_files_of on conversation_files (town_id, conversation_id)`,
  sql`create index conversations_email on conversations (town_id, lower(email)) where email is not null and state <> 'closed'`,
] as const
