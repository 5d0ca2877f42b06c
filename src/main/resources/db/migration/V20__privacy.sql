-- Keys of the vault

create table vault_check (
    key_id integer primary key,
    sealed text
);
comment on table vault_check is 'Keys that have sealed data here, with a known text under each, so that a start with other keys is refused before it touches anything';
comment on column vault_check.sealed is 'Null for the key of installations before there were several: it seals nothing new';

create table vault_resealing (
    place      text        primary key,
    key_id     integer     not null,
    next_block bigint      not null default 0 check (next_block >= 0),
    blocks     bigint      not null check (blocks >= 0),
    resealed   bigint      not null default 0 check (resealed >= 0),
    started_by text        not null,
    started_at timestamptz not null,
    ended_at   timestamptz
);
comment on table vault_resealing is 'How far each column with encrypted data is sealed again with a new key; a restart goes on at next_block';

-- As in V8; the sealed text may be sealed again, and only that
create or replace function certificate_stays() returns trigger language plpgsql as $$
declare
    free text[] := array['status', 'status_on', 'version'];
begin
    if tg_op <> 'UPDATE' then
        raise exception 'A certificate is never deleted from the registry' using errcode = 'restrict_violation';
    end if;
    if current_setting('zhiping.resealing', true) = 'on' then
        free := array['printed'];
    end if;
    if (to_jsonb(old) - free) <> (to_jsonb(new) - free) then
        raise exception 'Only the status of a certificate changes' using errcode = 'restrict_violation';
    end if;
    if old.status in ('REVOKED', 'REPLACED') and new.status <> old.status then
        raise exception 'A certificate that was revoked or replaced stays so' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;

-- Reveals and downloads

create table reveal (
    id          bigint      generated always as identity primary key,
    case_number text        not null,
    applicant   text        not null,
    what        text        not null check (what in ('ID_NUMBER', 'PHONE', 'EMAIL')),
    revealed_by text        not null,
    reason      text        not null,
    revealed_at timestamptz not null
);
comment on table reveal is 'Who saw which masked detail of whom in full, and why; rows are only ever added';
comment on column reveal.reason is 'encrypted';
create index reveal_by_applicant on reveal (applicant, id);
create index reveal_by_case on reveal (case_number, id);

create function reveal_stays() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and current_setting('zhiping.retention', true) = 'on' then
        return old;
    end if;
    if tg_op = 'UPDATE' and current_setting('zhiping.resealing', true) = 'on'
            and (to_jsonb(old) - 'reason') = (to_jsonb(new) - 'reason') then
        return new;
    end if;
    raise exception 'A row of % is never changed or deleted', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger reveal_stays before update or delete on reveal for each row execute function reveal_stays();

create table data_download (
    id      bigint      generated always as identity primary key,
    account text        not null,
    at      timestamptz not null
);
comment on table data_download is 'When a person took a copy of everything held about them';
create index data_download_by_account on data_download (account, at);

-- What is deleted after its time

create table retention_period (
    kind   text        primary key,
    length integer     not null check (length between 1 and 1200),
    unit   text        not null check (unit in ('DAY', 'MONTH', 'YEAR')),
    set_by text        not null,
    set_at timestamptz not null
);
comment on table retention_period is 'How long the institution keeps a class of data; a class without a row is kept';

create table retention_change (
    id         bigint      generated always as identity primary key,
    kind       text        not null,
    length     integer,
    unit       text,
    changed_by text        not null,
    changed_at timestamptz not null
);
comment on table retention_change is 'Every period that was ever set, or taken back (null); rows are only ever added';
create trigger retention_change_is_a_record before update or delete on retention_change
    for each row execute function refuse_change_of_record();

create table retention_deletion (
    id          bigint      generated always as identity primary key,
    kind        text        not null,
    item        text        not null,
    case_number text,
    begun_at    timestamptz not null,
    length      integer     not null,
    unit        text        not null,
    deleted_at  timestamptz not null,
    unique (kind, item)
);
comment on table retention_deletion is 'What was deleted because its time was over: the report, without anything that was deleted';
comment on column retention_deletion.begun_at is 'When its time began to run';
create index retention_deletion_by_time on retention_deletion (deleted_at);
create index retention_deletion_by_case on retention_deletion (case_number);
create trigger retention_deletion_is_a_record before update or delete on retention_deletion
    for each row execute function refuse_change_of_record();

create table legal_hold (
    id          bigint      generated always as identity primary key,
    case_number text        not null,
    reason      text        not null,
    set_by      text        not null,
    set_at      timestamptz not null,
    lifted_by   text,
    lifted_at   timestamptz,
    check ((lifted_by is null) = (lifted_at is null))
);
comment on table legal_hold is 'Cases of which nothing is deleted for the time being, as for an objection or a law suit';
comment on column legal_hold.reason is 'encrypted';
create unique index one_legal_hold on legal_hold (case_number) where lifted_at is null;

alter table document add column erased_at timestamptz, add column erased_because text;
comment on column document.erased_at is 'When its bytes and its name were deleted because their time was over; the row stays for the record';

alter table application add column erased_at timestamptz, add column erased_because text;
comment on column application.erased_at is 'When what the person stated was deleted because its time was over; the outcome stays';

create view closed_case as
select application.case_number, application.status, application.submitted_at is not null as submitted, max(milestone.reached_at) as closed_at
from application join milestone on milestone.case_number = application.case_number
where application.status in ('CERTIFIED', 'FAILED', 'WITHDRAWN', 'LAPSED', 'CANCELLED')
  and milestone.milestone in ('CERTIFICATE_ISSUED', 'FAILED', 'WITHDRAWN', 'LAPSED', 'ROUND_CANCELLED')
group by application.case_number;
comment on view closed_case is 'Where the clock of most classes of data begins';
