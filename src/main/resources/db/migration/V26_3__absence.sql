create table absence (
    id         bigint      generated always as identity primary key,
    account    text        not null references account,
    from_day   date        not null,
    until_day  date        not null check (until_day >= from_day),
    deputy     text        not null references account check (deputy <> account),
    entered_by text        not null references account,
    entered_at timestamptz not null,
    ended_by   text        references account,
    ended_at   timestamptz
);
comment on table absence is 'Who is away from day to day, both included, and who stands in; ended_at where it was taken back or cut short';
create index absence_by_account on absence (account, until_day);
create index absence_by_deputy on absence (deputy, until_day);

create table handover (
    id      bigint      generated always as identity primary key,
    at      timestamptz not null,
    by      text        not null references account,
    person  text        not null references account,
    reason  text        not null check (reason in ('absence', 'leaving')),
    closed  boolean     not null default false
);
comment on table handover is 'Acts that put open tasks of a person into other hands; closed where the account was closed with it';
create index handover_by_person on handover (person);

create table handover_task (
    handover_id bigint not null references handover,
    task        text   not null,
    step        text   not null,
    number      text   not null,
    successor   text   references account,
    refused     text,
    primary key (handover_id, task)
);
comment on column handover_task.successor is 'Null for the people of the role';
comment on column handover_task.refused is 'Why the task stayed with the person: the code of the refusal; null where it went';
create index handover_task_by_number on handover_task (number);
