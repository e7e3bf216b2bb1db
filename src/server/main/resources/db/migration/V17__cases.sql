-- The officers' procedure: how the cases of a round proceed, one case for each applicant with a bid
-- that stands when the round closes, what is done in it, who may act, and the letters that are
-- issued. Nothing here is ever changed or deleted: what holds follows from the acts, in their order.

-- Settings of a round that is planned; null is neutral. They are frozen when it opens.
alter table round
  add column procedure text check (length(procedure) <= 262144 and jsonb_typeof(procedure::jsonb) = 'object');

create table proceeding (
  round     uuid primary key references round,
  -- Canonical JSON, each value with what it rests on.
  settings  text not null check (length(settings) <= 262144 and jsonb_typeof(settings::jsonb) = 'object'),
  digest    text not null,
  frozen_at timestamptz not null,
  check (digest = 'sha256:' || encode(sha256(convert_to(settings, 'UTF8')), 'hex'))
);

create table bid_case (
  id         uuid primary key,
  round      uuid not null references round,
  applicant  text not null check (is_applicant(applicant)),
  submission uuid not null,
  evaluation uuid not null references evaluation,
  opened_at  timestamptz not null,
  unique (round, applicant),
  foreign key (submission, round, applicant) references submission (id, round, applicant)
);

-- One thing done in a case. Numbers have no gaps, and time does not run backwards.
create table act (
  bid_case       uuid not null references bid_case,
  seq            bigint not null check (seq > 0),
  id             uuid not null unique,
  kind           text not null check (kind ~ '^[a-z]+(-[a-z]+)*$'),
  -- Canonical JSON.
  body           text not null check (length(body) <= 2097152),
  digest         text not null,
  by             bigint not null references person (number) default asking_person(),
  on_behalf_of   bigint references person (number),
  authority      uuid,
  at             timestamptz not null,
  key            text check (length(key) between 1 and 200),
  request_digest text,
  primary key (bid_case, seq),
  unique (by, key),
  check (num_nulls(key, request_digest) in (0, 2)),
  check (on_behalf_of <> by),
  check (digest = 'sha256:' || encode(sha256(convert_to(body, 'UTF8')), 'hex'))
);

-- Who may act: giving, confirming and ending authorities, in one ledger.
create table authority_act (
  seq            bigint primary key check (seq > 0),
  id             uuid not null unique,
  kind           text not null check (kind in ('give-authority', 'confirm', 'end-authority')),
  body           text not null check (length(body) <= 262144),
  digest         text not null,
  by             bigint not null references person (number) default asking_person(),
  at             timestamptz not null,
  key            text check (length(key) between 1 and 200),
  request_digest text,
  unique (by, key),
  check (num_nulls(key, request_digest) in (0, 2)),
  check (digest = 'sha256:' || encode(sha256(convert_to(body, 'UTF8')), 'hex'))
);

-- What officers declare for a round: of which cases they keep away.
create table declaration (
  round          uuid not null references round,
  seq            bigint not null check (seq > 0),
  id             uuid not null unique,
  kind           text not null check (kind = 'declare'),
  body           text not null check (length(body) <= 262144),
  digest         text not null,
  by             bigint not null references person (number) default asking_person(),
  at             timestamptz not null,
  key            text check (length(key) between 1 and 200),
  request_digest text,
  primary key (round, seq),
  unique (by, key),
  unique (round, by),
  check (num_nulls(key, request_digest) in (0, 2)),
  check (digest = 'sha256:' || encode(sha256(convert_to(body, 'UTF8')), 'hex'))
);

-- The frozen text of a letter: what was issued by the act that put it into effect.
create table letter (
  digest    text primary key,
  bid_case  uuid not null references bid_case,
  -- The act that was proposed, and the one that confirmed it.
  of_act    uuid not null unique references act (id),
  issued_by uuid not null unique references act (id),
  kind      text not null check (kind ~ '^[a-z]+(-[a-z]+)*$'),
  bytes     bytea not null check (length(bytes) <= 4194304),
  issued_at timestamptz not null,
  check (digest = encode(sha256(bytes), 'hex'))
);
create index letter_by_case on letter (bid_case, issued_at);

create function follows_the_act_before() returns trigger language plpgsql
  set search_path = public, pg_temp
as $$
declare
  last_seq bigint;
  last_at timestamptz;
begin
  if tg_table_name = 'act' then
    select seq, at into last_seq, last_at from act
      where bid_case = new.bid_case order by seq desc limit 1;
  elsif tg_table_name = 'declaration' then
    select seq, at into last_seq, last_at from declaration
      where round = new.round order by seq desc limit 1;
  else
    select seq, at into last_seq, last_at from authority_act order by seq desc limit 1;
  end if;
  if new.seq <> coalesce(last_seq, 0) + 1 or new.at < last_at then
    raise exception 'act % does not follow the act before', new.seq
      using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger follows before insert on act
  for each row execute function follows_the_act_before();
create trigger follows before insert on authority_act
  for each row execute function follows_the_act_before();
create trigger follows before insert on declaration
  for each row execute function follows_the_act_before();

-- The walls. An applicant sees what belongs to its own case; what of it is told is decided above.
alter table proceeding enable row level security;
alter table proceeding force row level security;
alter table bid_case enable row level security;
alter table bid_case force row level security;
alter table act enable row level security;
alter table act force row level security;
alter table authority_act enable row level security;
alter table authority_act force row level security;
alter table declaration enable row level security;
alter table declaration force row level security;
alter table letter enable row level security;
alter table letter force row level security;

create policy reading on proceeding for select using (
  exists (select from round r where r.id = proceeding.round));
create policy freezing on proceeding for insert with check (
  asking_role() = 'officer'
  and exists (select from round r where r.id = proceeding.round and r.state = 'open'));
create policy reading on bid_case for select using (
  asking_role() in ('officer', 'auditor')
  or asking_role() = 'applicant' and applicant = asking_applicant());
create policy closing on bid_case for insert with check (
  asking_role() = 'officer'
  and exists (select from round r where r.id = bid_case.round and r.state = 'closed'));
create policy reading on act for select using (
  exists (select from bid_case c where c.id = act.bid_case));
create policy acting on act for insert with check (
  by = asking_person()
  and exists (select from bid_case c where c.id = act.bid_case)
  and (asking_role() = 'officer' and kind not in ('reply', 'give-up')
    or asking_role() = 'applicant' and on_behalf_of is null
      and kind in ('reply', 'lapse', 'give-up', 'recuse')));
-- An applicant needs neither: who may act is decided for the office.
create policy reading on authority_act for select using (
  asking_role() in ('officer', 'auditor', 'admin'));
create policy giving on authority_act for insert with check (
  by = asking_person()
  and (asking_role() = 'officer' or asking_role() = 'admin' and kind <> 'confirm'));
-- Who handles its case and may not is a part of what an applicant's case follows from.
create policy reading on declaration for select using (
  asking_role() in ('officer', 'auditor')
  or asking_role() = 'applicant'
    and exists (select from bid_case c where c.round = declaration.round));
create policy declaring on declaration for insert with check (
  by = asking_person() and asking_role() = 'officer');
create policy reading on letter for select using (
  exists (select from bid_case c where c.id = letter.bid_case));
create policy issuing on letter for insert with check (
  asking_role() in ('officer', 'applicant')
  and exists (
    select from act a
    where a.id = letter.issued_by and a.bid_case = letter.bid_case and a.by = asking_person())
  and exists (select from act a where a.id = letter.of_act and a.bid_case = letter.bid_case));

-- Roles of the people who can be named, beside their names.
create or replace view person_name with (security_barrier) as
  select number, coalesce(called, name) as name, role from person
  where asking_role() in ('officer', 'auditor', 'admin')
    or asking_role() = 'applicant' and (applicant is null or applicant = asking_applicant());

revoke all on proceeding, bid_case, act, authority_act, declaration, letter from public;
grant select, insert on proceeding, bid_case, act, authority_act, declaration, letter
  to "${application}";
revoke all on function follows_the_act_before() from public;

alter table audit_entry drop constraint audit_entry_kind_check,
  add constraint audit_entry_kind_check
    check (kind in ('round', 'submission', 'evaluation', 'person', 'address', 'calendar', 'case',
      'authority'));

-- Rounds that were opened before keep neutral settings; those that are closed get their cases.
alter table round no force row level security;
alter table submission no force row level security;
alter table withdrawal no force row level security;
alter table evaluation no force row level security;
alter table proceeding no force row level security;
alter table bid_case no force row level security;
insert into proceeding (round, settings, digest, frozen_at)
  select id, '{}', 'sha256:' || encode(sha256('{}'), 'hex'), now()
  from round where state in ('open', 'closed');
insert into bid_case (id, round, applicant, submission, evaluation, opened_at)
  select gen_random_uuid(), s.round, s.applicant, s.id, e.id, now()
  from submission s
    join round r on r.id = s.round and r.state = 'closed'
    join evaluation e on e.submission = s.id and e.stage = 'BID' and e.purpose = 'OFFICIAL'
  where s.version = (
    select max(t.version) from submission t
    where t.round = s.round and t.applicant = s.applicant
      and not exists (select from withdrawal w where w.submission = t.id));
alter table round force row level security;
alter table submission force row level security;
alter table withdrawal force row level security;
alter table evaluation force row level security;
alter table proceeding force row level security;
alter table bid_case force row level security;
