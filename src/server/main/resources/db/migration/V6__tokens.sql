-- What programs of a person ask by, in place of the person's password. Not the token is here, only
-- its digest; it ends with the epoch of its person, too.
create table token (
  id      uuid primary key,
  secret  text not null unique check (secret ~ '^[0-9a-f]{64}$'),
  person  text not null references person on update cascade,
  epoch   int not null,
  name    text not null check (length(name) between 1 and 80),
  scope   text not null check (scope in ('reading', 'all')),
  made_at timestamptz not null,
  ends_at timestamptz not null,
  used_at timestamptz,
  check (ends_at > made_at and ends_at <= made_at + interval '366 days')
);
create index token_by_person on token (person, made_at);
alter table token enable row level security;
alter table token force row level security;
create policy signing_in on token
  using (asking_role() = 'sign-in') with check (asking_role() = 'sign-in');
grant select, insert, delete on token to "${application}";
grant update (used_at) on token to "${application}";
