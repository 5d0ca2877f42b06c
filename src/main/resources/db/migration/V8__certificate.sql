create table certificate_series (
    series text   primary key,
    last   bigint not null check (last > 0)
);
comment on table certificate_series is 'The last serial given in each series of numbers; the row is locked by the issuing transaction, so a serial is neither given twice nor lost';

create table certificate (
    number      text        primary key,
    case_number text        not null unique,
    standard    text        not null,
    edition     text        not null,
    level       text        not null,
    direction   text        not null,
    series      text        not null references certificate_series (series),
    serial      bigint      not null,
    printed     text        not null,
    document    uuid        not null,
    issued_on   date        not null,
    status      text        not null default 'VALID' check (status in ('VALID', 'SUSPENDED', 'REVOKED', 'REPLACED')),
    status_on   date        not null,
    recorded_at timestamptz not null,
    version     integer     not null default 0,
    unique (series, serial)
);
comment on column certificate.printed is 'What the paper says, as encrypted JSON';

create function certificate_stays() returns trigger language plpgsql as $$
begin
    if tg_op <> 'UPDATE' then
        raise exception 'A certificate is never deleted from the registry' using errcode = 'restrict_violation';
    end if;
    if (to_jsonb(old) - 'status' - 'status_on' - 'version') <> (to_jsonb(new) - 'status' - 'status_on' - 'version') then
        raise exception 'Only the status of a certificate changes' using errcode = 'restrict_violation';
    end if;
    if old.status in ('REVOKED', 'REPLACED') and new.status <> old.status then
        raise exception 'A certificate that was revoked or replaced stays so' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;

create trigger certificate_stays before update or delete on certificate
    for each row execute function certificate_stays();
create trigger certificate_table_stays before truncate on certificate
    for each statement execute function certificate_stays();

create table certificate_lookup (
    id      bigint generated always as identity primary key,
    at      timestamptz not null,
    client  text        not null,
    number  text        references certificate (number)
);
comment on column certificate_lookup.client is 'Keyed hash of the address';
comment on column certificate_lookup.number is 'The certificate that was shown; null when none was, for a guess is not kept';
create index certificate_lookup_at on certificate_lookup (at);
