-- How many acts there are in the cases of a round: whoever has read them once sees by this number whether
-- there are more. It is counted in the transaction that adds an act, so that who sees the one sees the other.
alter table proceeding add acts bigint not null default 0;
create policy counting on proceeding for update to current_user using (true) with check (true);

-- Counts as the owner, who sees every case, whoever acts.
create function acts_count() returns trigger language plpgsql security definer
  set search_path = public, pg_temp
as $$
declare
  asks text := asking_role();
begin
  perform set_config('sixones.role', 'owner', true);
  update proceeding p set acts = p.acts + n.added
    from (
      select c.round, count(*) as added
      from added a join bid_case c on c.id = a.bid_case group by c.round) n
    where p.round = n.round;
  perform set_config('sixones.role', asks, true);
  return null;
end $$;
create trigger acts_count after insert on act referencing new table as added
  for each statement execute function acts_count();
revoke all on function acts_count() from public;

alter table proceeding no force row level security;
alter table bid_case no force row level security;
alter table act no force row level security;
update proceeding p set acts = n.acts
  from (
    select c.round, count(*) as acts from act a join bid_case c on c.id = a.bid_case group by c.round) n
  where p.round = n.round;
alter table proceeding force row level security;
alter table bid_case force row level security;
alter table act force row level security;
