create table account (
    id         text        primary key check (id ~ '^[a-z0-9][a-z0-9._-]{2,63}$'),
    name       text        not null,
    employer   text        not null default '',
    password   text        not null,
    enabled    boolean     not null default true,
    email      text,
    language   text        not null default 'zh-CN' check (language in ('zh-CN', 'en')),
    created_at timestamptz not null,
    version    integer     not null default 0
);
comment on table account is 'Everybody who can sign in';
comment on column account.name is 'Encrypted';
comment on column account.email is 'Encrypted; null where no mail is wanted';
comment on column account.password is 'Hash with its method in front, as {bcrypt}…';

create table account_role (
    account text not null references account,
    role    text not null check (role in ('applicant', 'acceptance-officer', 'evaluator', 'panel-member', 'invigilator',
        'exam-officer', 'score-verifier', 'approver', 'certificate-officer', 'supervisor', 'process-owner', 'manager',
        'administrator')),
    primary key (account, role)
);
create index account_role_by_role on account_role (role);

create table account_change (
    id         bigint      generated always as identity primary key,
    account    text        not null references account,
    change     text        not null check (change in ('registered', 'created', 'granted', 'enabled', 'disabled', 'password-changed',
        'contact-changed')),
    roles      text        not null default '',
    changed_by text        not null,
    changed_at timestamptz not null
);
create index account_change_by_account on account_change (account, id);
comment on table account_change is 'Who gave whom which roles; rows are only ever added';

create function refuse_change_of_record() returns trigger language plpgsql as $$
begin
    raise exception 'A row of % is never changed or deleted', tg_table_name;
end $$;
create trigger account_change_is_a_record before update or delete on account_change
    for each row execute function refuse_change_of_record();
