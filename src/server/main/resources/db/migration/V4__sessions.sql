-- Who is signed in with a browser, and until when. Every request reads its row, so what ends here
-- has ended on every instance. What the browser keeps is not here, only its digest.
create table session (
  id        uuid primary key,
  ticket    text not null unique check (ticket ~ '^[0-9a-f]{64}$'),
  -- Somebody an identity provider knows gets their row when the sign-in is recorded, just after.
  person    text not null references person on update cascade deferrable initially deferred,
  -- That of the person when they signed in; null for somebody an identity provider knows.
  epoch     int,
  -- What the browser says it is.
  agent     text not null check (length(agent) <= 200),
  opened_at timestamptz not null,
  used_at   timestamptz not null,
  ends_at   timestamptz not null,
  ended_at  timestamptz
);
create index session_by_person on session (person, opened_at);
create index session_by_end on session (ends_at);

-- Raised by each new password, another role and closing: what was opened before is over, also what
-- is just being opened.
alter table person add column epoch int not null default 0;

alter table session enable row level security;
alter table session force row level security;
create policy signing_in on session
  using (asking_role() in ('sign-in', 'admin')) with check (asking_role() in ('sign-in', 'admin'));
grant select, insert, update, delete on session to "${application}";
