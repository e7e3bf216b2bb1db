-- The digests of the receipts that were handed out, so that a bid is found by one: a receipt itself is not
-- kept, but made again. What was handed in before this has none: the first row tells since when there are.
create table receipt (
  number     bigint generated always as identity primary key,
  submission uuid not null references submission on delete cascade,
  digest     text not null,
  unique (submission, digest)
);
create index receipt_by_digest on receipt (digest collate "C");

-- An applicant's cases; who took each case of a round.
create index bid_case_by_applicant on bid_case (applicant);
create index act_of_taking on act (bid_case, seq) where kind = 'take';

-- The rounds whose bids the person who asks may look through: an officer those that have no cases yet and
-- those she declared for, anybody else all. The walls decide of each bid; this leaves out of lists over all
-- rounds what they would hide one by one.
create function rounds_to_look_through() returns setof uuid language plpgsql stable
  set search_path = public, pg_temp
as $$
begin
  return query select r.id from round r
    where (select asking_role()) <> 'officer'
      or r.id in (select declared_rounds())
      or not exists (select from bid_case c where c.round = r.id);
end $$;
revoke all on function rounds_to_look_through() from public;
grant execute on function rounds_to_look_through() to "${application}";

-- Whoever sees a bid sees its receipts; who hands it in, or withdraws it, writes them.
alter table receipt enable row level security;
alter table receipt force row level security;
create policy reading on receipt for select using (
  (select s.id from submission s where s.id = receipt.submission) is not null);
create policy handing_in on receipt for insert with check (
  asking_role() = 'applicant'
  and (select s.id from submission s where s.id = receipt.submission) is not null);
create policy keeping on receipt to current_user using (true) with check (true);
revoke all on receipt from public;
grant select, insert on receipt to "${application}";
