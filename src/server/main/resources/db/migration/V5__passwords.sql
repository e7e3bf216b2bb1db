-- A password somebody else gave is changed before anything else is done with it.
alter table person
  add column password_given boolean not null default false,
  -- Since the last sign-in by the form, which tells of them.
  add column wrong_passwords int not null default 0 check (wrong_passwords >= 0);
alter table session add column wrong_before int not null default 0 check (wrong_before >= 0);

-- Who signs in counts wrong passwords, and changes their own.
create policy own_password on person for update using (asking_role() = 'sign-in');
create function keeps_their_place() returns trigger language plpgsql
  set search_path = public, pg_temp
as $$
begin
  if asking_role() = 'sign-in'
      and (old.name, old.role, old.city, old.disabled)
        is distinct from (new.name, new.role, new.city, new.disabled) then
    raise insufficient_privilege using message = 'who signs in changes no role';
  end if;
  return new;
end $$;
create trigger keeps_their_place before update on person
  for each row execute function keeps_their_place();

-- From where somebody signed in before: their wrong passwords elsewhere make nobody wait here.
create table known_address (
  person  text not null references person on update cascade,
  address text not null check (length(address) <= 64),
  seen_at timestamptz not null,
  primary key (person, address)
);
alter table known_address enable row level security;
alter table known_address force row level security;
create policy signing_in on known_address
  using (asking_role() = 'sign-in') with check (asking_role() = 'sign-in');
grant select, insert, update, delete on known_address to "${application}";
