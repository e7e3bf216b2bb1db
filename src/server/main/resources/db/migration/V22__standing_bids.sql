-- A round of a country has 10,000 bids and more, and ten years have ten such rounds. What stands is read
-- without looking at every version of every bid, and walls are asked once for a statement, not for each row.

-- The bid of an applicant that stands in a round: its last version that was not withdrawn, with what was
-- found of it. Written by the triggers below alone; the rows it is made of never change.
create table standing_bid (
  round        uuid not null references round,
  applicant    text not null,
  version      int not null,
  submission   uuid not null unique references submission on delete cascade,
  evaluation   uuid not null unique references evaluation on delete cascade,
  submitted_at timestamptz not null,
  verdict      text not null,
  verdicts     text not null,
  -- The verdicts alone, ' park=MET chain-head=OPEN ': bids with the same ones are counted together.
  signs        text not null,
  to_judge     int not null,
  to_supply    int not null,
  to_review    int not null,
  primary key (round, applicant)
);

-- The rounds of whose cases the officer who asks declared that she keeps away from some or none.
create function declared_rounds() returns setof uuid language plpgsql stable rows 10
  set search_path = public, pg_temp
as $$
begin
  return query select d.round from declaration d where d.by = asking_number();
end $$;

-- The cases that the officer who asks keeps away from, by her declaration or because she is recused.
create function cases_kept_away_from() returns table (of_round uuid, of_applicant text)
  language plpgsql stable rows 10 set search_path = public, pg_temp
as $$
declare
  asks bigint := asking_number();
begin
  return query
    select c.round, c.applicant
    from declaration d
      cross join lateral jsonb_array_elements(d.body::jsonb -> 'except') x
      join bid_case c on c.id = (x ->> 'case')::uuid and c.round = d.round
    where d.by = asks and not exists (
      select from act l
      where l.bid_case = c.id and l.kind = 'lift-recusal' and l.at >= d.at
        and (l.body::jsonb ->> 'person')::bigint = asks)
    union
    select c.round, c.applicant
    from act q
      cross join lateral (
        select q.seq as seq where q.by = asks
        union all
        select r.seq from act r
        where r.bid_case = q.bid_case and r.kind = 'decide-recusal' and r.seq > q.seq
          and r.body::jsonb ->> 'of' = q.id::text and r.body::jsonb ->> 'answer' = 'yes') since
      join bid_case c on c.id = q.bid_case
    where q.kind = 'recuse' and (q.body::jsonb ->> 'person')::bigint = asks and not exists (
      select from act l
      where l.bid_case = c.id and l.kind = 'lift-recusal' and l.seq > since.seq
        and (l.body::jsonb ->> 'person')::bigint = asks);
end $$;
create index act_of_recused on act (((body::jsonb ->> 'person')::bigint)) where kind = 'recuse';
revoke all on function declared_rounds(), cases_kept_away_from() from public;
grant execute on function declared_rounds(), cases_kept_away_from() to "${application}";

-- As V19 has it, but for a set that is made once: of the rounds an officer declared for, all but what she
-- keeps away from; of the others, what has no case. The case of a row is asked for by its key: what merely
-- exists PostgreSQL may look for by reading every case.
alter policy reading on submission using (
  (select asking_role()) = 'auditor'
  or (select asking_role()) = 'applicant' and applicant = (select asking_applicant())
  or (select asking_role()) = 'officer'
    and (
      round in (select declared_rounds())
      or (
        select c.id from bid_case c
        where c.round = submission.round and c.applicant = submission.applicant) is null)
    and (round, applicant) not in (select of_round, of_applicant from cases_kept_away_from()));
-- An evaluation of all bids of a round has no applicant.
alter policy reading on evaluation using (
  (select asking_role()) = 'auditor'
  or (select asking_role()) = 'applicant' and applicant = (select asking_applicant())
  or (select asking_role()) = 'officer'
    and (
      round in (select declared_rounds())
      or (
        select c.id from bid_case c
        where c.round = evaluation.round and c.applicant = evaluation.applicant) is null)
    and (round, coalesce(applicant, ''))
      not in (select of_round, of_applicant from cases_kept_away_from()));

alter policy reading on act using (
  (select c.id from bid_case c where c.id = act.bid_case) is not null);

alter table standing_bid enable row level security;
alter table standing_bid force row level security;
create policy reading on standing_bid for select using (
  (select asking_role()) = 'auditor'
  or (select asking_role()) = 'applicant' and applicant = (select asking_applicant())
  or (select asking_role()) = 'officer'
    and (
      round in (select declared_rounds())
      or (
        select c.id from bid_case c
        where c.round = standing_bid.round and c.applicant = standing_bid.applicant) is null)
    and (round, applicant) not in (select of_round, of_applicant from cases_kept_away_from()));
create policy keeping on standing_bid to current_user using (true) with check (true);
revoke all on standing_bid from public;
grant select on standing_bid to "${application}";

-- How many bids of each round the walls let an official see: counted by rounds, not by asking of each bid.
create function count_standing_bids(rounds uuid[]) returns table (of_round uuid, bids bigint)
  language plpgsql stable security definer set search_path = public, pg_temp
as $$
begin
  return query select r.id, case
      when asking_role() = 'auditor' or not exists (select from bid_case c where c.round = r.id)
        then (select count(*) from standing_bid b where b.round = r.id)
      when r.id in (select declared_rounds())
        then (select count(*) from standing_bid b where b.round = r.id)
          - (select count(*) from cases_kept_away_from() k
              join standing_bid b on b.round = k.of_round and b.applicant = k.of_applicant
              where k.of_round = r.id)
      else (select count(*) from standing_bid b where b.round = r.id and not exists (
        select from bid_case c where c.round = b.round and c.applicant = b.applicant)) end
    from unnest(rounds) r (id) where asking_role() in ('officer', 'auditor');
end $$;
revoke all on function count_standing_bids(uuid[]) from public;
grant execute on function count_standing_bids(uuid[]) to "${application}";

-- Both look as the owner, who sees every version, whoever hands in or withdraws.
create function bid_stands() returns trigger language plpgsql security definer
  set search_path = public, pg_temp
as $$
declare
  asks text := asking_role();
begin
  perform set_config('sixones.role', 'owner', true);
  insert into standing_bid (round, applicant, version, submission, evaluation, submitted_at, verdict,
      verdicts, signs, to_judge, to_supply, to_review)
    select s.round, s.applicant, s.version, s.id, new.id, s.submitted_at, new.verdict, new.verdicts,
      ' ' || regexp_replace(new.verdicts, ':[^ ]*', '', 'g') || ' ', new.to_judge, new.to_supply,
      new.to_review
    from submission s where s.id = new.submission
    on conflict (round, applicant) do update set
      version = excluded.version, submission = excluded.submission, evaluation = excluded.evaluation,
      submitted_at = excluded.submitted_at, verdict = excluded.verdict, verdicts = excluded.verdicts,
      signs = excluded.signs, to_judge = excluded.to_judge, to_supply = excluded.to_supply,
      to_review = excluded.to_review
    where excluded.version > standing_bid.version;
  perform set_config('sixones.role', asks, true);
  return null;
end $$;
create trigger bid_stands after insert on evaluation for each row
  when (new.stage = 'BID' and new.purpose = 'OFFICIAL') execute function bid_stands();

create function bid_falls() returns trigger language plpgsql security definer
  set search_path = public, pg_temp
as $$
declare
  asks text := asking_role();
  fallen standing_bid;
begin
  perform set_config('sixones.role', 'owner', true);
  delete from standing_bid b where b.submission = new.submission returning * into fallen;
  if fallen.submission is not null then
    insert into standing_bid (round, applicant, version, submission, evaluation, submitted_at, verdict,
        verdicts, signs, to_judge, to_supply, to_review)
      select s.round, s.applicant, s.version, s.id, e.id, s.submitted_at, e.verdict, e.verdicts,
        ' ' || regexp_replace(e.verdicts, ':[^ ]*', '', 'g') || ' ', e.to_judge, e.to_supply,
        e.to_review
      from submission s
        join evaluation e on e.submission = s.id and e.stage = 'BID' and e.purpose = 'OFFICIAL'
      where s.round = fallen.round and s.applicant = fallen.applicant
        and not exists (select from withdrawal w where w.submission = s.id)
      order by s.version desc limit 1;
  end if;
  perform set_config('sixones.role', asks, true);
  return null;
end $$;
create trigger bid_falls after insert on withdrawal for each row execute function bid_falls();
revoke all on function bid_stands(), bid_falls() from public;

alter table submission no force row level security;
alter table evaluation no force row level security;
alter table withdrawal no force row level security;
insert into standing_bid (round, applicant, version, submission, evaluation, submitted_at, verdict,
    verdicts, signs, to_judge, to_supply, to_review)
  select distinct on (s.round, s.applicant) s.round, s.applicant, s.version, s.id, e.id,
    s.submitted_at, e.verdict, e.verdicts,
    ' ' || regexp_replace(e.verdicts, ':[^ ]*', '', 'g') || ' ', e.to_judge, e.to_supply, e.to_review
  from submission s
    join evaluation e on e.submission = s.id and e.stage = 'BID' and e.purpose = 'OFFICIAL'
  where not exists (select from withdrawal w where w.submission = s.id)
  order by s.round, s.applicant, s.version desc;
alter table submission force row level security;
alter table evaluation force row level security;
alter table withdrawal force row level security;

-- Lists, newest first, of a round or an applicant.
create index submission_by_round_and_time on submission (round, submitted_at desc, id desc);
create index submission_by_applicant_and_time on submission (applicant, submitted_at desc, id desc);
create index evaluation_by_round_and_time on evaluation (round, evaluated_at desc, id desc);
create index evaluation_by_applicant_and_time on evaluation (applicant, evaluated_at desc, id desc);

-- The search: by a digest or the beginning of one, and by who handed in or withdrew. Behind walls only
-- what says nothing of a value can be looked up, so that beginnings are ranges in byte order.
create index submission_by_person on submission (submitted_by, submitted_at desc, id desc);
create index withdrawal_by_person on withdrawal (withdrawn_by);
create index submission_by_digest on submission (digest collate "C");
create index submission_by_source on submission (source_digest collate "C")
  where source_digest is not null;
create index evaluation_by_answer on evaluation (findings_digest collate "C");
create index evaluation_by_bundle on evaluation (bundle, evaluated_at desc, id desc);
create index evaluation_by_engine on evaluation (engine_digest, evaluated_at desc, id desc);
create index evaluation_by_application
  on evaluation (application collate "C", evaluated_at desc, id desc);

-- Entries of an act or a kind of thing, newest first: some are rare among many.
create index audit_entry_by_act on audit_entry (act, at desc, number desc);
create index audit_entry_by_kind on audit_entry (kind, at desc, number desc);
