-- What is erased after a set time, by the owner's command alone: a round, whole, after its archive was
-- written; and the name of a person. The service has no right to it. What was erased leaves a row
-- for each thing, with its digest, and a record of the act.
create table round_archive (
  sha256   text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  round    uuid not null references round,
  -- Of everything of the round that the archive holds, as it was read.
  contents text not null check (contents ~ '^sha256:[0-9a-f]{64}$'),
  bytes    bigint not null check (bytes > 0),
  parts    int not null check (parts > 0),
  -- Evidence files that are on record and were not on the disk as they were kept.
  lost     int not null check (lost >= 0),
  made_at  timestamptz not null
);
create index round_archive_by_round on round_archive (round, made_at);

create table erasure (
  id        uuid primary key,
  round     uuid unique references round,
  person    bigint unique references person (number),
  archive   text references round_archive,
  erased_at timestamptz not null,
  -- Who ran the command, as the machine calls its user.
  by_user   text not null check (length(by_user) between 1 and 100),
  -- What the person who ran it gave as the basis.
  reason    text not null check (reason ~ '\S' and length(reason) <= 1000),
  -- The set time, what it was counted from, and the first day it allowed.
  period    text not null check (length(period) between 1 and 40),
  since     date not null,
  allowed   date not null,
  -- How many rows of each table, and files, went.
  counts    text not null check (length(counts) <= 4000 and jsonb_typeof(counts::jsonb) = 'object'),
  check (num_nonnulls(round, person) = 1),
  check ((round is null) = (archive is null)),
  check (erased_at >= allowed - interval '1 day')
);

create table erased_thing (
  id        uuid not null,
  kind      text not null check (kind in ('submission', 'evaluation', 'case', 'act', 'letter', 'file')),
  round     uuid not null references round,
  applicant text not null check (is_applicant(applicant)),
  version   int check (version > 0),
  digest    text,
  primary key (id, kind)
);
create index erased_thing_by_digest on erased_thing (digest text_pattern_ops);
create index erased_thing_by_number on erased_thing (round, applicant, version);
-- References to an evaluation are looked for when one is deleted.
create index bid_case_by_evaluation on bid_case (evaluation);

alter table round add column erased_at timestamptz,
  add constraint round_erased_once_decided check (erased_at is null or state = 'decided');

-- A person whose name was erased is called by the number, which no login can look like.
alter table person add column erased_at timestamptz,
  drop constraint person_name_check,
  add constraint person_name_check check (
    case when erased_at is null then name ~ '^[a-z0-9][a-z0-9._-]{0,63}$' else name = '#' || number end),
  drop constraint person_is_of_here_or_elsewhere,
  add constraint person_is_of_here_or_elsewhere check (
    password is not null or name ~ '^idp-[0-9a-f]{60}$' or erased_at is not null),
  add constraint person_erased_is_blank check (
    erased_at is null or called is null and password is null and disabled);

-- Whatever role somebody says they ask in, only the owner says that something was erased.
create function only_the_owner_erases() returns trigger language plpgsql
  set search_path = public, pg_temp
as $$
begin
  if new.erased_at is distinct from (case when tg_op = 'UPDATE' then old.erased_at end)
      and not pg_has_role(current_user, (select relowner from pg_class where oid = tg_relid), 'usage')
  then
    raise insufficient_privilege using message = 'only the owner erases';
  end if;
  return new;
end $$;
revoke all on function only_the_owner_erases() from public;
create trigger only_the_owner_erases before insert or update on round
  for each row execute function only_the_owner_erases();
create trigger only_the_owner_erases before insert or update on person
  for each row execute function only_the_owner_erases();

-- The round that is being erased: it is decided, and has an archive. Null at any other time.
create function erasing() returns uuid language sql stable
  as $$ select r.id from round r
    where asking_role() = 'owner' and r.id::text = current_setting('sixones.erasing', true)
      and r.state = 'decided' and exists (select from round_archive a where a.round = r.id) $$;
revoke all on function erasing() from public;

alter table round_archive enable row level security;
alter table round_archive force row level security;
alter table erasure enable row level security;
alter table erasure force row level security;
alter table erased_thing enable row level security;
alter table erased_thing force row level security;
create policy reading on round_archive for select using (
  asking_role() in ('officer', 'auditor', 'admin'));
create policy reading on erasure for select using (
  asking_role() in ('auditor', 'admin')
  or round is not null and exists (select from round r where r.id = erasure.round));
create policy reading on erased_thing for select using (
  asking_role() in ('officer', 'auditor')
  or asking_role() = 'applicant' and applicant = asking_applicant());

-- The owner's command: it says that it is the owner, reads everything of rounds, and deletes what is of
-- the round that is being erased. Nobody else can say so: these policies are for the owner alone.
create policy of_the_owner on round_archive to current_user
  using (asking_role() = 'owner') with check (asking_role() = 'owner');
create policy of_the_owner on erasure to current_user
  using (asking_role() = 'owner') with check (asking_role() = 'owner');
create policy of_the_owner on erased_thing to current_user
  using (asking_role() = 'owner') with check (asking_role() = 'owner' and round = (select erasing()));
create policy of_the_owner on round to current_user
  using (asking_role() = 'owner') with check (asking_role() = 'owner' and id = (select erasing()));
create policy of_the_owner on round_move for select to current_user using (asking_role() = 'owner');
create policy of_the_owner on proceeding for select to current_user using (asking_role() = 'owner');
create policy of_the_owner on audit_entry for select to current_user using (asking_role() = 'owner');
create policy of_the_owner on working_draft for select to current_user using (asking_role() = 'owner');
create policy of_the_owner on particulars for select to current_user using (asking_role() = 'owner');

create policy of_the_owner on submission for select to current_user using (asking_role() = 'owner');
create policy erasing on submission for delete to current_user using (round = (select erasing()));
create policy of_the_owner on withdrawal for select to current_user using (asking_role() = 'owner');
create policy erasing on withdrawal for delete to current_user using (
  exists (select from submission s where s.id = withdrawal.submission and s.round = (select erasing())));
create policy of_the_owner on evaluation for select to current_user using (asking_role() = 'owner');
create policy erasing on evaluation for delete to current_user using (round = (select erasing()));
create policy erasing on finding for delete to current_user using (
  exists (select from evaluation e where e.id = finding.evaluation and e.round = (select erasing())));
create policy erasing on attestation for delete to current_user using (
  exists (select from evaluation e where e.id = attestation.evaluation and e.round = (select erasing())));
create policy of_the_owner on bid_case for select to current_user using (asking_role() = 'owner');
create policy erasing on bid_case for delete to current_user using (round = (select erasing()));
create policy erasing on act for delete to current_user using (
  exists (select from bid_case c where c.id = act.bid_case and c.round = (select erasing())));
create policy erasing on letter for delete to current_user using (
  exists (select from bid_case c where c.id = letter.bid_case and c.round = (select erasing())));
create policy of_the_owner on declaration for select to current_user using (asking_role() = 'owner');
create policy erasing on declaration for delete to current_user using (round = (select erasing()));
create policy of_the_owner on handed_in_file for select to current_user using (asking_role() = 'owner');
create policy erasing on handed_in_file for delete to current_user using (
  exists (select from submission s where s.id = handed_in_file.submission and s.round = (select erasing())));
-- Of files no bid has any more; which of them, the command says.
create policy of_the_owner on evidence_file for select to current_user using (asking_role() = 'owner');
create policy erasing on evidence_file for delete to current_user using (
  (select erasing()) is not null
  and not exists (select from handed_in_file h where h.file = evidence_file.id));
create policy of_the_owner on evidence_removal for select to current_user using (asking_role() = 'owner');
create policy erasing on evidence_removal for delete to current_user using (
  (select erasing()) is not null
  and not exists (select from handed_in_file h where h.file = evidence_removal.file));

revoke all on round_archive, erasure, erased_thing from public;
grant select on round_archive, erasure, erased_thing to "${application}";
