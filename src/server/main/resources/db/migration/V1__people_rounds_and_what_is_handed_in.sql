-- Run by the owner. ${application} is the role the service works as: it owns nothing, and what is
-- append-only it may read and add to. Who asks is set for one transaction (sixones.role,
-- sixones.city); with nothing set, no row of a walled table is seen. A later migration that
-- touches rows has to set them, too, for the walls hold for the owner as well.

create function asking_role() returns text language sql stable
  as $$ select coalesce(current_setting('sixones.role', true), '') $$;
create function asking_city() returns text language sql stable
  as $$ select coalesce(current_setting('sixones.city', true), '') $$;

-- People of the embedded user table; an identity provider keeps its own.
create table person (
  name       text primary key check (name ~ '^[a-z0-9][a-z0-9._-]{0,63}$'),
  password   text not null,
  role       text not null check (role in ('city', 'officer', 'auditor', 'admin')),
  city       text check (city ~ '^[0-9]{6}$'),
  disabled   boolean not null,
  created_at timestamptz not null,
  check ((role = 'city') = (city is not null))
);

-- Rule set bundles, kept so that an evaluation can be run again when the release has moved on.
create table bundle (
  sha256    text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  rule_set  text not null,
  version   text not null,
  digest    text not null,
  bytes     bytea not null,
  signature bytea not null,
  kept_at   timestamptz not null
);

create table round (
  id                   uuid primary key,
  name_en              text,
  name_zh              text,
  rule_set             text not null,
  rule_set_version     text,
  rule_set_digest      text,
  bundle               text references bundle,
  opens_at             timestamptz not null,
  deadline             timestamptz not null,
  evaluation_day       date not null,
  submissions_per_city int not null check (submissions_per_city between 1 and 1000),
  state                text not null check (state in ('draft', 'open', 'closed', 'decided')),
  revision             int not null,
  created_at           timestamptz not null,
  created_by           text not null,
  check (coalesce(name_en, name_zh) is not null),
  check (opens_at < deadline),
  check (state = 'draft' or bundle is not null)
);
create index round_by_time on round (created_at desc, id desc);

create table working_draft (
  id       uuid primary key,
  city     text not null check (city ~ '^[0-9]{6}$'),
  name     text not null,
  form     text not null check (form in ('JSON', 'YAML')),
  bytes    bytea not null,
  size     int not null generated always as (octet_length(bytes)) stored,
  digest   text not null,
  revision int not null,
  saved_at timestamptz not null,
  saved_by text not null,
  -- The file the bytes were converted from, on somebody's word.
  source_digest    text,
  source_encoding  text check (source_encoding in ('GB18030', 'UTF_16LE', 'UTF_16BE')),
  source_converted text,
  check (num_nulls(source_digest, source_encoding, source_converted) in (0, 3))
);
create index working_draft_by_city on working_draft (city, saved_at desc, id desc);

create table submission (
  id              uuid primary key,
  round           uuid not null references round,
  city            text not null check (city ~ '^[0-9]{6}$'),
  version         int not null check (version > 0),
  form            text not null check (form in ('JSON', 'YAML')),
  bytes           bytea not null,
  size            int not null generated always as (octet_length(bytes)) stored,
  digest          text not null,
  declared_untruthful boolean not null,
  idempotency_key text not null,
  request_digest  text not null,
  submitted_at    timestamptz not null,
  submitted_by    text not null,
  -- The file the bytes were converted from, on somebody's word.
  source_digest    text,
  source_encoding  text check (source_encoding in ('GB18030', 'UTF_16LE', 'UTF_16BE')),
  source_converted text,
  check (num_nulls(source_digest, source_encoding, source_converted) in (0, 3)),
  constraint submission_once unique (city, idempotency_key),
  constraint submission_version unique (round, city, version)
);
create index submission_by_time on submission (submitted_at desc, id desc);

create table withdrawal (
  submission   uuid primary key references submission,
  city         text not null,
  withdrawn_at timestamptz not null,
  withdrawn_by text not null
);

create table evaluation (
  id               uuid primary key,
  submission       uuid not null unique references submission,
  round            uuid not null references round,
  city             text not null,
  rule_set         text not null,
  rule_set_version text not null,
  rule_set_digest  text not null,
  bundle           text not null references bundle,
  as_of            date not null,
  draft_digest     text not null,
  body             bytea not null,
  findings_digest  text not null,
  verdict          text not null check (verdict in ('MET', 'NOT_MET', 'OPEN')),
  verdicts         text not null,
  to_judge         int not null check (to_judge >= 0),
  to_supply        int not null check (to_supply >= 0),
  to_review        int not null check (to_review >= 0),
  engine           text not null,
  java             text not null,
  unicode          text not null,
  application      text not null check (application ~ '^[0-9a-f]{64}$'),
  evaluated_at     timestamptz not null
);
create index evaluation_by_time on evaluation (evaluated_at desc, id desc);
create index evaluation_by_round on evaluation (round, city);

-- The walls.
alter table person enable row level security;
alter table person force row level security;
create policy signing_in on person for select using (asking_role() in ('sign-in', 'admin'));
create policy administering on person for insert with check (asking_role() = 'admin');
create policy changing on person for update using (asking_role() = 'admin');

alter table round enable row level security;
alter table round force row level security;
create policy reading on round for select using (
  asking_role() in ('officer', 'auditor', 'admin') or asking_role() = 'city' and state <> 'draft');
create policy calling on round for insert with check (asking_role() = 'officer');
create policy moving on round for update using (asking_role() = 'officer');

alter table working_draft enable row level security;
alter table working_draft force row level security;
create policy its_own on working_draft
  using (asking_role() = 'city' and city = asking_city())
  with check (asking_role() = 'city' and city = asking_city());

alter table submission enable row level security;
alter table submission force row level security;
create policy reading on submission for select using (
  asking_role() in ('officer', 'auditor') or asking_role() = 'city' and city = asking_city());
create policy handing_in on submission for insert
  with check (asking_role() = 'city' and city = asking_city());

alter table withdrawal enable row level security;
alter table withdrawal force row level security;
create policy reading on withdrawal for select using (
  asking_role() in ('officer', 'auditor') or asking_role() = 'city' and city = asking_city());
create policy withdrawing on withdrawal for insert
  with check (asking_role() = 'city' and city = asking_city());

alter table evaluation enable row level security;
alter table evaluation force row level security;
create policy reading on evaluation for select using (
  asking_role() in ('officer', 'auditor') or asking_role() = 'city' and city = asking_city());
create policy concluding on evaluation for insert
  with check (asking_role() = 'city' and city = asking_city());

-- What the service may do.
revoke all on all tables in schema public from public;
grant usage on schema public to "${application}";
grant select, insert on bundle, submission, withdrawal, evaluation to "${application}";
grant select, insert, update on person, round to "${application}";
grant select, insert, update, delete on working_draft to "${application}";
