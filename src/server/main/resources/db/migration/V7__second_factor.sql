-- A second factor beside the password: codes of an app (RFC 6238). The secret is sealed with a key
-- that is a file of the service, so a copy of the table makes no codes.
create table second_factor (
  person       text primary key references person on update cascade on delete cascade,
  secret       bytea not null check (length(secret) = 48),
  made_at      timestamptz not null,
  -- Null until its person has shown that their app makes the codes.
  confirmed_at timestamptz,
  -- The step of the last code that was taken: none is taken twice.
  last_step    bigint not null default 0
);
-- What holds, once each, where the app is lost. Not the code is here, only its digest.
create table recovery_code (
  digest  text primary key check (digest ~ '^[0-9a-f]{64}$'),
  person  text not null references second_factor on update cascade on delete cascade,
  used_at timestamptz
);
create index recovery_code_by_person on recovery_code (person);

alter table second_factor enable row level security;
alter table second_factor force row level security;
alter table recovery_code enable row level security;
alter table recovery_code force row level security;
create policy signing_in on second_factor
  using (asking_role() = 'sign-in') with check (asking_role() = 'sign-in');
create policy signing_in on recovery_code
  using (asking_role() = 'sign-in') with check (asking_role() = 'sign-in');
-- An administrator sees who has one, and takes away one that is lost.
create policy looking_after on second_factor for select using (asking_role() = 'admin');
create policy taking_away on second_factor for delete using (asking_role() = 'admin');
grant select, insert, delete on second_factor, recovery_code to "${application}";
grant update (secret, made_at, confirmed_at, last_step) on second_factor to "${application}";
grant update (used_at) on recovery_code to "${application}";

-- Whoever has a second factor has shown the password alone so far.
alter table session
  add column awaits_code boolean not null default false,
  add column wrong_codes int not null default 0 check (wrong_codes >= 0);
