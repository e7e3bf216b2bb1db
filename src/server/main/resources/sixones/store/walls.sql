-- Every object of the database that holds a wall, and what it is, in words that are the same on
-- every server: names are qualified, and the two roles stand for themselves. What belongs to an
-- extension is not looked at, nor what a default right of the server gives everybody.
with
named as (
  select oid, case rolname when ?1 then 'application' when ?2 then 'owner' else rolname end as name
  from pg_roles
  union all select 0, 'public'
),
extended as (select classid, objid from pg_depend where deptype = 'e'),
schema as (
  select oid, nspname as name, nspowner as owner, nspacl as acl from pg_namespace
  where nspname !~ '^pg_' and nspname <> 'information_schema'
),
relation as (
  select c.*, c.oid::regclass::text as name,
    case relkind when 'r' then 'table' when 'p' then 'table' when 'v' then 'view'
      when 'm' then 'materialized view' when 'S' then 'sequence' when 'f' then 'foreign table'
      when 'c' then 'type' end as kind
  from pg_class c join schema s on c.relnamespace = s.oid
  where relkind in ('r', 'p', 'v', 'm', 'S', 'f', 'c')
    and not exists (select from extended where classid = 'pg_class'::regclass and objid = c.oid)
),
-- The tables of the migrations; the library's own book-keeping has its rights alone looked at.
made as (select * from relation where relname <> 'flyway_schema_history'),
routine as (
  select p.*, p.oid::regprocedure::text as name from pg_proc p
  where (pronamespace in (select oid from schema) or p.oid >= 16384)
    and pronamespace <> all (select oid from pg_namespace where nspname ~ '^pg_(temp|toast)')
    and not exists (select from extended where classid = 'pg_proc'::regclass and objid = p.oid)
),
granted as (
  select kind || ' ' || name as on_what, relowner as owner,
    coalesce(relacl, acldefault(case relkind when 'S' then 's' else 'r' end::"char", relowner)) as acl
  from relation where relkind <> 'c'
  union all
  select 'column ' || r.name || '.' || attname, relowner, attacl
  from relation r join pg_attribute a on a.attrelid = r.oid where attacl is not null
  union all
  select 'function ' || name, proowner, coalesce(proacl, acldefault('f', proowner)) from routine
  union all
  select 'schema ' || name, owner, coalesce(acl, acldefault('n', owner)) from schema
  union all
  select 'database', datdba, coalesce(datacl, acldefault('d', datdba)) from pg_database
  where datname = current_database()
  union all
  select 'setting ' || parname, 10, paracl from pg_parameter_acl
),
-- What an owner may do with its own goes without saying, and who may use the database and its
-- schemas is for its administrator to say; who may create in them is not.
granted_to as (
  select on_what, coalesce(n.name, 'nobody') as grantee,
    string_agg(privilege_type || case when is_grantable then ' to grant' else '' end, ', '
      order by privilege_type) as privileges
  from granted cross join lateral aclexplode(acl) g left join named n on n.oid = g.grantee
  where g.grantee <> granted.owner
    and (on_what !~ '^(database|schema )' or privilege_type = 'CREATE'
      and coalesce(n.name, '') not in ('owner', 'pg_database_owner'))
  group by on_what, n.name
)
select kind || ' ' || r.name,
  concat_ws(' ', 'of', n.name,
    case when relrowsecurity then 'row level security' end,
    case when relforcerowsecurity then 'forced' end,
    case relpersistence when 'u' then 'unlogged' when 't' then 'temporary' end,
    array_to_string(reloptions, ','),
    (select 'inherits ' || string_agg(inhparent::regclass::text, ',' order by inhseqno)
      from pg_inherits where inhrelid = r.oid),
    case when relkind in ('v', 'm') then
      -- Of one table alone, servers before 16 name it before each column, and later ones do not.
      case (select count(distinct refobjid) from pg_rewrite w
          join pg_depend d on d.classid = 'pg_rewrite'::regclass and d.objid = w.oid
          where ev_class = r.oid and refclassid = 'pg_class'::regclass and refobjid <> r.oid)
        when 1 then regexp_replace(
          pg_get_viewdef(r.oid), '\m(?!(public|pg_catalog)\.)\w+\.(?=[a-z"])', '', 'g')
        else pg_get_viewdef(r.oid) end
      end)
from relation r join named n on n.oid = relowner
union all
select 'column ' || r.name || '.' || attname,
  concat_ws(' ', format_type(atttypid, atttypmod),
    case when attnotnull then 'not null' end,
    case attidentity when 'a' then 'always identity' when 'd' then 'identity' end,
    case attgenerated when 's' then 'generated' when 'v' then 'virtual' end,
    (select 'collate ' || collname from pg_collation c
      where c.oid = attcollation and collname <> 'default'),
    (select 'default ' || pg_get_expr(adbin, adrelid) from pg_attrdef
      where adrelid = attrelid and adnum = attnum))
from made r join pg_attribute on attrelid = r.oid
where attnum > 0 and not attisdropped and relkind <> 'S'
union all
select 'constraint ' || conname || ' on ' || r.name,
  concat_ws(' ', pg_get_constraintdef(c.oid), case when not convalidated then 'not valid' end)
from made r join pg_constraint c on conrelid = r.oid
where contype <> 'n'
union all
select 'index ' || i.indexrelid::regclass || ' on ' || r.name,
  concat_ws(' ', pg_get_indexdef(i.indexrelid), case when not indisvalid then 'not valid' end)
from made r join pg_index i on indrelid = r.oid
where indisunique
union all
select 'policy ' || polname || ' on ' || r.name,
  concat_ws(' ', case when polpermissive then 'permissive' else 'restrictive' end,
    'for', case polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update'
      when 'd' then 'delete' else 'all' end,
    'to', (select string_agg(name, ', ' order by name) from named where oid = any (polroles)),
    'using', pg_get_expr(polqual, polrelid), 'with check', pg_get_expr(polwithcheck, polrelid))
from relation r join pg_policy on polrelid = r.oid
union all
select 'function ' || r.name,
  concat_ws(' ', 'of', n.name,
    case when prokind <> 'a' then pg_get_functiondef(r.oid) else 'aggregate' end)
from routine r join named n on n.oid = proowner
union all
select 'trigger ' || tgname || ' on ' || r.name, concat_ws(' ', tgenabled, pg_get_triggerdef(t.oid))
from relation r join pg_trigger t on tgrelid = r.oid
where not tgisinternal
union all
-- A reference is looked after by triggers of its own.
select 'reference ' || conname || ' on ' || r.name, 'is not looked after'
from relation r join pg_trigger t on tgrelid = r.oid join pg_constraint c on c.oid = tgconstraint
where tgisinternal and tgenabled <> 'O'
group by conname, r.name
union all
select 'rule ' || rulename || ' on ' || r.name, concat_ws(' ', ev_enabled, pg_get_ruledef(w.oid))
from relation r join pg_rewrite w on ev_class = r.oid
where rulename <> '_RETURN'
union all
select 'event trigger ' || evtname, concat_ws(' ', evtevent, evtenabled, evtfoid::regprocedure)
from pg_event_trigger e
where not exists (select from extended where classid = 'pg_event_trigger'::regclass and objid = e.oid)
union all
select 'schema ' || name, null from schema where name <> 'public'
union all
select 'rights of ' || grantee || ' on ' || on_what, privileges from granted_to
union all
select 'default rights by ' || n.name || ' on ' || defaclobjtype::text || ' ' || defaclnamespace::regnamespace,
  defaclacl::text
from pg_default_acl join named n on n.oid = defaclrole
union all
select 'role ' || name,
  concat_ws(' ', case when rolsuper then 'superuser' end,
    case when rolbypassrls then 'bypassrls' end,
    case when rolcreaterole then 'createrole' end,
    case when rolcreatedb then 'createdb' end,
    case when rolreplication then 'replication' end)
from named join pg_roles using (oid) where name in ('application', 'owner')
union all
select 'membership of ' || m.name || ' in ' || n.name, null
from pg_auth_members g join named m on m.oid = member join named n on n.oid = roleid
where m.name in ('application', 'owner')
union all
-- What decides for the two roles what a statement means, or who seems to ask.
select concat_ws(' ', 'setting', split_part(setting, '=', 1), 'of',
    nullif('role ' || coalesce(n.name, ''), 'role public'), case setdatabase when 0 then null else 'in the database' end),
  substr(setting, strpos(setting, '=') + 1)
from pg_db_role_setting cross join lateral unnest(setconfig) setting
  left join named n on n.oid = setrole
where setdatabase in (0, (select oid from pg_database where datname = current_database()))
  and (n.name in ('application', 'owner') or setrole = 0 and setting ~ '^sixones\.')
union all
select 'setting ' || name, reset_val from pg_settings
where name in ('session_replication_role', 'row_security', 'search_path', 'transform_null_equals',
  'session_preload_libraries', 'local_preload_libraries')
order by 1, 2
