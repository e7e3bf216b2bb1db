-- A round in preparation may be announced: applicants see it, with its day and its rules, and write
-- drafts for it; nothing of it is settled or pinned yet. Who announced it, when and why is a move.
alter table round
  drop constraint round_state_check,
  add constraint round_state_check
    check (state in ('draft', 'announced', 'open', 'closed', 'decided')),
  drop constraint round_check2,
  add constraint round_pins_once_open check (state in ('draft', 'announced') or bundle is not null);
alter table allowed_round_move
  drop constraint allowed_round_move_kind_check,
  add constraint allowed_round_move_kind_check
    check (kind in ('announce', 'open', 'extend', 'close', 'decide'));
insert into allowed_round_move values
  ('announce', 'draft', 'announced'),
  ('open', 'announced', 'open');

create or replace function round_move_is_kept() returns trigger language plpgsql
  set search_path = public, pg_temp
as $$
begin
  if new.state = 'draft' and (tg_op = 'INSERT' or old.state = 'draft') then
    return null;
  end if;
  if tg_op = 'UPDATE' and new.state = old.state
    and (new.deadline = old.deadline or new.state = 'announced') then
    return null;
  end if;
  if not exists (
    select from round_move m
    where m.round = new.id and m.revision = new.revision and m.to_state = new.state
      and m.deadline_after = new.deadline
      and m.from_state = case when tg_op = 'UPDATE' then old.state else 'draft' end)
  then
    raise exception 'round % was moved without a record of who, when and why', new.id
      using errcode = 'check_violation';
  end if;
  return null;
end $$;
