-- An officer who keeps away from a case, or has declared nothing for its round, reads no bid of it, no
-- evaluation and nothing that hangs on them. Auditors decide nothing, and read all.

-- The number of the person who asks; null if she never did anything that is on record.
create function asking_number() returns bigint language sql stable security definer
  set search_path = public, pg_temp
  as $$ select number from person where name = coalesce(current_setting('sixones.person', true), '') $$;
revoke all on function asking_number() from public;
grant execute on function asking_number() to "${application}";

-- What tells who is recused, few among many.
create index act_of_recusal on act (bid_case)
  where kind in ('recuse', 'decide-recusal', 'lift-recusal');

-- The same as the fold over acts tells: she declared nothing; or she excepted the case, recused herself or
-- was recused at somebody's request, and that was not lifted later. Written out in each policy: a function
-- that looks into tables is started anew for each row.
alter policy reading on submission using (
  asking_role() = 'auditor'
  or asking_role() = 'applicant' and applicant = asking_applicant()
  or asking_role() = 'officer' and not exists (
    select from bid_case c
    where c.round = submission.round and c.applicant = submission.applicant and (
      not exists (
        select from declaration d
        where d.round = c.round and d.by = (select asking_number()))
      or exists (
        select from declaration d
        where d.round = c.round and d.by = (select asking_number())
          and d.body::jsonb -> 'except'
            @> jsonb_build_array(jsonb_build_object('case', c.id::text))
          and not exists (
            select from act l
            where l.bid_case = c.id and l.kind = 'lift-recusal' and l.at >= d.at
              and (l.body::jsonb ->> 'person')::bigint = (select asking_number())))
      or exists (
        select from act r
        where r.bid_case = c.id and r.kind in ('recuse', 'decide-recusal')
          and (r.kind = 'recuse' and r.by = (select asking_number())
              and (r.body::jsonb ->> 'person')::bigint = (select asking_number())
            or r.kind = 'decide-recusal' and r.body::jsonb ->> 'answer' = 'yes' and exists (
              select from act q
              where q.bid_case = c.id and q.seq < r.seq and q.kind = 'recuse'
                and q.id::text = r.body::jsonb ->> 'of'
                and (q.body::jsonb ->> 'person')::bigint = (select asking_number())))
          and not exists (
            select from act l
            where l.bid_case = c.id and l.kind = 'lift-recusal' and l.seq > r.seq
              and (l.body::jsonb ->> 'person')::bigint = (select asking_number()))))));
alter policy reading on evaluation using (
  asking_role() = 'auditor'
  or asking_role() = 'applicant' and applicant = asking_applicant()
  or asking_role() = 'officer' and not exists (
    select from bid_case c
    where c.round = evaluation.round and c.applicant = evaluation.applicant and (
      not exists (
        select from declaration d
        where d.round = c.round and d.by = (select asking_number()))
      or exists (
        select from declaration d
        where d.round = c.round and d.by = (select asking_number())
          and d.body::jsonb -> 'except'
            @> jsonb_build_array(jsonb_build_object('case', c.id::text))
          and not exists (
            select from act l
            where l.bid_case = c.id and l.kind = 'lift-recusal' and l.at >= d.at
              and (l.body::jsonb ->> 'person')::bigint = (select asking_number())))
      or exists (
        select from act r
        where r.bid_case = c.id and r.kind in ('recuse', 'decide-recusal')
          and (r.kind = 'recuse' and r.by = (select asking_number())
              and (r.body::jsonb ->> 'person')::bigint = (select asking_number())
            or r.kind = 'decide-recusal' and r.body::jsonb ->> 'answer' = 'yes' and exists (
              select from act q
              where q.bid_case = c.id and q.seq < r.seq and q.kind = 'recuse'
                and q.id::text = r.body::jsonb ->> 'of'
                and (q.body::jsonb ->> 'person')::bigint = (select asking_number())))
          and not exists (
            select from act l
            where l.bid_case = c.id and l.kind = 'lift-recusal' and l.seq > r.seq
              and (l.body::jsonb ->> 'person')::bigint = (select asking_number()))))));
alter policy reading on withdrawal using (
  asking_role() = 'auditor'
  or asking_role() = 'officer' and exists (select from submission s where s.id = withdrawal.submission)
  or asking_role() = 'applicant' and applicant = asking_applicant());
