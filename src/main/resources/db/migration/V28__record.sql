-- The case record 案卷记录: who did what in a case, when, and on what basis

create table case_record_head (
    case_number text    primary key,
    entries     integer not null check (entries > 0),
    hash        bytea   not null
) with (fillfactor = 70);
comment on table case_record_head is 'The last entry of each case: writers of one case wait for each other here, and an entry cut off the end is missed';

create table case_record (
    id             bigint      generated always as identity primary key,
    case_number    text        not null,
    position       integer     not null,
    at             timestamptz not null,
    kind           text        not null,
    actor          text,
    role           text        not null,
    basis          jsonb       not null,
    sealed         text,
    taken_over     boolean     not null default false,
    digest         bytea       not null check (octet_length(digest) = 32),
    hash           bytea       not null check (octet_length(hash) = 32),
    erased_at      timestamptz,
    erased_because text,
    unique (case_number, position),
    check ((sealed is null) = (erased_at is not null))
);
comment on table case_record is 'One line for each act in a case; rows are only ever added';
comment on column case_record.actor is 'Account id; null where the system did it';
comment on column case_record.sealed is 'Encrypted: the salt of the digest, the name of the actor at the time, details; null after its time is over';
comment on column case_record.taken_over is 'Written at an upgrade from what other tables knew';
comment on column case_record.digest is 'SHA-256 of the entry''s content with its salt, see docs/case-record.md';
comment on column case_record.hash is 'SHA-256 of the hash of the entry before it and this digest';
create index case_record_kept on case_record (case_number) where sealed is not null;

-- Position and hash are given here and nowhere else. The row of the head is locked until the writer commits.
create function case_record_chains() returns trigger language plpgsql as $$
begin
    insert into case_record_head as head (case_number, entries, hash) values (new.case_number, 1, sha256(new.digest))
    on conflict (case_number) do update set entries = head.entries + 1, hash = sha256(head.hash || new.digest)
    returning head.entries, head.hash into new.position, new.hash;
    return new;
end $$;
create trigger case_record_chains before insert on case_record for each row execute function case_record_chains();

create function case_record_stays() returns trigger language plpgsql as $$
declare
    free text[] := array[]::text[];
begin
    if tg_op = 'UPDATE' then
        if current_setting('zhiping.resealing', true) = 'on' and new.sealed is not null then
            free := array['sealed'];
        end if;
        if current_setting('zhiping.retention', true) = 'on' and old.sealed is not null and new.sealed is null then
            free := array['sealed', 'erased_at', 'erased_because'];
        end if;
        if free <> array[]::text[] and (to_jsonb(old) - free) = (to_jsonb(new) - free) then
            return new;
        end if;
    end if;
    raise exception 'An entry of a case record is never changed or deleted' using errcode = 'restrict_violation';
end $$;
create trigger case_record_stays before update or delete on case_record for each row execute function case_record_stays();
create trigger case_record_is_never_emptied before truncate on case_record for each statement execute function case_record_stays();

-- A head only moves on with a new entry, by the trigger above.
create function case_record_head_stays() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and pg_trigger_depth() > 1 and new.case_number = old.case_number and new.entries = old.entries + 1 then
        return new;
    end if;
    raise exception 'The end of a case record is never changed or deleted' using errcode = 'restrict_violation';
end $$;
create trigger case_record_head_stays before update or delete on case_record_head for each row execute function case_record_head_stays();
create trigger case_record_head_is_never_emptied before truncate on case_record_head for each statement execute function case_record_head_stays();

-- Cases from before there was a record

create table case_record_takeover (
    case_number text   primary key,
    milestones  bigint not null,
    duties      bigint not null,
    reveals     bigint not null
);
comment on table case_record_takeover is 'Cases whose earlier acts are still to be written into their record; empty soon after the upgrade';
comment on column case_record_takeover.milestones is 'Ids up to which the other tables are from before';
insert into case_record_takeover
select case_number, (select coalesce(max(id), 0) from milestone), (select coalesce(max(id), 0) from duty), (select coalesce(max(id), 0) from reveal)
from application where submitted_at is not null;

create view case_record_before as
select case_number, reached_at as at, 'milestone' as source, milestone as what, applicant as actor, args as details, 0 as rank, id
from milestone
union all
select duty.case_number, duty.done_at, 'duty', duty.task, duty.account_id,
       case when round.outcome is null then '{}'::jsonb else jsonb_build_object('outcome', round.outcome, 'reviewRound', round.number::text) end, 1, duty.id
from duty left join lateral (
    select outcome, number from review_round
    where duty.task = 'review-materials' and review_round.case_number = duty.case_number and reviewer = duty.account_id
      and opened_at <= duty.done_at and (closed_at is null or duty.done_at <= closed_at + interval '1 minute')
      and not exists (select 1 from duty later where later.case_number = duty.case_number and later.task = duty.task
                      and later.done_at > duty.done_at and (closed_at is null or later.done_at <= closed_at))
    order by number desc limit 1) round on true
union all
select case_number, revealed_at, 'reveal', what, revealed_by, jsonb_build_object('what', what), 2, id from reveal;
comment on view case_record_before is 'What the tables of before know of the acts in a case, for taking them over';

create table case_record_check (
    id       bigint      generated always as identity primary key,
    begun_at timestamptz not null,
    ended_at timestamptz,
    begun_by text        not null,
    cases    bigint      not null default 0,
    entries  bigint      not null default 0,
    broken   bigint      not null default 0
);
comment on table case_record_check is 'When all case records were checked against their chains, and how that ended';

create table case_record_fault (
    check_id    bigint  not null references case_record_check,
    case_number text    not null,
    position    integer not null,
    fault       text    not null,
    primary key (check_id, case_number)
);
comment on table case_record_fault is 'Where a record does not fit its chain: the first place of each case';
